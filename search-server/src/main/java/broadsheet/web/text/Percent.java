package broadsheet.web.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Percent-encoding of UTF-8 (RFC 3986, 2.1), both ways. Decoding never fails. */
public final class Percent {

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private Percent() {}

    /** Everything but letters, digits, {@code . _ ~} and {@code -} encoded: {@code a b/é} gives {@code a%20b%2F%C3%A9}. */
    public static String encode(String text) {
        return encode(text, "-._~");
    }

    /** As {@link #encode(String)}, except that letters, digits and the characters of {@code plain} stay as they are. */
    public static String encode(String text, String plain) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        encode(text, 0, text.length(), plain, out);
        return out.toString();
    }

    /** The same for a part of a text, added to what was written. */
    static void encode(String text, int from, int to, String plain, StringBuilder out) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                int end = i + 1;
                while (end < to && text.charAt(end) >= 0x80) {
                    end++;
                }
                for (byte b : text.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    encode(b & 0xFF, out);
                }
                i = end - 1;
            } else if (isAlphanumeric(c) || plain.indexOf(c) >= 0) {
                out.append(c);
            } else {
                encode(c, out);
            }
        }
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static void encode(int octet, StringBuilder out) {
        out.append('%').append(HEX[octet >> 4]).append(HEX[octet & 15]);
    }

    /** As HTML forms write it ({@code application/x-www-form-urlencoded}): {@code sea wall*} gives {@code sea+wall*}. */
    public static String encodeForm(String text) {
        return encode(text, "*-._").replace("%20", "+");
    }

    /**
     * The text of a value that {@link #encodeForm} wrote, or a browser's form; a plus is a space. Old pages and links
     * encode windows-1252, of which Latin-1 is a part: {@code caf%E9}. A value is read so when it has bytes beyond ASCII
     * and none of them are UTF-8; in a text of UTF-8 that was cut or damaged somewhere, only that place is lost.
     */
    public static String decodeForm(String text) {
        if (isPlain(text)) {
            return text.replace('+', ' ');
        }
        byte[] bytes = bytes(text.replace('+', ' '));
        String value = new String(bytes, StandardCharsets.UTF_8);
        if (value.indexOf('\uFFFD') < 0 || Arrays.equals(value.getBytes(StandardCharsets.UTF_8), bytes)) {
            return value;
        }
        boolean partly = value.chars().anyMatch(c -> c >= 0x80 && c != '\uFFFD');
        return partly ? value : new String(bytes, WINDOWS_1252);
    }

    /** Whether nothing is encoded and nothing is beyond ASCII. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '%' || text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /**
     * The text of a part of an address. A {@code %} that begins no pair of hex digits stays as it is, bytes that are no
     * UTF-8 become U+FFFD.
     */
    public static String decode(String text) {
        return text.indexOf('%') < 0 ? text : new String(bytes(text), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        byte[] in = text.getBytes(StandardCharsets.UTF_8);
        byte[] out = new byte[in.length];
        int size = 0;
        for (int i = 0; i < in.length; i++) {
            int high = in[i] == '%' && i + 2 < in.length ? Character.digit(in[i + 1], 16) : -1;
            int low = high >= 0 ? Character.digit(in[i + 2], 16) : -1;
            if (low >= 0) {
                out[size++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                out[size++] = in[i];
            }
        }
        return Arrays.copyOf(out, size);
    }
}
