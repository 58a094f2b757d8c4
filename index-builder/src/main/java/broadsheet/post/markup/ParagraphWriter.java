package broadsheet.post.markup;

import broadsheet.post.Post;
import broadsheet.post.template.SourceSigns;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects plain text in paragraphs that stand apart by one empty line. White space of every kind folds to one space;
 * characters that nobody sees are dropped; code keeps its lines. The result is in Unicode's form NFC.
 */
final class ParagraphWriter {

    /**
     * Most combining marks on one letter: Unicode's stream-safe limit (UAX 15, section 13). More of them cost squared
     * time.
     */
    private static final int MARKS = 30;

    /** The text so far. Not a StringBuilder: that looks at each character for whether it fits into a byte. */
    private char[] out;
    private int length;
    private final boolean withCode;
    private final List<String> asides = new ArrayList<>();
    private boolean space;
    private boolean softBreak;
    private boolean output;
    private int lineBreaks;
    private boolean paragraph;
    /** Whether the paragraph that comes is one that the page does not show. */
    private boolean nextUnseen;
    /** Where such paragraphs begin in {@code out}. */
    private final List<Integer> unseen = new ArrayList<>();
    private boolean muted;
    private boolean inCode;
    private boolean beyondLatin;
    private int marks;

    /**
     * @param capacity characters that are expected
     * @param withCode whether code is written; checks of prose leave it out
     */
    ParagraphWriter(int capacity, boolean withCode) {
        this.out = new char[Math.max(16, capacity)];
        this.withCode = withCode;
    }

    /** Text within a paragraph. */
    void text(String text) {
        if (muted || inCode && !withCode) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isPlain(c)) {
                int end = plainEnd(text, i + 1);
                begin(c);
                append(text, i, end);
                marks = 0;
                i = end - 1;
            } else {
                unusual(text, i, c);
            }
        }
    }

    /** Where a run of plain characters and single spaces between them ends: it is written as it stands, in one piece. */
    private static int plainEnd(String text, int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!isPlain(c) && !(c == ' ' && i + 1 < text.length() && isPlain(text.charAt(i + 1)))) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Visible, and nothing that Unicode's form NFC would change: Latin letters, and dashes, quotation marks, dots. */
    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x7F || c > 0xA0 && c < 0x300 && c != 0xAD || c >= 0x2010 && c <= 0x2027;
    }

    /** The end of a word. */
    void space() {
        space = true;
    }

    /** A line break in the source, a space on the page; none between two characters of Chinese or Japanese. */
    void softBreak() {
        softBreak = true;
    }

    /** A forced line break: ends a word; two in a row end a paragraph. */
    void lineBreak() {
        space = true;
        if (++lineBreaks > 1) {
            paragraph();
        }
    }

    /** Ends the paragraph, if one has begun. */
    void paragraph() {
        paragraph = true;
        if (!asides.isEmpty() && !muted) {
            List<String> waiting = List.copyOf(asides);
            asides.clear();
            for (String aside : waiting) {
                paragraph = true;
                nextUnseen = true;
                text(aside);
            }
            paragraph = true;
            nextUnseen = false;
        }
    }

    /** Ends the paragraph; the next one is a text that the page does not show, {@code alt} of a picture for one. */
    void unseenParagraph() {
        paragraph();
        nextUnseen = true;
    }

    /** Text that becomes an unseen paragraph of its own after the one under way: what a picture shows. */
    void aside(String text) {
        if (!muted && !text.isBlank()) {
            asides.add(text);
        }
    }

    /** A paragraph of code: its lines stay as they are; empty ones and characters that nobody sees go. */
    void code(String code) {
        paragraph();
        boolean first = true;
        inCode = true;
        for (String line : code.split("\n")) {
            if (line.isBlank() || muted || !withCode) {
                continue;
            }
            if (!first) {
                append('\n');
                space = false;
                indent(line);
            }
            text(line.strip());
            first = false;
        }
        inCode = false;
        paragraph();
    }

    /** Whether what follows is code within a sentence. */
    void inCode(boolean value) {
        inCode = value;
    }

    /** While muted all is dropped. */
    void mute(boolean value) {
        muted = value;
    }

    /** All that was written, without a line break at the end. */
    String finish() {
        return finishBody().text();
    }

    /** The same with the places of what the page does not show. */
    Post.Body finishBody() {
        paragraph();
        if (!beyondLatin) {
            return new Post.Body(new String(out, 0, length), unseen);
        }
        if (unseen.isEmpty()) {
            return new Post.Body(nfc(0, length), unseen);
        }
        // nothing composes across an empty line, so that the pieces are what the whole would be
        StringBuilder text = new StringBuilder(length);
        List<Integer> starts = new ArrayList<>();
        int from = 0;
        for (int start : unseen) {
            text.append(nfc(from, start));
            starts.add(text.length());
            from = start;
        }
        return new Post.Body(text.append(nfc(from, length)).toString(), starts);
    }

    private String nfc(int from, int to) {
        return Normalizer.normalize(new String(out, from, to - from), Normalizer.Form.NFC);
    }

    private void indent(String line) {
        for (int i = 0; i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t'); i++) {
            append(line.charAt(i));
        }
    }

    private void unusual(String text, int i, char c) {
        if (c == SourceSigns.OUTPUT) {
            output = true;
        } else if (c == SourceSigns.BREAK) {
            paragraph();
            nextUnseen = false;
        } else if (c == SourceSigns.UNSEEN) {
            unseenParagraph();
        } else if (c == '\n') {
            softBreak = true;
        } else if (c == ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            space = true;
        } else if (!Invisible.isDropped(text, i)) {
            visible(c);
        }
    }

    private void visible(char c) {
        beyondLatin = true;
        marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
        if (marks > MARKS) {
            return;
        }
        begin(c);
        append(c);
    }

    private void append(char c) {
        if (length == out.length) {
            out = Arrays.copyOf(out, length * 2);
        }
        out[length++] = c;
    }

    private void append(String text, int from, int to) {
        if (out.length - length < to - from) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + to - from));
        }
        text.getChars(from, to, out, length);
        length += to - from;
    }

    /** Writes what stands between the last character and this one. */
    private void begin(char next) {
        lineBreaks = 0;
        if (!(space || softBreak || output || paragraph)) {
            return;
        }
        if (paragraph && length > 0) {
            append('\n');
            append('\n');
        } else if (length > 0 && !paragraph && partsWords(out[length - 1], next)) {
            append(' ');
        }
        space = false;
        softBreak = false;
        output = false;
        paragraph = false;
        if (nextUnseen) {
            unseen.add(length);
            nextUnseen = false;
        }
    }

    private boolean partsWords(char last, char next) {
        if (last == '\n') {
            return false;
        }
        return space || softBreak && !(isUnspaced(last) && isUnspaced(next))
                || output && Character.isLetterOrDigit(last) && Character.isLetterOrDigit(next);
    }

    /** Han, kana and their punctuation: written without spaces, so a line's end is none. */
    private static boolean isUnspaced(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF00 && c <= 0xFF60;
    }
}
