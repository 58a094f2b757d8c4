package broadsheet.index.opensearch;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Where sentences, paragraphs and parts of a post begin and end, as tokens at the positions of its words: {@code s} at
 * the first word of a sentence and {@code S} at its last, so that what lies within one is found by intervals. A stretch
 * of one word has {@code s1} in the place of both.
 */
public final class Bounds {

    /** The kinds of stretches, by the letter of their first word; that of the last is the capital. */
    public enum Kind {
        SENTENCE("s"),
        PARAGRAPH("p"),
        TITLE("t"),
        LEAD("l"),
        BODY("b"),
        /** The words on which a name stands. */
        NAME("n");

        private final String letter;

        Kind(String letter) {
            this.letter = letter;
        }

        /** The token at the first word. */
        public String first() {
            return letter;
        }

        /** The token at the last word. */
        public String last() {
            return letter.toUpperCase(Locale.ROOT);
        }

        /** The token at a word that is both. */
        public String single() {
            return letter + "1";
        }
    }

    private final PostText text;
    private final TreeMap<Integer, List<String>> at = new TreeMap<>();

    private Bounds(PostText text) {
        this.text = text;
    }

    /** The values of the field. */
    static List<String> of(PostText text, NamesOnText names) {
        Bounds bounds = new Bounds(text);
        TextLayout layout = text.layout();
        bounds.stretch(Kind.TITLE, 0, layout.titleEnd());
        bounds.stretch(Kind.SENTENCE, 0, layout.titleEnd());
        bounds.stretch(Kind.PARAGRAPH, 0, layout.titleEnd());
        bounds.stretch(Kind.LEAD, layout.titleEnd(), layout.leadEnd());
        bounds.stretch(Kind.BODY, layout.bodyStart(), layout.bodyEnd());
        int paragraph = 0;
        for (int i = 0; i < layout.sentences(); i++) {
            boolean last = i + 1 == layout.sentences();
            int end = last ? layout.bodyEnd() : layout.position(i + 1);
            bounds.stretch(Kind.SENTENCE, layout.position(i), end);
            if (last || layout.opensParagraph(i + 1)) {
                bounds.stretch(Kind.PARAGRAPH, layout.position(paragraph), end);
                paragraph = i + 1;
            }
        }
        for (int[] name : names.stretches()) {
            bounds.add(Kind.NAME, names.position(name[0]), names.position(name[1]));
        }
        GivenTokens given = new GivenTokens();
        bounds.at.forEach((position, tokens) -> tokens.forEach(token -> given.term(position, token, false)));
        return given.values();
    }

    /** A stretch from a position (included) to another (excluded), as far as words stand there. */
    private void stretch(Kind kind, int from, int to) {
        int first = firstFrom(from);
        int last = firstFrom(to) - 1;
        if (last < first) {
            return;
        }
        add(kind, text.position(first), text.position(last));
    }

    /** @param last position of the last word */
    private void add(Kind kind, int first, int last) {
        if (first == last) {
            add(first, kind.single());
            return;
        }
        add(first, kind.first());
        add(last, kind.last());
    }

    private void add(int position, String token) {
        at.computeIfAbsent(position, key -> new ArrayList<>()).add(token);
    }

    /** The first token of the text at a position or behind it. */
    private int firstFrom(int position) {
        int low = 0;
        int high = text.words();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.position(middle) < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
