package broadsheet.search.lucene.match;

import broadsheet.search.lucene.view.Dictionary;
import broadsheet.search.lucene.view.WordPattern;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.lucene.util.BytesRef;

/**
 * The terms of a field that a pattern stands for, the most frequent ones where there are too many.
 *
 * @param terms most frequent first (fuzzy: nearest first)
 * @param cut whether there were more
 * @param any the documents that have any of them
 */
public record TermExpansion(String field, List<BytesRef> terms, boolean cut, AnyTermQuery any) {

    private TermExpansion(String field, List<BytesRef> terms, boolean cut) {
        this(field, terms, cut, new AnyTermQuery(field, terms));
    }

    /** How many words of a pattern are used, the most frequent ones; a note says so. Each word costs reading its postings. */
    public static final int MOST = 1_024;
    /** How many neighbours of a word are used; only a short word has more at two letters' distance, and then means little. */
    private static final int MOST_FUZZY = 50;

    /** Words that begin so. */
    public static TermExpansion ofPrefix(String field, Dictionary words, String prefix) {
        BytesRef start = new BytesRef(prefix);
        int from = words.firstFrom(start);
        int end = from;
        while (end < words.size() && words.begins(end, start)) {
            end++;
        }
        return mostFrequent(field, words, IntStream.range(from, end));
    }

    /** @param pattern with ? for one character and * for any number */
    public static TermExpansion ofPattern(String field, Dictionary words, String pattern) {
        WordPattern open = new WordPattern(pattern);
        BytesRef start = open.start();
        IntStream fitting = IntStream.range(words.firstFrom(start), words.size())
                .takeWhile(number -> words.begins(number, start)).filter(number -> words.fits(number, open));
        return mostFrequent(field, words, fitting);
    }

    private static TermExpansion mostFrequent(String field, Dictionary words, IntStream numbers) {
        // Posts above, the number below and turned round: sorted backwards, words of one frequency are in their order.
        long[] byFrequency = numbers.mapToLong(number -> (long) words.posts(number) << 32 | Integer.MAX_VALUE - number)
                .toArray();
        Arrays.sort(byFrequency);
        int most = Math.min(MOST, byFrequency.length);
        List<BytesRef> terms = LongStream.rangeClosed(1, most)
                .mapToObj(i -> words.term(Integer.MAX_VALUE - (int) byFrequency[byFrequency.length - (int) i]))
                .toList();
        return new TermExpansion(field, terms, byFrequency.length > MOST);
    }

    /** @param edits how many letters may differ, 1 or 2 */
    public static TermExpansion ofFuzzy(String field, Dictionary words, String word, int edits) {
        if (word.isEmpty()) {
            return new TermExpansion(field, List.of(), false);
        }
        List<Dictionary.Near> near = words.near(word, edits, 1);
        List<BytesRef> terms = near.stream().limit(MOST_FUZZY).map(found -> words.term(found.number())).toList();
        return new TermExpansion(field, terms, near.size() > MOST_FUZZY);
    }
}
