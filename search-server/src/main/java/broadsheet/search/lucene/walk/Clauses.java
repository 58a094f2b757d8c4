package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.view.Reading;
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
import org.apache.lucene.util.BytesRef;

/** Makes clauses of Lucene's queries, with the weights that Lucene would give them. */
final class Clauses {

    /** In no post. */
    private static final UnionClause NOWHERE = new UnionClause(List.of());

    private final IndexSearcher searcher;
    private final PatternClause.Bounds known;
    private final Map<String, CollectionStatistics> fields = new HashMap<>();

    /** @param remembered posts of a segment from which on it is remembered what a pattern scores */
    Clauses(Reading reading, int remembered) {
        this.searcher = reading.searcher();
        PatternBounds bounds = reading.view().kept(PatternBounds.class, PatternBounds::new);
        this.known = (segment, words, boost) -> bounds.of(segment, words, boost, remembered);
    }

    /** A clause whose posts are walked. */
    Clause needed(Query query, ScoreMode mode) throws IOException {
        return isListed(query)
                ? listed(query, 1)
                : new LuceneClause(searcher, query, 1, mode, Float.POSITIVE_INFINITY);
    }

    /** Whether the clause of a query is a {@link Listed} one: a word, the words of a pattern, any of such. */
    static boolean isListed(Query query) {
        return switch (query) {
            case BoostQuery boosted -> isListed(boosted.getQuery());
            case BooleanQuery any -> any.getMinimumNumberShouldMatch() <= 1 && !any.clauses().isEmpty()
                    && any.clauses().stream()
                            .allMatch(clause -> clause.occur() == Occur.SHOULD && isListed(clause.query()));
            default -> query instanceof TermQuery || query instanceof PatternQuery;
        };
    }

    private Listed listed(Query query, float boost) throws IOException {
        return switch (query) {
            case BoostQuery boosted -> listed(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery any -> union(any, boost);
            case PatternQuery pattern -> pattern(pattern, boost);
            default -> word(((TermQuery) query).getTerm(), boost);
        };
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
            TermStatistics found = statistics(word);
            posts = found == null ? posts : Math.max(posts, found.docFreq());
            times += found == null ? 0 : found.totalTermFreq();
        }
        if (posts == 0) {
            return NOWHERE;
        }
        TermStatistics together = new TermStatistics(new BytesRef(pattern.any().field()), posts, times);
        return new PatternClause(pattern.any(), words,
                searcher.getSimilarity().scorer(boost, field(pattern.any().field()), together), boost, known);
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
        List<Listed> all = new ArrayList<>();
        List<Listed> any = new ArrayList<>();
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
        List<Listed> words = new ArrayList<>();
        for (Term term : phrase.getTerms()) {
            TermStatistics found = statistics(term);
            if (found == null) {
                return NOWHERE;
            }
            statistics.add(found);
            words.add(word(term, 1));
        }
        if (statistics.size() < 2) {
            return new LuceneClause(searcher, phrase, boost, ScoreMode.COMPLETE, Float.POSITIVE_INFINITY);
        }
        SimScorer scorer = searcher.getSimilarity().scorer(boost, field(phrase.getTerms()[0].field()),
                statistics.toArray(TermStatistics[]::new));
        return new PhraseClause(
                new LuceneClause(searcher, phrase, boost, ScoreMode.COMPLETE, scorer.score(Float.MAX_VALUE, 1)),
                words);
    }

    private Listed word(Term term, float boost) throws IOException {
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
