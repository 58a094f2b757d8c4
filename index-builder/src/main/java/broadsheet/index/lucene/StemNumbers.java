package broadsheet.index.lucene;

import broadsheet.analysis.TokenBuffer;
import broadsheet.index.lucene.WordNumbers.TermIds;

/**
 * Puts stems of words of one language into a field of their own, as headlines have: by the numbers of words, as
 * {@link WordNumbers} does.
 */
final class StemNumbers {

    private final FieldPostings stems;
    private final TermIds ids;

    StemNumbers(FieldPostings stems) {
        this.stems = stems;
        this.ids = new TermIds(word -> stems.id(word.stem()));
    }

    /** Adds a post's words from one token (included) to another (excluded), with the further terms at their positions. */
    void add(TokenBuffer text, int first, int behindLast) {
        int extra = 0;
        while (extra < text.extraSize() && text.extraToken(extra) < first) {
            extra++;
        }
        for (int token = first; token < behindLast; token++) {
            int position = text.position(token);
            stems.add((int) ids.of(text.forms(token)), position);
            for (; extra < text.extraSize() && text.extraToken(extra) == token; extra++) {
                if (text.extraInStems(extra)) {
                    stems.add(stems.id(text.extraTerm(extra)), position);
                }
            }
        }
        stems.endPost(behindLast - first);
    }
}
