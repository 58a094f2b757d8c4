package broadsheet.search.snippet;

import broadsheet.analysis.TextLayout;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** The sentences of a post's excerpt and body, each read only when it is asked for. */
final class Sentences {

    private final TextLayout layout;
    private final BytesRef text;

    Sentences(TextLayout layout, BytesRef text) {
        this.layout = layout;
        this.text = text;
    }

    TextLayout layout() {
        return layout;
    }

    int count() {
        return layout.sentences();
    }

    /** The number of the sentence that holds a position; 0 for a position before the text. */
    int at(int position) {
        return Math.max(0, layout.sentenceAt(position));
    }

    /** A sentence with the white space behind it. */
    String text(int number) {
        int start = start(number);
        return new String(text.bytes, text.offset + start, start(number + 1) - start, StandardCharsets.UTF_8);
    }

    /** Letters and digits of a sentence in lower case. Two sentences are compared by these. */
    String letters(int number) {
        String sentence = text(number);
        StringBuilder letters = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length();) {
            int c = sentence.codePointAt(i);
            if (c >= 'a' && c <= 'z') {
                letters.append((char) c);
            } else if (Character.isLetterOrDigit(c)) {
                letters.appendCodePoint(Character.toLowerCase(c));
            }
            i += Character.charCount(c);
        }
        return letters.toString();
    }

    /** Whether the sentences from the first to the last have {@code most} characters or fewer; no sentence has none. */
    boolean fit(int first, int last, int most) {
        if (first > last) {
            return true;
        }
        int start = start(first);
        int end = start(last + 1);
        // One character takes up to four bytes of UTF-8; only what lies between is counted.
        if (end - start <= most || end - start > 4 * most) {
            return end - start <= most;
        }
        int characters = 0;
        for (int i = start; i < end; i++) {
            characters += (text.bytes[text.offset + i] & 0xC0) == 0x80 ? 0 : 1;
        }
        return characters <= most;
    }

    /** Whether a sentence goes on in the paragraph of the one before it. */
    boolean goesOn(int number) {
        return number > 0 && number < count() && !layout.opensParagraph(number)
                && layout.position(number) < layout.bodyStart() == layout.position(number - 1) < layout.bodyStart();
    }

    private int start(int number) {
        return Math.min(layout.firstByte(number), text.length);
    }
}
