package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/** Makes clauses of Lucene's queries, with the weights that Lucene would give them. */
final class Clauses {

    /** In no post. */
    static final UnionClause NOWHERE = new UnionClause(List.of());

    private final Weights weights;
    private final Quotations quotations;
    private final PatternClause.Bounds known;

    /** @param remembered posts of a segment from which on it is remembered what a pattern scores */
    Clauses(Reading reading, int remembered) {
        this.weights = new Weights(reading.searcher());
        this.quotations = new Quotations(weights, reading);
        PatternBounds bounds = reading.view().kept(PatternBounds.class, PatternBounds::new);
        this.known = (segment, words, boost) -> bounds.of(segment, words, boost, remembered);
    }

    /** Lists of posts that have what is needed and other posts. */
    List<Clause> around(Query query) {
        return quotations.around(query);
    }

    /** A clause whose posts are walked. */
    Clause needed(Query query, ScoreMode mode) throws IOException {
        if (Plan.isListed(query)) {
            return listed(query, 1);
        }
        Optional<Listed> quotation = query instanceof PhraseQuery phrase
                ? quotations.listed(phrase, 1)
                : Optional.empty();
        return quotation.isPresent()
                ? quotation.get()
                : new LuceneClause(weights.searcher(), query, 1, mode, Float.POSITIVE_INFINITY);
    }

    /** A clause of which any is enough: a listed one, or a quotation. */
    Listed oneOfAny(Query query, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> oneOfAny(boosted.getQuery(), boost * boosted.getBoost());
            case PhraseQuery phrase -> {
                Optional<Listed> known = quotations.listed(phrase, boost);
                yield known.isPresent() ? known.get() : quotations.lookedUp(phrase, boost);
            }
            case BooleanQuery filtered when Plan.isFiltered(filtered) -> filtered(filtered, boost);
            default -> listed(query, boost);
        };
    }

    private Listed filtered(BooleanQuery query, float boost) throws IOException {
        float most = listed(query.getClauses(Occur.SHOULD).iterator().next(), boost).most();
        return quotations.lookedUp(query, boost, List.of(), most);
    }

    private Listed listed(Query query, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> listed(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery raised when Plan.isRaised(raised) -> raised(raised, boost);
            case BooleanQuery any -> union(any, boost);
            case PatternQuery pattern -> pattern(pattern, boost);
            default -> weights.word(((TermQuery) query).getTerm(), boost);
        };
    }

    private Listed raised(BooleanQuery query, float boost) throws IOException {
        Listed word = listed(query.getClauses(Occur.MUST).iterator().next(), boost);
        Clause bonus = bonus(query.getClauses(Occur.SHOULD).iterator().next(), boost);
        return word == NOWHERE || bonus == NOWHERE ? word : new RaisedClause(word, bonus);
    }

    private Listed union(BooleanQuery any, float boost) throws IOException {
        List<Listed> words = new ArrayList<>();
        for (Query one : Plan.merged(any.getClauses(Occur.SHOULD))) {
            words.add(listed(one, boost));
        }
        return new UnionClause(words);
    }

    /** With the statistics of Lucene's query for synonyms. */
    private Listed pattern(PatternQuery pattern, float boost) throws IOException {
        List<Term> words = pattern.terms();
        long posts = 0;
        long times = 0;
        for (Term word : words) {
            TermStatistics found = weights.statistics(word);
            posts = found == null ? posts : Math.max(posts, found.docFreq());
            times += found == null ? 0 : found.totalTermFreq();
        }
        if (posts == 0) {
            return NOWHERE;
        }
        TermStatistics together = new TermStatistics(new BytesRef(pattern.any().field()), posts, times);
        return new PatternClause(pattern.any(), words,
                weights.scorer(pattern.any().field(), boost, together), boost, known);
    }

    /** Clauses that only score, those that cost least first; without those that no post has. */
    List<Clause> bonuses(List<Query> queries) throws IOException {
        List<Clause> cheap = new ArrayList<>();
        List<Clause> dear = new ArrayList<>();
        for (Query query : queries) {
            Clause bonus = bonus(query, 1);
            if (bonus != NOWHERE) {
                (bonus.isDear() ? dear : cheap).add(bonus);
            }
        }
        cheap.addAll(dear);
        return cheap;
    }

    private Clause bonus(Query query, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> bonus(boosted.getQuery(), boost * boosted.getBoost());
            case TermQuery word -> weights.occurs(word.getTerm()) ? weights.word(word.getTerm(), boost) : NOWHERE;
            case PhraseQuery phrase -> quotations.lookedUp(phrase, boost);
            case BooleanQuery bool when isOfWords(bool) -> sum(bool, boost);
            default -> new LuceneClause(weights.searcher(), query, boost, ScoreMode.COMPLETE, Float.POSITIVE_INFINITY);
        };
    }

    private static boolean isOfWords(BooleanQuery query) {
        return query.getMinimumNumberShouldMatch() == 0 && query.clauses().stream().allMatch(
                clause -> clause.query() instanceof TermQuery
                        && (clause.occur() == Occur.MUST || clause.occur() == Occur.SHOULD));
    }

    private Clause sum(BooleanQuery query, float boost) throws IOException {
        List<Listed> all = new ArrayList<>();
        List<Listed> any = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            Term term = ((TermQuery) clause.query()).getTerm();
            boolean occurs = weights.occurs(term);
            if (clause.occur() == Occur.MUST && !occurs) {
                return NOWHERE;
            }
            if (occurs) {
                (clause.occur() == Occur.MUST ? all : any).add(weights.word(term, boost));
            }
        }
        return all.isEmpty() && any.isEmpty() ? NOWHERE : new SumClause(all, any);
    }

    /** The weights that Lucene gives to words and quotations. */
    static final class Weights {

        private final IndexSearcher searcher;
        private final Map<String, CollectionStatistics> fields = new HashMap<>();

        Weights(IndexSearcher searcher) {
            this.searcher = searcher;
        }

        IndexSearcher searcher() {
            return searcher;
        }

        /** In no post where it does not occur. */
        Listed word(Term term, float boost) throws IOException {
            TermStatistics statistics = statistics(term);
            return statistics == null ? NOWHERE : new TermClause(term, scorer(term.field(), boost, statistics));
        }

        boolean occurs(Term term) throws IOException {
            return searcher.getIndexReader().docFreq(term) > 0;
        }

        /** @param words of the field; of a quotation all of its words */
        SimScorer scorer(String field, float boost, TermStatistics... words) throws IOException {
            CollectionStatistics known = fields.get(field);
            if (known == null) {
                known = searcher.collectionStatistics(field);
                fields.put(field, known);
            }
            return searcher.getSimilarity().scorer(boost, known, words);
        }

        /** Those of all words of a quotation; none where one of them is in no post. */
        TermStatistics[] statistics(Term[] words) throws IOException {
            List<TermStatistics> statistics = new ArrayList<>(words.length);
            for (Term word : words) {
                TermStatistics found = statistics(word);
                if (found == null) {
                    return new TermStatistics[0];
                }
                statistics.add(found);
            }
            return statistics.toArray(TermStatistics[]::new);
        }

        /** Null for a word in no post. */
        TermStatistics statistics(Term term) throws IOException {
            long posts = 0;
            long times = 0;
            for (LeafReaderContext segment : searcher.getLeafContexts()) {
                Terms terms = segment.reader().terms(term.field());
                TermsEnum found = terms == null ? TermsEnum.EMPTY : terms.iterator();
                if (found.seekExact(term.bytes())) {
                    posts += found.docFreq();
                    times += found.totalTermFreq();
                }
            }
            return posts == 0 ? null : new TermStatistics(term.bytes(), posts, times);
        }
    }
}
