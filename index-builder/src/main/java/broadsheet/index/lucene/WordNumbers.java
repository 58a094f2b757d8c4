package broadsheet.index.lucene;

import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordForms;
import java.util.Arrays;

/**
 * Puts the words of posts of one language into their two fields. Remembers each word's terms by its number, so that a
 * word that comes again, as nearly all do, costs three look-ups in arrays.
 */
final class WordNumbers {

    private final FieldPostings exact;
    private final FieldPostings stems;
    /** The word that was last met by each number. */
    private WordForms[] words = {};
    /** Its term in the field of stems in the upper 32 bits, that in the field of exact forms in the lower ones. */
    private long[] ids = {};

    WordNumbers(FieldPostings exact, FieldPostings stems) {
        this.exact = exact;
        this.stems = stems;
    }

    /** Adds a post's words, each with the further terms at its position. @param length how many words count */
    void add(TokenBuffer text, int length) {
        int extra = 0;
        for (int token = 0; token < text.size(); token++) {
            WordForms forms = text.forms(token);
            int position = text.position(token);
            long both = ids(forms);
            exact.add((int) both, position);
            stems.add((int) (both >>> 32), position);
            for (; extra < text.extraSize() && text.extraToken(extra) == token; extra++) {
                if (text.extraInExact(extra)) {
                    exact.add(exact.id(text.extraTerm(extra)), position);
                }
                if (text.extraInStems(extra)) {
                    stems.add(stems.id(text.extraTerm(extra)), position);
                }
            }
        }
        exact.endPost(length);
        stems.endPost(length);
    }

    private long ids(WordForms forms) {
        int number = forms.number();
        if (number >= words.length) {
            int length = Math.max(1024, 2 * number);
            words = Arrays.copyOf(words, length);
            ids = Arrays.copyOf(ids, length);
        }
        if (words[number] != forms) {
            words[number] = forms;
            ids[number] = (long) stems.id(forms.stem()) << 32 | exact.id(forms.exact());
        }
        return ids[number];
    }
}
