package broadsheet.index.opensearch;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostText;
import java.util.ArrayList;
import java.util.List;

/**
 * Tokens with their positions as a text that a node only cuts: spaces part positions, {@code |} parts the terms of one
 * position, {@code _} is a position without a term, and each value of the list begins {@link TextLayout#GAP} positions
 * behind the last. {@code the us|US _ minister} stands for the:0, us:1, US:1, minister:3.
 */
public final class GivenTokens implements PostText.Terms {

    private static final char OTHER = '|';
    private static final char HOLE = '_';
    /** Stands before four hexadecimal digits in the place of a character that means something here. */
    private static final char ESCAPE = '\u0006';

    private final List<String> values = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private final int gap;
    private int last = -1;

    /** @param gap positions between two values, as in the field's mapping */
    GivenTokens(int gap) {
        this.gap = gap;
    }

    GivenTokens() {
        this(TextLayout.GAP);
    }

    @Override
    public void term(int position, String term, boolean further) {
        if (position == last) {
            value.append(OTHER);
        } else {
            move(position);
        }
        escape(term, value);
    }

    private void move(int position) {
        int between = position - last - 1;
        while (gap > 0 && between >= gap) {
            endValue();
            between -= gap;
        }
        for (int hole = 0; hole < between; hole++) {
            space();
            value.append(HOLE);
        }
        space();
        last = position;
    }

    private void space() {
        if (!value.isEmpty()) {
            value.append(' ');
        }
    }

    /** Ends a value; the next begins behind a gap. */
    void endValue() {
        values.add(value.toString());
        value.setLength(0);
    }

    /** The position of the last term; -1 before the first. */
    int last() {
        return last;
    }

    /** All values. */
    List<String> values() {
        List<String> all = new ArrayList<>(values);
        all.add(value.toString());
        return all;
    }

    /** A term as it stands in a field of tokens, in documents and in queries. */
    public static String escaped(String term) {
        StringBuilder out = new StringBuilder(term.length());
        escape(term, out);
        return out.toString();
    }

    private static void escape(String term, StringBuilder out) {
        boolean hole = term.length() == 1 && term.charAt(0) == HOLE;
        for (int i = 0; i < term.length(); i++) {
            char c = term.charAt(i);
            if (hole || c == OTHER || c == ESCAPE || c == 0 || Character.isWhitespace(c)) {
                out.append(ESCAPE).append(String.format("%04x", (int) c));
            } else {
                out.append(c);
            }
        }
    }
}
