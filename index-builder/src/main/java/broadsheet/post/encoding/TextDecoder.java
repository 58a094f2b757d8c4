package broadsheet.post.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Turns a file's bytes into text, whatever encoding they have; it never fails. In this order: a byte order mark
 * (UTF-8, UTF-16, UTF-32); UTF-16 without a mark, known by its many zero bytes; strict UTF-8; what the file declares;
 * UTF-8 with a few stray bytes; what juniversalchardet detects; windows-1252. All but UTF-8 is reported. Both
 * {@code \r\n} and a lone {@code \r} become {@code \n}; form feeds and vertical tabs become spaces; other control
 * characters are dropped and reported.
 */
public final class TextDecoder {

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private TextDecoder() {}

    /** The text of these bytes; empty for none. */
    public static Decoded decode(byte[] bytes) {
        return decode(bytes, Optional.empty());
    }

    /** @param declared which encoding the bytes say that they are in, if it is not UTF-8 */
    public static Decoded decode(byte[] bytes, Optional<Charset> declared) {
        Optional<Mark> mark = Mark.of(bytes);
        if (mark.isPresent() && !mark.get().charset.equals(StandardCharsets.UTF_8)) {
            return lenient(bytes, mark.get().length, mark.get().charset);
        }
        if (mark.isPresent()) {
            return utf8(Arrays.copyOfRange(bytes, mark.get().length, bytes.length), Optional.empty());
        }
        if (isClean(bytes)) {
            // Java puts U+FFFD for what is no UTF-8: text without one needs no second look
            String text = new String(bytes, StandardCharsets.UTF_8);
            if (text.indexOf('\uFFFD') < 0) {
                return new Decoded(text, "UTF-8", List.of());
            }
        }
        Optional<Charset> wide = unmarkedUtf16(bytes);
        return wide.isPresent() ? lenient(bytes, 0, wide.get()) : utf8(bytes, declared);
    }

    /** Whether no byte is one that UTF-16 or a control character would have, nor begins U+FEFF, U+FFFE or U+FFFF. */
    private static boolean isClean(byte[] bytes) {
        for (byte b : bytes) {
            if (b < ' ' ? b >= 0 && b != '\n' && b != '\t' || b == (byte) 0xEF : b == 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static Decoded utf8(byte[] bytes, Optional<Charset> declared) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CoderResult result = strict.decode(input, chars, true);
        if (!result.isError()) {
            return cleaned(chars.flip().toString(), "UTF-8", new ArrayList<>());
        }
        return notUtf8(bytes, chars.flip().toString(), declared);
    }

    private static Decoded notUtf8(byte[] bytes, String good, Optional<Charset> declared) {
        StrayBytes mixed = StrayBytes.read(bytes);
        List<Finding> findings = new ArrayList<>();
        if (declared.isEmpty() && mixed.isMostlyUtf8()) {
            findings.add(new Finding("mixed-encoding", mixed.stray() + " bytes are not UTF-8, the first is 0x"
                    + hex(bytes[mixed.firstByte()]) + "; they were read as windows-1252", good.length()));
            return cleaned(mixed.text(), "UTF-8", findings);
        }
        Charset charset = declared.orElseGet(() -> detected(bytes));
        findings.add(new Finding("not-utf8",
                "not UTF-8 (byte 0x" + hex(bytes[mixed.firstByte()]) + "), read as " + charset.name(), good.length()));
        if (charset.equals(FALLBACK)) {
            return cleaned(Windows1252.decode(bytes), charset.name(), findings);
        }
        return cleaned(decoded(bytes, 0, charset, findings), charset.name(), findings);
    }

    /** Reads on over bytes that the encoding cannot explain: each becomes U+FFFD. */
    private static Decoded lenient(byte[] bytes, int from, Charset charset) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("not-utf8", "not UTF-8, read as " + charset.name(), 0));
        return cleaned(decoded(bytes, from, charset, findings), charset.name(), findings);
    }

    private static String decoded(byte[] bytes, int from, Charset charset, List<Finding> findings) {
        String text = new String(bytes, from, bytes.length - from, charset);
        int bad = text.indexOf('\uFFFD');
        if (bad >= 0 && !decodesCleanly(bytes, from, charset)) {
            findings.add(new Finding("undecodable-bytes", "bytes that " + charset.name() + " cannot explain", bad));
        }
        return text;
    }

    private static boolean decodesCleanly(byte[] bytes, int from, Charset charset) {
        try {
            charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * The encoding that juniversalchardet finds in the first 64 KB, if it explains every byte; else windows-1252,
     * the encoding that HTML gives to pages that name none (Encoding Standard, 2024).
     */
    private static Charset detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        if (name == null || !Charset.isSupported(name)) {
            return FALLBACK;
        }
        Charset charset = Charset.forName(name);
        return !charset.equals(StandardCharsets.UTF_8) && decodesCleanly(bytes, 0, charset) ? charset : FALLBACK;
    }

    /**
     * UTF-16 of mostly Latin text has a zero in every other byte; a tenth of the pairs is enough for any script, since
     * spaces, digits and line breaks have one too. Stray NULs in UTF-8 hardly reach that.
     */
    private static Optional<Charset> unmarkedUtf16(byte[] bytes) {
        int pairs = Math.min(bytes.length, 4096) / 2;
        int little = 0;
        int big = 0;
        for (int i = 0; i < pairs; i++) {
            boolean firstZero = bytes[2 * i] == 0;
            boolean secondZero = bytes[2 * i + 1] == 0;
            little += !firstZero && secondZero ? 1 : 0;
            big += firstZero && !secondZero ? 1 : 0;
        }
        if (Math.max(little, big) < 4 || Math.max(little, big) * 10 < pairs
                || Math.min(little, big) * 10 > Math.max(little, big)) {
            return Optional.empty();
        }
        return Optional.of(little > big ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
    }

    private static Decoded cleaned(String text, String charset, List<Finding> findings) {
        int first = firstUnclean(text);
        if (first < 0) {
            return new Decoded(text, charset, findings);
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        int dropped = 0;
        int droppedAt = 0;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (c == '\f' || c == 0x0B) {
                out.append(' ');
            } else if (isDropped(c)) {
                droppedAt = dropped++ == 0 ? out.length() : droppedAt;
            } else {
                out.append(c);
            }
        }
        if (dropped > 0) {
            findings.add(new Finding("control-characters", dropped + " control characters were dropped", droppedAt));
        }
        return new Decoded(out.toString(), charset, findings);
    }

    private static int firstUnclean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' || c == '\f' || c == 0x0B || isDropped(c)) {
                return i;
            }
        }
        return -1;
    }

    /** C1 controls stay: they are traces of wrecked text, which {@link TextRepair} needs. */
    private static boolean isDropped(char c) {
        return c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7F || c >= 0xFFFE || c == '\uFEFF';
    }

    private static String hex(byte b) {
        return String.format(Locale.ROOT, "%02X", b & 0xFF);
    }

    /** A byte order mark: which encoding it announces, and its length in bytes. */
    private record Mark(Charset charset, int length) {

        static Optional<Mark> of(byte[] b) {
            int head = 0;
            for (int i = 0; i < 4; i++) {
                head = head << 8 | (i < b.length ? b[i] & 0xFF : 0x55);
            }
            if (head >>> 8 == 0xEFBBBF) {
                return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
            }
            if (head == 0xFFFE0000) {
                return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
            }
            if (head == 0x0000FEFF) {
                return Optional.of(new Mark(Charset.forName("UTF-32BE"), 4));
            }
            if (head >>> 16 == 0xFFFE) {
                return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
            }
            return head >>> 16 == 0xFEFF ? Optional.of(new Mark(StandardCharsets.UTF_16BE, 2)) : Optional.empty();
        }
    }
}
