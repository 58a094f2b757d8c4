package broadsheet.index.lucene;

import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordForms;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/**
 * Puts the words of posts of one language into their two fields. Remembers each word's terms by its number, so that a
 * word that comes again, as nearly all do, costs three look-ups in arrays.
 */
final class WordNumbers {

    private final FieldPostings exact;
    private final FieldPostings stems;
    /** A word's term in the field of stems in the upper 32 bits, that in the field of exact forms in the lower ones. */
    private final TermIds ids;

    WordNumbers(FieldPostings exact, FieldPostings stems) {
        this.exact = exact;
        this.stems = stems;
        this.ids = new TermIds(word -> (long) stems.id(word.stem()) << 32 | exact.id(word.exact()));
    }

    /** Adds a post's words, each with the further terms at its position. @param length how many words count */
    void add(TokenBuffer text, int length) {
        int extra = 0;
        for (int token = 0; token < text.size(); token++) {
            int position = text.position(token);
            long both = ids.of(text.forms(token));
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

    /** What terms a word has in some fields, by the word's number: a word that comes again, as nearly all do, costs a look at two arrays. */
    static final class TermIds {

        private static final int FEWEST = 1024;

        private final ToLongFunction<WordForms> terms;
        /** The word that was last met by each number. */
        private WordForms[] words = {};
        private long[] ids = {};

        /** @param terms finds out what terms a word has */
        TermIds(ToLongFunction<WordForms> terms) {
            this.terms = terms;
        }

        long of(WordForms word) {
            int number = word.number();
            if (number >= words.length) {
                int length = Math.max(FEWEST, 2 * number);
                words = Arrays.copyOf(words, length);
                ids = Arrays.copyOf(ids, length);
            }
            if (words[number] != word) {
                words[number] = word;
                ids[number] = terms.applyAsLong(word);
            }
            return ids[number];
        }
    }
}
