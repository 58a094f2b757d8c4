package broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of {@code sites.txt}, whose head says how it is written.
 *
 * @param name the site's
 * @param config the lines of its {@code _config.yml}
 * @param posts lines by path
 */
public record JekyllSites(String name, List<String> config, Map<String, List<String>> posts) {

    private JekyllSites(String name) {
        this(name, new ArrayList<>(), new LinkedHashMap<>());
    }

    public static String resource(String name) {
        try (InputStream in = JekyllSites.class.getResourceAsStream("/jekyll/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JekyllSites> all() {
        Map<String, JekyllSites> sets = new LinkedHashMap<>();
        List<JekyllSites> sites = new ArrayList<>();
        JekyllSites current = null;
        List<String> post = List.of();
        for (String line : resource("sites.txt").split("\n", -1)) {
            boolean raw = !post.isEmpty() && post.getFirst().equals("(raw)");
            if (line.startsWith("#") || line.isEmpty() && !raw) {
                continue;
            }
            if (line.startsWith("@posts ")) {
                current = new JekyllSites(line.substring(7));
                sets.put(current.name, current);
            } else if (line.startsWith("@site ")) {
                current = new JekyllSites(line.substring(6));
                sites.add(current);
                post = List.of();
            } else if (line.startsWith("@use ")) {
                current.posts.putAll(sets.get(line.substring(5)).posts);
            } else if (line.startsWith(": ")) {
                current.config.add(line.substring(2));
            } else if (line.startsWith(">> ")) {
                post = new ArrayList<>();
                current.posts.put(line.substring(3), post);
            } else {
                post.add(line);
            }
        }
        return sites;
    }

    /** Writes the site's files, and none but them, below a folder. */
    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("_config.yml"), String.join("\n", config) + "\n");
        for (Map.Entry<String, List<String>> post : posts.entrySet()) {
            Path file = folder.resolve(post.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, content(post.getValue()));
        }
    }

    private static String content(List<String> lines) {
        if (!lines.isEmpty() && lines.getFirst().equals("(raw)")) {
            return String.join("\n", lines.subList(1, lines.size())) + "\n";
        }
        return "---\n" + String.join("\n", lines) + "\n---\nText.\n";
    }
}
