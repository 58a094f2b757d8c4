package broadsheet.search.lucene.walk;

import broadsheet.index.lucene.CommonGrams;
import broadsheet.index.lucene.CommonGrams.Gram;
import broadsheet.index.lucene.PostSchema;
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
    private final CommonGrams grams;
    private final Map<String, CollectionStatistics> fields = new HashMap<>();

    /** @param remembered posts of a segment from which on it is remembered what a pattern scores */
    Clauses(Reading reading, int remembered) {
        this.searcher = reading.searcher();
        PatternBounds bounds = reading.view().kept(PatternBounds.class, PatternBounds::new);
        this.grams = reading.view().kept(CommonGrams.class, () -> CommonGrams.NONE);
        this.known = (segment, words, boost) -> bounds.of(segment, words, boost, remembered);
    }

    /** A clause whose posts are walked. */
    Clause needed(Query query, ScoreMode mode) throws IOException {
        if (isListed(query)) {
            return listed(query, 1);
        }
        List<Gram> pairs = query instanceof PhraseQuery phrase ? pairs(phrase) : List.of();
        return pairs.size() == 1 && ((PhraseQuery) query).getTerms().length == 2
                ? gram(pairs.getFirst(), (PhraseQuery) query)
                : new LuceneClause(searcher, query, 1, mode, Float.POSITIVE_INFINITY);
    }

    /** Lists of posts that have what is needed and other posts, much shorter than those of its words. */
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

    private Clause gram(Gram gram, PhraseQuery phrase) throws IOException {
        List<TermStatistics> statistics = new ArrayList<>();
        for (Term term : phrase.getTerms()) {
            TermStatistics found = statistics(term);
            if (found == null) {
                return NOWHERE;
            }
            statistics.add(found);
        }
        return new GramClause(gram, PostSchema.EXACT, scorer(statistics, PostSchema.EXACT, 1));
    }

    private SimScorer scorer(List<TermStatistics> words, String field, float boost) throws IOException {
        return searcher.getSimilarity().scorer(boost, field(field), words.toArray(TermStatistics[]::new));
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
        SimScorer scorer = scorer(statistics, phrase.getTerms()[0].field(), boost);
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
