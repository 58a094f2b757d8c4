package broadsheet.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Jekyll site in a folder, written post by post. */
public record SampleSite(Path root) {

    public static SampleSite in(Path folder) throws IOException {
        SampleSite site = new SampleSite(folder.resolve("site"));
        Files.createDirectories(site.posts());
        Files.writeString(site.root().resolve("_config.yml"), "title: Harbour Gazette\n");
        return site;
    }

    public Path posts() {
        return root.resolve("_posts");
    }

    /** {@code count} posts, one a day from the first of January 2024 on. */
    public SampleSite withPosts(int count) {
        for (int i = 1; i <= count; i++) {
            post(name(i), "The ferry calls at pier " + i, "Passengers waited at pier number " + i + ".");
        }
        return this;
    }

    /** {@code 2024-01-01-story-1.md} for 1; 28 days a month. */
    public static String name(int number) {
        return String.format(java.util.Locale.ROOT, "2024-%02d-%02d-story-%d.md", 1 + (number - 1) / 28 % 12,
                1 + (number - 1) % 28, number);
    }

    public SampleSite post(String name, String title, String body) {
        return file(name, "---\ntitle: " + title + "\n---\n" + body + "\n");
    }

    public SampleSite unpublished(String name) {
        return file(name, "---\ntitle: Not yet\npublished: false\n---\nNothing to see.\n");
    }

    public SampleSite scheduled(String name, String date) {
        return file(name, "---\ntitle: Later\ndate: " + date + "\n---\nSoon.\n");
    }

    /** No YAML: two keys on one line in braces that never close. */
    public SampleSite broken(String name) {
        return file(name, "---\ntitle: \"\n  - {a: [b\n---\nLost.\n");
    }

    SampleSite file(String name, String text) {
        try {
            Files.writeString(posts().resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) throws IOException {
        Files.delete(posts().resolve(name));
    }
}
