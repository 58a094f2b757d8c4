package broadsheet.search.lucene;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;

/**
 * The terms of a field that a pattern stands for, the most frequent ones where there are too many.
 *
 * @param terms most frequent first (fuzzy: nearest first)
 * @param cut whether there were more
 */
record TermExpansion(List<BytesRef> terms, boolean cut) {

    /** As query-language.md has it: of more words, the most frequent ones are used. */
    static final int MOST = 1_024;
    /** A word has more than 50 neighbours of two letters' distance only when it is short, and then means little. */
    private static final int MOST_FUZZY = 50;
    /** Terms below this byte are marked forms, not words. */
    private static final int FIRST_WORD_BYTE = 4;

    private record Counted(BytesRef term, float nearness, int posts) {
        private static final Comparator<Counted> WORST_FIRST = Comparator.comparing(Counted::nearness)
                .thenComparing(Counted::posts).thenComparing(Counted::term, Comparator.reverseOrder());
    }

    /** Terms that begin so. */
    static TermExpansion ofPrefix(IndexReader reader, String field, String start) throws IOException {
        return enumerate(reader, field, new PrefixQuery(new Term(field, start)));
    }

    /** @param pattern with ? for one character and * for any number */
    static TermExpansion ofPattern(IndexReader reader, String field, String pattern) throws IOException {
        AutomatonQuery query;
        try {
            query = new WildcardQuery(new Term(field, pattern));
        } catch (TooComplexToDeterminizeException e) {
            // Dozens of stars and question marks in one word: what stands before the first of them decides.
            return ofPrefix(reader, field, pattern.split("[*?]", 2)[0]);
        }
        return enumerate(reader, field, query);
    }

    /** @param edits how many letters may differ, 1 or 2 */
    static TermExpansion ofFuzzy(IndexReader reader, String field, String word, int edits) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null || word.isEmpty()) {
            return new TermExpansion(List.of(), false);
        }
        FuzzyTermsEnum near = new FuzzyTermsEnum(terms, new Term(field, word), edits, 0, true);
        return collect(near, near::getBoost, MOST_FUZZY);
    }

    private static TermExpansion enumerate(IndexReader reader, String field, AutomatonQuery query)
            throws IOException {
        Terms terms = MultiTerms.getTerms(reader, field);
        if (terms == null) {
            return new TermExpansion(List.of(), false);
        }
        return collect(query.getCompiled().getTermsEnum(terms), () -> 0, MOST);
    }

    private static TermExpansion collect(TermsEnum found, Nearness nearness, int most) throws IOException {
        PriorityQueue<Counted> best = new PriorityQueue<>(Counted.WORST_FIRST);
        boolean cut = false;
        for (BytesRef term = found.next(); term != null; term = found.next()) {
            if (term.length == 0 || (term.bytes[term.offset] & 0xFF) < FIRST_WORD_BYTE) {
                continue;
            }
            best.add(new Counted(BytesRef.deepCopyOf(term), nearness.ofLastTerm(), found.docFreq()));
            if (best.size() > most) {
                best.poll();
                cut = true;
            }
        }
        List<BytesRef> terms = best.stream().sorted(Counted.WORST_FIRST.reversed()).map(Counted::term).toList();
        return new TermExpansion(terms, cut);
    }

    private interface Nearness {
        float ofLastTerm();
    }
}
