package broadsheet.post.encoding;

import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8 where they are UTF-8 and as windows-1252 where they are not: two files joined, or one name pasted
 * into a file by an old editor.
 *
 * @param text every byte explained
 * @param valid how many characters of two and more bytes are good UTF-8
 * @param stray how many bytes are not
 * @param firstByte 0-based offset of the first stray byte
 */
record StrayBytes(String text, int valid, int stray, int firstByte) {

    static StrayBytes read(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length);
        int valid = 0;
        int stray = 0;
        int first = -1;
        int pending = 0;
        for (int i = 0; i < bytes.length;) {
            int length = sequence(bytes, i);
            if (length == 0) {
                out.append(new String(bytes, pending, i - pending, StandardCharsets.UTF_8));
                out.append(Windows1252.charOf(bytes[i]));
                first = stray++ == 0 ? i : first;
                pending = ++i;
                continue;
            }
            valid += length > 1 ? 1 : 0;
            i += length;
        }
        out.append(new String(bytes, pending, bytes.length - pending, StandardCharsets.UTF_8));
        return new StrayBytes(out.toString(), valid, stray, first);
    }

    /**
     * By chance two bytes of another encoding seldom make one character of UTF-8; more good ones than bad are proof.
     */
    boolean isMostlyUtf8() {
        return valid > stray;
    }

    /** Length of the well-formed UTF-8 sequence at {@code i} (The Unicode Standard, table 3-7), or 0. */
    static int sequence(byte[] bytes, int i) {
        int lead = bytes[i] & 0xFF;
        if (lead < 0x80) {
            return 1;
        }
        int length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (length == 0 || i + length > bytes.length) {
            return 0;
        }
        int second = bytes[i + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return 0;
        }
        for (int k = 2; k < length; k++) {
            if ((bytes[i + k] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
