package broadsheet.web.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Posts as pages: by Jekyll's own Markdown where it is installed, else by ours. */
final class PostPages {

    private static final Path MAKER = Path.of("src/test/resources/jekyll/render-posts.rb");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<Path, RenderedPost> pages = new HashMap<>();

    private PostPages() {}

    static PostPages of(List<Path> files) throws IOException {
        PostPages pages = new PostPages();
        List<Path> different = files.stream().distinct().toList();
        if (Files.isExecutable(Path.of("/usr/bin/jekyll"))) {
            pages.renderAsJekyll(different);
        } else {
            for (Path file : different) {
                pages.pages.put(file, new RenderedPost(html(Files.readString(file))));
            }
        }
        return pages;
    }

    RenderedPost page(Path file) {
        return pages.get(file);
    }

    private void renderAsJekyll(List<Path> files) throws IOException {
        Path list = Files.createTempFile("posts", ".txt");
        try {
            Files.writeString(list, files.stream().map(Path::toString).collect(Collectors.joining("\n")));
            Process ruby = new ProcessBuilder("ruby", MAKER.toString()).redirectInput(list.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
            String made = new String(ruby.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            for (String line : made.lines().toList()) {
                JsonNode post = JSON.readTree(line);
                pages.put(Path.of(post.path("path").asString()), new RenderedPost(post.path("html").asString()));
            }
        } finally {
            Files.delete(list);
        }
    }

    private static String html(String post) {
        String text = post.replaceAll("(?s)\\A---\\s*\n.*?\n---\\s*\n", "")
                .replaceAll("(?s)\\{%.*?%}|\\{\\{.*?}}|\\{:.*?}", "");
        List<org.commonmark.Extension> extensions = List.of(TablesExtension.create(), StrikethroughExtension.create());
        return HtmlRenderer.builder().extensions(extensions).build()
                .render(Parser.builder().extensions(extensions).build().parse(text));
    }
}
