package broadsheet.search.lucene.walk;

import broadsheet.index.lucene.CommonGrams;
import broadsheet.index.lucene.CommonGrams.Gram;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.walk.Clauses.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermStatistics;

/** What an index knows of quotations without the places of their words. */
final class Quotations {

    private final Weights weights;
    private final CommonGrams grams;

    Quotations(Weights weights, CommonGrams grams) {
        this.weights = weights;
        this.grams = grams;
    }

    /** The posts of a quotation of two common words; empty for any other query. */
    Optional<Listed> listed(Query query) throws IOException {
        if (!(query instanceof PhraseQuery phrase) || phrase.getTerms().length != 2) {
            return Optional.empty();
        }
        List<Gram> pairs = pairs(phrase);
        TermStatistics[] words = pairs.isEmpty()
                ? new TermStatistics[0]
                : weights.statistics(phrase.getTerms());
        return words.length < 2
                ? Optional.empty()
                : Optional.of(new GramClause(pairs.getFirst(), PostSchema.EXACT,
                        weights.scorer(PostSchema.EXACT, 1, words)));
    }

    /** Lists of posts that have a longer quotation and other posts, much shorter than those of its words. */
    List<Clause> around(Query query) {
        return query instanceof PhraseQuery phrase && phrase.getTerms().length > 2
                ? pairs(phrase).stream().<Clause>map(gram -> new GramClause(gram, PostSchema.EXACT, null)).toList()
                : List.of();
    }

    /** Those words of a quotation side by side of which it is known where they stand. */
    private List<Gram> pairs(PhraseQuery phrase) {
        Term[] words = phrase.getTerms();
        int[] positions = phrase.getPositions();
        List<Gram> pairs = new ArrayList<>();
        boolean exact = phrase.getSlop() == 0 && words[0].field().equals(PostSchema.EXACT);
        for (int i = 1; i < words.length && exact; i++) {
            if (positions[i] - positions[i - 1] == 1) {
                grams.of(words[i - 1].bytes(), words[i].bytes()).ifPresent(pairs::add);
            }
        }
        return pairs;
    }
}
