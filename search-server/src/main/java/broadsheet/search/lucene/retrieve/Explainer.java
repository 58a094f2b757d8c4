package broadsheet.search.lucene.retrieve;

import broadsheet.analysis.Language;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Explanation.Tier;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.WordGroupQuery;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Says of found posts, in the words of the query, what their scores are made of. */
public final class Explainer {

    /** Of how many hits: an explanation takes ten times as long as finding a hit. */
    private static final int MOST = 10;

    private final IndexSearcher searcher;
    private final Budget budget;
    private final Translation translation;
    private final boolean byScore;
    private final List<Query> recency;
    private final Map<Boolean, ScoreTree> trees = new HashMap<>();
    private final Map<String, QueryLabels> labels = new HashMap<>();

    /** Of posts that were ordered by score, or by date. @param moment from which the age of posts is counted */
    public static Explainer of(Reading reading, Translation translation, boolean byScore, Ranking ranking,
            Instant moment) throws IOException {
        return new Explainer(reading, translation, byScore,
                byScore ? new Recency(ranking, moment).shares(reading.reader()) : List.of());
    }

    /** @param recency what adds to the score for being new */
    private Explainer(Reading reading, Translation translation, boolean byScore, List<Query> recency) {
        this.searcher = reading.searcher();
        this.budget = reading.budget();
        this.translation = translation;
        this.byScore = byScore;
        this.recency = recency;
    }

    /** A share before equal ones are joined. */
    private record Key(Cause cause, Part part, List<String> words) {}

    /** Hits, the first of them with their explanations, in their order. */
    public List<Hit> explained(List<Hit> hits, List<Found> found) throws IOException {
        List<Hit> explained = new ArrayList<>(hits.size());
        for (int i = 0; i < hits.size(); i++) {
            explained.add(i < MOST ? explained(hits.get(i), found.get(i)) : hits.get(i));
        }
        return explained;
    }

    private Hit explained(Hit hit, Found found) throws IOException {
        try {
            budget.check();
            return hit.withExplanation(of(found, hit.post().lang()));
        } catch (Budget.Spent | ExitingReaderException e) {
            return hit;
        }
    }

    private Explanation of(Found found, String lang) throws IOException {
        Tier tier = found.complete() ? Tier.ALL_WORDS : Tier.SOME_WORDS;
        return new Explanation(tier, byScore ? shares(found, lang) : List.of());
    }

    private List<Share> shares(Found found, String lang) throws IOException {
        LeafReaderContext segment = segment(found.document());
        int document = found.document() - segment.docBase;
        QueryLabels words = labels.computeIfAbsent(Language.of(lang).code(),
                code -> new QueryLabels(translation.pieces().getOrDefault(code, List.of())));
        Map<Key, Share> shares = new LinkedHashMap<>();
        ScoreTree tree = tree(found.complete());
        for (ScoreTree.LeafScore part : tree.parts(segment, document)) {
            if (part.score() > 0) {
                Share share = share(tree, part, words, new Post(segment, document));
                shares.merge(new Key(share.cause(), share.part(), share.words()), share, Explainer::joined);
            }
        }
        return shares.values().stream().sorted(Comparator.comparingDouble(Share::score).reversed()).toList();
    }

    private LeafReaderContext segment(int document) {
        List<LeafReaderContext> segments = searcher.getIndexReader().leaves();
        return segments.get(ReaderUtil.subIndex(document, segments));
    }

    /** Posts that lack words are scored by another query. */
    private ScoreTree tree(boolean complete) throws IOException {
        ScoreTree tree = trees.get(complete);
        if (tree == null) {
            BooleanQuery.Builder query = new BooleanQuery.Builder()
                    .add(complete ? translation.all() : translation.any().orElse(translation.all()), Occur.MUST);
            recency.forEach(share -> query.add(share, Occur.SHOULD));
            tree = new ScoreTree(searcher, query.build());
            trees.put(complete, tree);
        }
        return tree;
    }

    private static Share joined(Share one, Share other) {
        Set<String> found = new LinkedHashSet<>(one.found());
        found.addAll(other.found());
        // One word may score by several clauses, but stands there once.
        return new Share(one.cause(), one.part(), one.words(), List.copyOf(found), Math.max(one.times(), other.times()),
                one.score() + other.score());
    }

    /** @param document its number in the segment */
    private record Post(LeafReaderContext segment, int document) {}

    private Share share(ScoreTree tree, ScoreTree.LeafScore part, QueryLabels words, Post post) throws IOException {
        Query query = part.leaf().query();
        List<Term> terms = terms(query);
        if (terms.isEmpty()) {
            return new Share(isRecency(query) ? Cause.RECENCY : Cause.CONDITION, Part.POST, List.of(), List.of(), 0,
                    part.score());
        }
        boolean inTitle = isOfTitle(terms.get(0).field());
        if (part.leaf().headline() && inTitle) {
            return new Share(Cause.HEADLINE, Part.TITLE, List.of(), List.of(), 0, part.score());
        }
        return new Share(cause(query, terms), inTitle ? Part.TITLE : Part.TEXT, words.of(query, terms),
                found(query, post), times(tree.weight(part.leaf()), post), part.score());
    }

    private boolean isRecency(Query query) {
        return recency.stream().map(share -> share instanceof BoostQuery boosted ? boosted.getQuery() : share)
                .anyMatch(query::equals);
    }

    private static boolean isOfTitle(String field) {
        return PostSchema.isTitle(field) || PostSchema.isHead(field);
    }

    private static List<Term> terms(Query query) {
        return switch (query) {
            case TermQuery word -> List.of(word.getTerm());
            case PhraseQuery phrase -> List.of(phrase.getTerms());
            case PatternQuery pattern -> pattern.terms();
            case WordGroupQuery group ->
                group.members().get(0).terms().stream().map(TermAt::term).toList();
            default -> List.of();
        };
    }

    private static Cause cause(Query query, List<Term> terms) {
        boolean exact = terms.get(0).field().equals(PostSchema.EXACT);
        return switch (query) {
            case PhraseQuery phrase when phrase.getSlop() > 0 -> Cause.NEARNESS;
            case PhraseQuery phrase -> exact ? Cause.PHRASE : Cause.WORD;
            case PatternQuery pattern -> Cause.PATTERN;
            case WordGroupQuery group -> exact ? exactCause(terms.get(0)) : Cause.WORD;
            default -> exact ? exactCause(terms.get(0)) : Cause.WORD;
        };
    }

    private static Cause exactCause(Term term) {
        return switch (term.bytes().bytes[term.bytes().offset]) {
            case 1 -> Cause.CAPITALS;
            case 3 -> Cause.ACCENTS;
            default -> Cause.PHRASE;
        };
    }

    /** The words of a pattern, and the synonyms, that the post has. */
    private static List<String> found(Query query, Post post) throws IOException {
        List<String> found = new ArrayList<>();
        if (query instanceof PatternQuery pattern) {
            for (Term term : pattern.terms()) {
                PostingsEnum postings = post.segment().reader().postings(term, PostingsEnum.NONE);
                if (postings != null && postings.advance(post.document()) == post.document()) {
                    found.add(QueryLabels.text(term));
                }
            }
        } else if (query instanceof WordGroupQuery group) {
            found.addAll(group.present(post.segment(), post.document()));
        }
        return found;
    }

    private static int times(Weight weight, Post post) throws IOException {
        Matches matches = weight.matches(post.segment(), post.document());
        int times = 0;
        for (String field : matches == null ? List.<String>of() : matches) {
            MatchesIterator positions = matches.getMatches(field);
            while (positions != null && positions.next()) {
                times++;
            }
        }
        return times;
    }
}
