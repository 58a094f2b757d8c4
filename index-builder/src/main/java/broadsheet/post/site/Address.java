package broadsheet.post.site;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** The characters of addresses: escaping values, cleaning what is put together, and the form that goes into a link. */
public final class Address {

    /** RFC 3986: unreserved, sub-delims, {@code :} and {@code @}; all that a path segment may hold unescaped. */
    private static final String SEGMENT = "-._~!$&'()*+,;=:@";

    private static final String PATH = SEGMENT + "/";

    private static final Pattern SLASHES = Pattern.compile("/{2,}");

    private Address() {}

    /** Whether the text is a link that a browser follows without running it: a path from the root, or a web address. */
    public static boolean isLink(String text) {
        return text.startsWith("/") || text.startsWith("https://") || text.startsWith("http://");
    }

    /**
     * A value as it goes into a template: UTF-8, percent-escaped; only characters that a path, or a query begun by
     * {@code ?}, may hold stay. {@code caf%C3%A9%20au%20lait} for {@code café au lait}. Source: Jekyll 4.3.1
     * {@code URL.escape_path}.
     */
    static String escape(String value) {
        return isPlain(value, PATH) ? value : encode(value.getBytes(StandardCharsets.UTF_8), PATH + "?");
    }

    /**
     * One slash in front, {@code ..} and {@code //} made {@code /}, {@code ./} taken out. Jekyll does the last even
     * within a name, so that the category {@code U.S.} gives {@code /u.s2020/}; the address on the site is that.
     */
    static String sanitize(String address) {
        String cleaned = ("/" + address).replace("..", "/").replace("./", "");
        return cleaned.contains("//") ? SLASHES.matcher(cleaned).replaceAll("/") : cleaned;
    }

    /**
     * The address as a link carries it: each segment unescaped, in Unicode's form NFKC, escaped again. Source: Jekyll's
     * {@code relative_url}, which is Addressable 2.8's {@code normalize}.
     */
    public static String normalize(String address) {
        if (isPlain(address, PATH)) {
            return address;
        }
        int tail = endOfPath(address);
        StringBuilder result = new StringBuilder();
        String[] segments = address.substring(0, tail).strip().split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            result.append(i == 0 ? "" : "/").append(normalizeSegment(segments[i]));
        }
        for (int i = tail; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c > ' ' && c < 0x7F) {
                result.append(c);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < address.length() ? i + 2 : i + 1;
                result.append(encode(address.substring(i, end).getBytes(StandardCharsets.UTF_8), ""));
                i = end - 1;
            }
        }
        return result.toString();
    }

    private static int endOfPath(String address) {
        for (int i = 0; i < address.length(); i++) {
            if (address.charAt(i) == '?' || address.charAt(i) == '#') {
                return i;
            }
        }
        return address.length();
    }

    private static String normalizeSegment(String segment) {
        if (isPlain(segment, SEGMENT)) {
            return segment;
        }
        byte[] bytes = unescape(segment);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return encode(Normalizer.normalize(text, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8), SEGMENT);
        } catch (CharacterCodingException e) {
            return encode(bytes, SEGMENT);
        }
    }

    private static boolean isPlain(String text, String kept) {
        for (int i = 0; i < text.length(); i++) {
            if (!isKept(text.charAt(i), kept)) {
                return false;
            }
        }
        return true;
    }

    /** The bytes of a text whose {@code %41} are resolved; what only looks like an escape stays. */
    public static byte[] unescape(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(in.length);
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else {
                out.write(in[i]);
            }
        }
        return out.toByteArray();
    }

    private static String encode(byte[] bytes, String kept) {
        StringBuilder result = new StringBuilder(bytes.length + 16);
        for (byte b : bytes) {
            if (b > 0 && isKept((char) b, kept)) {
                result.append((char) b);
            } else {
                result.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
            }
        }
        return result.toString();
    }

    private static boolean isKept(char c, String kept) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || kept.indexOf(c) >= 0;
    }
}
