package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
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

/** Makes clauses of Lucene's queries, with the weights that Lucene would give them. */
final class Clauses {

    private static final Clause NOWHERE = new Clause() {
        @Override
        public float most() {
            return 0;
        }

        @Override
        public Scores in(Segment segment) {
            return Scores.NONE;
        }
    };

    private final IndexSearcher searcher;
    private final Map<String, CollectionStatistics> fields = new HashMap<>();

    Clauses(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** A clause whose posts are walked. */
    Clause needed(Query query, ScoreMode mode) throws IOException {
        float boost = 1;
        Query inner = query;
        while (inner instanceof BoostQuery boosted) {
            boost *= boosted.getBoost();
            inner = boosted.getQuery();
        }
        return inner instanceof TermQuery word
                ? word(word.getTerm(), boost)
                : new LuceneClause(searcher, inner, boost, mode, Float.POSITIVE_INFINITY);
    }

    /** Clauses that only score, those that cost least first; without those that no post has. */
    List<Clause> bonuses(List<Query> queries) throws IOException {
        List<Clause> cheap = new ArrayList<>();
        List<Clause> dear = new ArrayList<>();
        for (Query query : queries) {
            Clause bonus = bonus(query, 1);
            if (bonus != NOWHERE) {
                (bonus instanceof LuceneClause ? dear : cheap).add(bonus);
            }
        }
        cheap.addAll(dear);
        return cheap;
    }

    private Clause bonus(Query query, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> bonus(boosted.getQuery(), boost * boosted.getBoost());
            case TermQuery word -> occurs(word.getTerm()) ? word(word.getTerm(), boost) : NOWHERE;
            case PhraseQuery phrase -> phrase(phrase, boost);
            case BooleanQuery bool when isOfWords(bool) -> sum(bool, boost);
            default -> new LuceneClause(searcher, query, boost, ScoreMode.COMPLETE, Float.POSITIVE_INFINITY);
        };
    }

    private static boolean isOfWords(BooleanQuery query) {
        return query.getMinimumNumberShouldMatch() == 0 && query.clauses().stream().allMatch(
                clause -> clause.query() instanceof TermQuery
                        && (clause.occur() == Occur.MUST || clause.occur() == Occur.SHOULD));
    }

    private Clause sum(BooleanQuery query, float boost) throws IOException {
        List<Clause> all = new ArrayList<>();
        List<Clause> any = new ArrayList<>();
        for (BooleanClause clause : query.clauses()) {
            Term term = ((TermQuery) clause.query()).getTerm();
            boolean occurs = occurs(term);
            if (clause.occur() == Occur.MUST && !occurs) {
                return NOWHERE;
            }
            if (occurs) {
                (clause.occur() == Occur.MUST ? all : any).add(word(term, boost));
            }
        }
        return all.isEmpty() && any.isEmpty() ? NOWHERE : new SumClause(all, any);
    }

    private Clause phrase(PhraseQuery phrase, float boost) throws IOException {
        List<TermStatistics> statistics = new ArrayList<>();
        for (Term term : phrase.getTerms()) {
            TermStatistics found = statistics(term);
            if (found == null) {
                return NOWHERE;
            }
            statistics.add(found);
        }
        if (statistics.size() < 2) {
            return new LuceneClause(searcher, phrase, boost, ScoreMode.COMPLETE, Float.POSITIVE_INFINITY);
        }
        SimScorer scorer = searcher.getSimilarity().scorer(boost, field(phrase.getTerms()[0].field()),
                statistics.toArray(TermStatistics[]::new));
        return new LuceneClause(searcher, phrase, boost, ScoreMode.COMPLETE, scorer.score(Float.MAX_VALUE, 1));
    }

    private Clause word(Term term, float boost) throws IOException {
        TermStatistics statistics = statistics(term);
        return statistics == null
                ? NOWHERE
                : new TermClause(term, searcher.getSimilarity().scorer(boost, field(term.field()), statistics));
    }

    private boolean occurs(Term term) throws IOException {
        return searcher.getIndexReader().docFreq(term) > 0;
    }

    private CollectionStatistics field(String name) throws IOException {
        CollectionStatistics known = fields.get(name);
        if (known == null) {
            known = searcher.collectionStatistics(name);
            fields.put(name, known);
        }
        return known;
    }

    /** Null for a word in no post. */
    private TermStatistics statistics(Term term) throws IOException {
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
