package broadsheet.archive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.post.encoding.TextDecoder;
import broadsheet.post.markup.Markup;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A post file out of an archive's tar; enough of the format (POSIX ustar, GNU long names) for the archives of the tests.
 *
 * @param name archive and path: {@code monero-blog/_posts/x.md}
 * @param text decoded
 */
public record TarFile(String name, String text) {

    private static final int BLOCK = 512;

    public static List<TarFile> all(Path folder) {
        List<TarFile> files = new ArrayList<>();
        try (Stream<Path> archives = Files.list(folder)) {
            for (Path archive : archives.filter(path -> path.toString().endsWith(".tar.gz")).sorted().toList()) {
                files.addAll(of(archive));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** All files of the archives that lie beside the checkout; skips the test where there are none. */
    public static List<TarFile> ofSharedArchives() {
        Path archives = Path.of("../../shared/archives");
        assumeTrue(Files.isDirectory(archives), "skipped: no archives beside the checkout");
        return all(archives);
    }

    public static List<TarFile> of(Path archive) {
        List<TarFile> files = new ArrayList<>();
        String prefix = archive.getFileName().toString().replace(".tar.gz", "/");
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
            byte[] header = new byte[BLOCK];
            String longName = "";
            for (in.readFully(header); header[0] != 0; in.readFully(header)) {
                int size = Integer.parseInt(text(header, 124, 12).strip(), 8);
                byte[] content = new byte[(size + BLOCK - 1) / BLOCK * BLOCK];
                in.readFully(content);
                char type = (char) header[156];
                if (type == 'L') {
                    longName = text(content, 0, size);
                } else if (type == 'x') {
                    longName = paxPath(new String(content, 0, size, StandardCharsets.UTF_8));
                } else if (type == '0' || type == 0) {
                    String name = longName.isEmpty() ? text(header, 0, 100) : longName;
                    files.add(new TarFile(prefix + name,
                            TextDecoder.decode(java.util.Arrays.copyOf(content, size)).text()));
                    longName = "";
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(archive + ": " + e.getMessage(), e);
        }
        return files;
    }

    /** One of the 8,001 posts that one script made of plain paragraphs; a few of them tell enough. */
    public boolean isMade() {
        return name.startsWith("badely-like");
    }

    /** What stands between the first two fences of YAML; empty when there is none. */
    public String frontMatter() {
        int end = text.startsWith("---\n") ? text.indexOf("\n---", 3) : -1;
        return end < 4 ? "" : text.substring(4, end + 1);
    }

    /** The text behind the front matter. */
    public String body() {
        if (!text.startsWith("---") && !text.startsWith("+++")) {
            return text;
        }
        int end = text.indexOf("\n" + text.substring(0, 3), 3);
        int line = text.indexOf('\n', Math.max(end, 0) + 1);
        return end < 0 || line < 0 ? "" : text.substring(line + 1);
    }

    public Markup markup() {
        return name.endsWith(".html") ? Markup.HTML : Markup.MARKDOWN;
    }

    private static String paxPath(String records) {
        int at = records.indexOf(" path=");
        return at < 0 ? "" : records.substring(at + 6, records.indexOf('\n', at));
    }

    private static String text(byte[] block, int from, int length) {
        int end = from;
        while (end < from + length && block[end] != 0) {
            end++;
        }
        return new String(block, from, end - from, StandardCharsets.UTF_8);
    }
}
