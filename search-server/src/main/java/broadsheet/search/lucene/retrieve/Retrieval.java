package broadsheet.search.lucene.retrieve;

import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.retrieve.Start.Part;
import broadsheet.search.lucene.retrieve.TopPosts.Tier;
import broadsheet.search.lucene.translate.FilterQueries;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Finds and orders posts: those with all the words first, then, where these do not fill a page, those with any. */
public final class Retrieval {

    private final Reading reading;
    private final Translation translation;
    private final SearchRequest request;
    private final Ranking ranking;
    private final Instant moment;
    private final Recency recency;
    private final Folding folding;
    private final TopPosts posts;

    public Retrieval(Reading reading, Translation translation, SearchRequest request, Ranking ranking, Start start) {
        this.reading = reading;
        this.translation = translation;
        this.request = request;
        this.ranking = ranking;
        this.moment = start.moment();
        this.recency = new Recency(ranking, moment);
        this.folding = new Folding(reading.view(), request.foldCopies());
        this.posts = new TopPosts(reading, folding, byScore() ? Optional.of(recency) : Optional.empty(), request,
                start);
    }

    /** A found post, by document number; {@code complete} when it has all the words. */
    public record Found(int document, double score, boolean complete, boolean pinned) {

        public Found(int document, double score, boolean complete) {
            this(document, score, complete, false);
        }
    }

    /**
     * The found posts.
     *
     * @param found of one page, in order
     * @param matches the posts that {@code total} counts, or all where none has all the words
     * @param hits how many hits all posts make, copies of one story being one
     */
    public record Result(List<Found> found, MatchSet matches, long total, long totalAll, long hits, boolean relaxed) {}

    /**
     * Finds posts and puts those of a page in order.
     *
     * @param ids of posts that stand before all others, whatever words they have
     */
    public Result run(List<String> ids) throws IOException {
        reading.budget().begin(Step.MATCH);
        Tier words = posts.tier(framed(translation.all()), Part.ALL_WORDS, 0, List.of(), Optional.empty());
        MatchSet complete = words.matches();
        reading.budget().begin(Step.ORDER);
        Pinned pinned = Pinned.of(ids, this::visible);
        List<Found> pins = folding.fold(List.of(), pinned.found(this::scored, complete), false);
        List<Found> found = new ArrayList<>(posts.pins(pins));
        found.addAll(posts.of(words.behind(pinned), found.size(), pins));
        long total = complete.count();
        if (!relaxes(total)) {
            MatchSet extra = pinned.butFor(complete);
            long hits = folding.hits(complete, extra);
            return new Result(posts.page(found), complete, total, total + extra.count(), hits, false);
        }
        List<Found> before = Folding.joined(pins, complete);
        Tier some = posts.tier(framed(translation.any().orElseThrow()), Part.SOME_WORDS, found.size(), before,
                Optional.of(words));
        MatchSet incomplete = some.matches();
        found.addAll(posts.of(some.behind(pinned), found.size(), before));
        MatchSet extra = pinned.butFor(complete, incomplete);
        return new Result(posts.page(found), total == 0 ? incomplete : complete, total,
                total + incomplete.count() + extra.count(), folding.hits(complete, incomplete, extra),
                incomplete.count() > 0);
    }

    /** How many posts have all the words. */
    public long count() throws IOException {
        return reading.searcher().count(framed(translation.all()));
    }

    /** The number of a post that filters and publication let through; -1 when there is none. */
    private int visible(Query post) throws IOException {
        ScoreDoc[] top = reading.searcher().search(framed(post), 1).scoreDocs;
        return top.length == 0 ? -1 : top[0].doc;
    }

    /** The score by which a post would be ordered; 0 where it would not be found. */
    private double scored(Query post, boolean complete) throws IOException {
        if (!byScore()) {
            return 0;
        }
        Query words = complete ? translation.all() : translation.any().orElse(translation.all());
        Query fresh = recency.added(words, reading.reader());
        ScoreDoc[] top = reading.searcher().search(
                new BooleanQuery.Builder().add(fresh, Occur.MUST).add(post, Occur.FILTER).build(), 1).scoreDocs;
        return top.length == 0 ? 0 : top[0].score;
    }

    /** Why found posts stand where they do. */
    public Explainer explainer() throws IOException {
        return Explainer.of(reading, translation, byScore(), ranking, moment);
    }

    /**
     * Whether posts that lack words are shown, too. Posts are counted, not hits, so that the totals are the same folded
     * or not. By date they are shown only where no post has all the words, since nothing would set them apart.
     */
    private boolean relaxes(long total) {
        return translation.any().isPresent()
                && (byScore() ? total < request.size() : total == 0);
    }

    private boolean byScore() {
        return translation.scored() && request.sort() == SearchRequest.Sort.RELEVANCE;
    }

    private Query framed(Query query) {
        BooleanQuery.Builder framed = new BooleanQuery.Builder().add(query, Occur.MUST);
        FilterQueries.add(framed, request.filters(), reading.zone());
        reading.addVisible(framed);
        return framed.build();
    }
}
