package broadsheet.post.encoding;

import java.nio.charset.Charset;

/**
 * The windows-1252 of browsers: the five bytes that Microsoft's table leaves open are C1 controls (Encoding Standard,
 * index windows-1252), so every byte has a character. C1 characters have their own byte, too: text wrecked by way of
 * Latin-1 holds them.
 */
public final class Windows1252 {

    private static final char[] CHARS = new char[256];
    /** By character; U+2122 (™) is the highest one. 0: has no byte. */
    private static final short[] BYTES = new short[0x2123];

    static {
        Charset charset = Charset.forName("windows-1252");
        for (int b = 0; b <= 0xFF; b++) {
            char c = new String(new byte[]{(byte) b}, charset).charAt(0);
            CHARS[b] = c == '\uFFFD' ? (char) b : c;
            BYTES[b] = (short) b;
            BYTES[CHARS[b]] = (short) b;
        }
    }

    private Windows1252() {}

    /** {@code 0xE9} gives {@code é}. */
    public static char charOf(byte b) {
        return CHARS[b & 0xFF];
    }

    /** {@code é} gives 0xE9; 0 for a character that has no byte. */
    static int byteOf(char c) {
        return c < BYTES.length ? BYTES[c] : 0;
    }

    static String decode(byte[] bytes) {
        char[] chars = new char[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            chars[i] = charOf(bytes[i]);
        }
        return new String(chars);
    }
}
