package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * What a generation holds, as its file {@code MANIFEST} says:
 *
 * <pre>
 * broadsheet-manifest 1
 * schema 3
 * posts 1234
 * built 2026-11-23T02:36:00Z
 * property language en
 * file 20480 89abcdef _0.cfs
 * crc 01234567
 * </pre>
 *
 * The last line is the CRC32C of all bytes above it. Keys, values and names are percent-encoded as in a form.
 *
 * @param schemaVersion the schema that the files were written in
 * @param posts how many posts the files hold
 * @param built when the generation was published
 * @param properties whatever else the engine keeps with it, in the order of the keys
 * @param files every file of the folder but the manifest itself, in the order of the names
 */
public record Manifest(int schemaVersion, long posts, Instant built, Map<String, String> properties,
        List<Entry> files) {

    private static final String FIRST_LINE = "broadsheet-manifest 1";

    /**
     * One file.
     *
     * @param name its name in the folder
     * @param length in bytes
     * @param crc CRC32C of its bytes
     */
    public record Entry(String name, long length, int crc) {}

    public Manifest {
        properties = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        files = List.copyOf(files);
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return files.stream().mapToLong(Entry::length).sum();
    }

    byte[] toBytes() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("schema ").append(schemaVersion).append('\n');
        text.append("posts ").append(posts).append('\n');
        text.append("built ").append(built).append('\n');
        properties.forEach((key, value) -> text.append("property ").append(encode(key)).append(' ')
                .append(encode(value)).append('\n'));
        for (Entry file : files) {
            text.append("file ").append(file.length()).append(' ').append(hex(file.crc())).append(' ')
                    .append(encode(file.name())).append('\n');
        }
        return sealed(text.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** @throws IndexException.Damaged when the bytes are not what {@link #toBytes} wrote */
    static Manifest parse(byte[] bytes) throws IndexException.Damaged {
        String text = unsealed(bytes);
        int schema = 0;
        long posts = 0;
        Instant built = Instant.EPOCH;
        Map<String, String> properties = new TreeMap<>();
        List<Entry> files = new ArrayList<>();
        try {
            for (String line : text.lines().skip(1).toList()) {
                String[] words = line.split(" ", -1);
                switch (words[0]) {
                    case "schema" -> schema = Integer.parseInt(words[1]);
                    case "posts" -> posts = Long.parseLong(words[1]);
                    case "built" -> built = Instant.parse(words[1]);
                    case "property" -> properties.put(decode(words[1]), decode(words[2]));
                    case "file" ->
                        files.add(new Entry(decode(words[3]), Long.parseLong(words[1]),
                                HexFormat.fromHexDigits(words[2])));
                    default -> throw new IndexException.Damaged("MANIFEST has an unknown line '" + words[0] + "'");
                }
            }
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw new IndexException.Damaged("MANIFEST has a line that cannot be read: " + e.getMessage());
        }
        return new Manifest(schema, posts, built, properties, files);
    }

    /** The text and a last line with its CRC32C. */
    private static String sealed(String text) {
        return text + "crc " + hex(crc(text.getBytes(StandardCharsets.UTF_8))) + "\n";
    }

    private static String unsealed(byte[] bytes) throws IndexException.Damaged {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.lastIndexOf("crc ");
        if (!text.startsWith(FIRST_LINE + "\n") || end < 0) {
            throw new IndexException.Damaged("MANIFEST does not begin and end as one does");
        }
        String body = text.substring(0, end);
        if (!java.util.Arrays.equals(sealed(body).getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IndexException.Damaged("MANIFEST does not match its own checksum");
        }
        return body;
    }

    static int crc(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static String hex(int crc) {
        return HexFormat.of().toHexDigits(crc);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
