package broadsheet.index.lucene;

import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordForms;
import java.util.Arrays;

/**
 * Puts stems of words of one language into a field of their own, as headlines have: by the numbers of words, as
 * {@link WordNumbers} does.
 */
final class StemNumbers {

    private final FieldPostings stems;
    /** The word that was last met by each number. */
    private WordForms[] words = {};
    /** Its term in the field. */
    private int[] ids = {};

    StemNumbers(FieldPostings stems) {
        this.stems = stems;
    }

    /** Adds a post's words from one token (included) to another (excluded), with the further terms at their positions. */
    void add(TokenBuffer text, int first, int behindLast) {
        int extra = 0;
        while (extra < text.extraSize() && text.extraToken(extra) < first) {
            extra++;
        }
        for (int token = first; token < behindLast; token++) {
            int position = text.position(token);
            stems.add(id(text.forms(token)), position);
            for (; extra < text.extraSize() && text.extraToken(extra) == token; extra++) {
                if (text.extraInStems(extra)) {
                    stems.add(stems.id(text.extraTerm(extra)), position);
                }
            }
        }
        stems.endPost(behindLast - first);
    }

    private int id(WordForms forms) {
        int number = forms.number();
        if (number >= words.length) {
            int length = Math.max(1024, 2 * number);
            words = Arrays.copyOf(words, length);
            ids = Arrays.copyOf(ids, length);
        }
        if (words[number] != forms) {
            words[number] = forms;
            ids[number] = stems.id(forms.stem());
        }
        return ids[number];
    }
}
