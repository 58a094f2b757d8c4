package broadsheet.search.lucene.walk;

import broadsheet.index.lucene.grams.CommonGrams;
import broadsheet.index.lucene.grams.CommonGrams.Gram;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.walk.Clauses.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermStatistics;

/** Clauses of quotations: by the places of their words, or by what an index of many posts knows beside these. */
final class Quotations {

    private final Weights weights;
    private final CommonGrams grams;
    private final Budget budget;

    Quotations(Weights weights, Reading reading) {
        this.weights = weights;
        this.grams = reading.view().kept(CommonGrams.class, () -> CommonGrams.NONE);
        this.budget = reading.budget();
    }

    /** One that is told by the places of its words, post by post. */
    Listed lookedUp(PhraseQuery phrase, float boost) throws IOException {
        Term[] terms = phrase.getTerms();
        TermStatistics[] statistics = weights.statistics(terms);
        if (terms.length == 0 || statistics.length < terms.length) {
            return Clauses.NOWHERE;
        }
        if (terms.length == 1) {
            return weights.word(terms[0], boost);
        }
        List<Listed> words = new ArrayList<>();
        for (Term term : terms) {
            words.add(weights.word(term, 1));
        }
        float most = weights.scorer(terms[0].field(), boost, statistics).score(Float.MAX_VALUE, 1);
        return lookedUp(phrase, boost, words, most);
    }

    /**
     * One that Lucene looks up.
     *
     * @param words that all its posts have; none where that is not known
     * @param most no score is greater
     */
    Listed lookedUp(Query query, float boost, List<Listed> words, float most) {
        return new PhraseClause(new LuceneClause(weights.searcher(), query, boost, ScoreMode.COMPLETE, most), words,
                budget);
    }

    /** The posts of a quotation of two common words; empty for any other. */
    Optional<Listed> listed(PhraseQuery phrase, float boost) throws IOException {
        List<Gram> pairs = phrase.getTerms().length == 2 ? pairs(phrase) : List.of();
        TermStatistics[] words = pairs.isEmpty()
                ? new TermStatistics[0]
                : weights.statistics(phrase.getTerms());
        return words.length < 2
                ? Optional.empty()
                : Optional.of(new GramClause(pairs.getFirst(), PostSchema.EXACT,
                        weights.scorer(PostSchema.EXACT, boost, words)));
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
