package broadsheet.web.text;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * JSON as UTF-8 bytes, written straight (RFC 8259): a comma before each value but the first is its only memory. A general
 * writer takes three times as long, since it keeps a tree of what is open and copies each text before it looks at it.
 */
final class Utf8Json {

    /** By character below 0x80: 0 stands for itself, {@code u} is written by its number, any other behind a backslash. */
    private static final byte[] ESCAPES = new byte[0x80];
    /** The same, but what has a meaning in HTML does not stand for itself either. */
    private static final byte[] HTML_ESCAPES;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** Bytes that one UTF-16 character takes at most: {@code \}{@code u001F}. */
    private static final int LONGEST = 6;
    /** Digits of the longest number, and its sign. */
    private static final int NUMBER = 20;
    private static final long YEAR_0 = LocalDateTime.of(0, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);
    private static final long YEAR_10000 = LocalDateTime.of(10_000, 1, 1, 0, 0).toEpochSecond(ZoneOffset.UTC);

    static {
        Arrays.fill(ESCAPES, 0, ' ', (byte) 'u');
        String shorter = "\bb\tt\nn\ff\rr\"\"\\\\";
        for (int i = 0; i < shorter.length(); i += 2) {
            ESCAPES[shorter.charAt(i)] = (byte) shorter.charAt(i + 1);
        }
        HTML_ESCAPES = ESCAPES.clone();
        for (char c : MarkedText.SPECIAL.toCharArray()) {
            HTML_ESCAPES[c] = (byte) c;
        }
    }

    private byte[] bytes;
    private int size;
    private boolean comma;

    Utf8Json(int room) {
        bytes = new byte[room];
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /** Opens an object or an array, which is a value itself. */
    void open(char bracket) {
        value();
        put(bracket);
        comma = false;
    }

    void close(char bracket) {
        put(bracket);
        comma = true;
    }

    /** A key in an object; the next value is the key's. @param name ASCII that needs no escape */
    void key(String name) {
        value();
        put('"');
        ascii(name);
        put('"');
        put(':');
        comma = false;
    }

    /** A value as it stands: a number, {@code true}, {@code null}. */
    void plain(String literal) {
        value();
        ascii(literal);
    }

    void number(long number) {
        value();
        if (number < 0) {
            ascii(Long.toString(number));
            return;
        }
        room(NUMBER);
        long rest = number;
        int digits = 1;
        while ((rest /= 10) != 0) {
            digits++;
        }
        digits(number, digits);
    }

    void string(String text) {
        openString();
        text(text, 0, text.length());
        closeString();
    }

    /** A moment, {@code "2024-03-01T09:00:00Z"}. @param second of the epoch */
    void time(long second) {
        openString();
        room(NUMBER);
        if (second < YEAR_0 || second >= YEAR_10000) {
            ascii(Instant.ofEpochSecond(second).toString());
        } else {
            LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
            digits(time.getYear(), 4);
            put('-');
            digits(time.getMonthValue(), 2);
            put('-');
            digits(time.getDayOfMonth(), 2);
            put('T');
            digits(time.getHour(), 2);
            put(':');
            digits(time.getMinute(), 2);
            put(':');
            digits(time.getSecond(), 2);
            put('Z');
        }
        closeString();
    }

    /** Begins a string that is written in parts. */
    void openString() {
        value();
        put('"');
    }

    void closeString() {
        put('"');
    }

    /** A part of a string: a part of a text. Half a surrogate pair is no text in UTF-8; it becomes U+FFFD. */
    void text(String text, int from, int to) {
        write(text, from, to, ESCAPES);
    }

    /** The same, written as HTML shows it. */
    void html(String text, int from, int to) {
        write(text, from, to, HTML_ESCAPES);
    }

    /** A part of a string. @param text ASCII that needs no escape */
    void ascii(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[size++] = (byte) text.charAt(i);
        }
    }

    private void write(String text, int from, int to, byte[] escapes) {
        int at = from;
        while (at < to) {
            room(to - at + LONGEST);
            at = copied(text, at, to, escapes);
            // what is beyond ASCII seldom stands alone
            while (at < to && text.charAt(at) >= 0x80) {
                room(LONGEST);
                at = encoded(text, at, to);
            }
            if (at < to && escapes[text.charAt(at)] != 0) {
                escaped(text.charAt(at++), escapes);
            }
        }
    }

    /** Copies characters that stand for themselves. @return the first that does not */
    private int copied(String text, int from, int to, byte[] escapes) {
        byte[] out = bytes;
        int moved = size - from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || escapes[c] != 0) {
                size = moved + i;
                return i;
            }
            out[moved + i] = (byte) c;
        }
        size = moved + to;
        return to;
    }

    private int encoded(String text, int at, int to) {
        char c = text.charAt(at);
        if (c < 0x800) {
            bytes[size++] = (byte) (0xC0 | c >> 6);
            bytes[size++] = (byte) (0x80 | c & 0x3F);
            return at + 1;
        }
        if (Character.isHighSurrogate(c) && at + 1 < to && Character.isLowSurrogate(text.charAt(at + 1))) {
            int point = Character.toCodePoint(c, text.charAt(at + 1));
            bytes[size++] = (byte) (0xF0 | point >> 18);
            bytes[size++] = (byte) (0x80 | point >> 12 & 0x3F);
            bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
            bytes[size++] = (byte) (0x80 | point & 0x3F);
            return at + 2;
        }
        int point = Character.isSurrogate(c) ? 0xFFFD : c;
        bytes[size++] = (byte) (0xE0 | point >> 12);
        bytes[size++] = (byte) (0x80 | point >> 6 & 0x3F);
        bytes[size++] = (byte) (0x80 | point & 0x3F);
        return at + 1;
    }

    private void escaped(char c, byte[] escapes) {
        room(LONGEST);
        if (escapes == HTML_ESCAPES && MarkedText.SPECIAL.indexOf(c) >= 0) {
            ascii(MarkedText.reference(c));
            return;
        }
        bytes[size++] = '\\';
        bytes[size++] = escapes[c];
        if (escapes[c] == 'u') {
            bytes[size++] = '0';
            bytes[size++] = '0';
            bytes[size++] = HEX[c >> 4];
            bytes[size++] = HEX[c & 15];
        }
    }

    private void value() {
        if (comma) {
            put(',');
        }
        comma = true;
    }

    private void digits(long number, int count) {
        long rest = number;
        for (int i = size + count - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += count;
    }

    private void put(char ascii) {
        room(1);
        bytes[size++] = (byte) ascii;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
