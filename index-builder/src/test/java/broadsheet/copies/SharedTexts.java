package broadsheet.copies;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.Archive;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The news texts beside the checkout; tests that need them are skipped where they are not there. */
final class SharedTexts {

    private static final Path SHARED = Path.of("../../shared");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BLOCK = 512;

    private SharedTexts() {}

    /** The posts of a corpus, {@code agnews}. */
    static List<Post> corpus(String name) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (JsonNode line : lines("corpora/" + name + "/" + name + ".jsonl.gz")) {
            PostBuilder post = Post.builder(line.path("id").asString()).title(line.path("title").asString(""))
                    .body(line.path("body").asString(""));
            if (line.hasNonNull("date")) {
                post.date(LocalDate.parse(line.path("date").asString().substring(0, 10)).atStartOfDay(ZoneOffset.UTC)
                        .toInstant());
            }
            posts.add(post.build());
        }
        return posts;
    }

    /** The lines of a compressed file of JSON lines. */
    static List<JsonNode> lines(String path) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(there(path))),
                        StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    /** The posts of an archive, {@code badely-like}, unpacked into a folder. */
    static List<Post> archive(String name, Path folder) throws IOException {
        unpack(there("archives/" + name + ".tar.gz"), folder);
        Archive archive = Archive.open(List.of(folder), ReadOptions.defaults());
        List<Post> posts = new ArrayList<>();
        for (PostFile file : archive.files()) {
            posts.addAll(archive.read(file).posts());
        }
        return posts;
    }

    private static Path there(String path) {
        Path file = SHARED.resolve(path);
        assumeTrue(Files.exists(file), () -> file + " is not there");
        return file;
    }

    /** Regular files of a tar archive; the names of these archives fit the plain header. */
    private static void unpack(Path tar, Path folder) throws IOException {
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(tar)))) {
            byte[] header = new byte[BLOCK];
            String longName = "";
            while (true) {
                in.readFully(header);
                String name = text(header, 0, 100);
                if (name.isEmpty()) {
                    return;
                }
                int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                byte[] content = in.readNBytes(size);
                in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                String prefix = text(header, 345, 155);
                String path = !longName.isEmpty() ? longName : prefix.isEmpty() ? name : prefix + "/" + name;
                longName = header[156] == 'L' ? text(content, 0, size) : "";
                if (header[156] == '0' || header[156] == 0) {
                    Path file = folder.resolve(path);
                    Files.createDirectories(file.getParent());
                    Files.write(file, content);
                }
            }
        }
    }

    private static String text(byte[] bytes, int start, int length) {
        int end = start;
        while (end < start + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
