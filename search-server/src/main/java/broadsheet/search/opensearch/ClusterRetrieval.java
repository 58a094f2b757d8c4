package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.Cursor;
import broadsheet.search.lucene.retrieve.Start.Part;
import broadsheet.search.opensearch.ClusterPosts.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds and orders posts as the embedded engine does: pins, then posts with all the words, then, where these do not fill
 * a page, those with any. One request to the cluster finds and counts a page; a second one where words were left out.
 */
final class ClusterRetrieval {

    private static final List<String> KEPT = List.of(PostFields.ID, ClusterSchema.POST, ClusterSchema.STORY,
            ClusterSchema.HEADLINE, ClusterSchema.COPIED);

    private final ClusterPosts posts;
    private final PageQueries queries;
    private final SearchRequest request;
    private final ClusterCounts counts;
    private final boolean relaxable;
    private final Cursor cursor;
    private final Optional<LastHit> after;
    private final String reader;

    /** @param relaxable whether posts that lack words are another question */
    ClusterRetrieval(ClusterPosts posts, PageQueries queries, ClusterCounts counts, boolean relaxable,
            Cursor cursor) {
        this.posts = posts;
        this.queries = queries;
        this.counts = counts;
        this.request = queries.request();
        this.relaxable = relaxable;
        this.cursor = cursor;
        this.after = cursor.last().isEmpty()
                ? Optional.empty()
                : Optional.of(cursor.parsed(request, LastHit::parse, hit -> hit.isIn(queries.byScore())));
        this.reader = "q" + Integer.toHexString(request.text().hashCode());
    }

    /**
     * The found posts.
     *
     * @param page in order
     * @param counts of the posts with all the words, or of all where none has them
     * @param counted the question by which these were found
     */
    record Result(List<ClusterHit> page, long total, long totalAll, long hits, boolean relaxed, JsonNode counts,
            ObjectNode counted) {}

    /** The posts of a tier, and which of them are no hits, as they stand before. */
    record Tier(ObjectNode query, Part part, List<ObjectNode> without) {}

    Result run(List<String> ids) throws IOException {
        ClusterPins pins = ClusterPins.of(ids, posts, queries, request.foldCopies());
        List<ClusterHit> page = new ArrayList<>(pins.shown(cursor.hits(), request.size(), after));
        Tier words = new Tier(queries.all(), Part.ALL_WORDS, pins.without());
        int from = Math.max(0, skipped() - pins.hits().size());
        int room = request.size() - page.size();
        List<Question> first = new ArrayList<>();
        first.add(new Question(counting(words.query(), true), false));
        boolean plain = after.isEmpty() || after.get().part() == Part.PINS;
        TopHits top = new TopHits(queries, words, from, plain ? room : 0);
        first.add(top.question());
        if (!pins.isEmpty()) {
            first.add(new Question(counting(queries.union(false, pins.ids()), false), false));
            first.add(new Question(counting(behind(words), false), false));
        }
        List<JsonNode> answers = posts.search(first, reader);
        long total = ClusterPosts.total(answers.get(0));
        if (plain) {
            page.addAll(top.of(answers.get(1), posts, reader));
        } else if (after.get().part() == Part.ALL_WORDS) {
            page.addAll(furtherHits(words, room));
        }
        if (!relaxes(total)) {
            long hits = stories(answers.get(pins.isEmpty() ? 0 : 2));
            return new Result(page, total, total + pins.extra(false), hits, false, answers.get(0),
                    words.query());
        }
        return relaxed(pins, page, answers);
    }

    /** Where the page begins: 0 where a search goes on behind a hit. */
    private int skipped() {
        return after.isPresent() ? 0 : cursor.hits();
    }

    private Result relaxed(ClusterPins pins, List<ClusterHit> page, List<JsonNode> first) throws IOException {
        long total = ClusterPosts.total(first.get(0));
        long before = pins.hits().size() + stories(first.get(pins.isEmpty() ? 0 : 3));
        Tier some = new Tier(queries.some(), Part.SOME_WORDS, without(pins, first.get(0)));
        boolean plain = after.isEmpty() || after.get().part() != Part.SOME_WORDS;
        int from = (int) Math.max(0, skipped() - before);
        TopHits top = new TopHits(queries, some, from, plain ? request.size() - page.size() : 0);
        List<Question> second = new ArrayList<>(List.of(top.question()));
        if (pins.isEmpty()) {
            second.add(new Question(counting(total == 0 ? some.query() : queries.union(true, Set.of()), total == 0),
                    false));
        } else {
            second.add(new Question(counting(queries.union(true, pins.ids()), false), false));
            second.add(new Question(counting(some.query(), total == 0), false));
        }
        List<JsonNode> answers = posts.search(second, reader);
        page.addAll(plain
                ? top.of(answers.get(0), posts, reader)
                : furtherHits(some, request.size() - page.size()));
        JsonNode last = answers.getLast();
        long incomplete = ClusterPosts.total(last) - (pins.isEmpty() ? total : 0);
        return new Result(page, total, total + incomplete + pins.extra(true), stories(answers.get(1)), incomplete > 0,
                total == 0 ? last : first.get(0), total == 0 ? some.query() : queries.all());
    }

    /** The posts that stand before those that lack words: pins, and all copies of a post with all the words. */
    private List<ObjectNode> without(ClusterPins pins, JsonNode complete) throws IOException {
        List<ObjectNode> without = new ArrayList<>(pins.without());
        if (request.foldCopies() && complete.path("aggregations").path("copied").path("doc_count").asLong() > 0) {
            ObjectNode body = Cluster.JSON.createObjectNode().put("size", request.size()).put("track_total_hits",
                    false);
            body.set("query", queries.all());
            body.putArray("_source").add(ClusterSchema.STORY);
            Set<String> stories = new LinkedHashSet<>();
            posts.sources(body).forEach(source -> stories.add(source.path(ClusterSchema.STORY).asString("")));
            without.add(PageQueries.terms(ClusterSchema.STORY, stories));
        }
        return without;
    }

    private List<ClusterHit> furtherHits(Tier tier, int room) throws IOException {
        return new FurtherHits(posts, queries, request, reader)
                .behind(after.orElseThrow(), () -> kept(queries.hits(tier.query(), tier.without())), room);
    }

    static ObjectNode kept(ObjectNode body) {
        ArrayNode kept = body.putArray("_source");
        KEPT.forEach(kept::add);
        return body;
    }

    private static ObjectNode behind(Tier tier) {
        return tier.without().isEmpty() ? tier.query() : PageQueries.bool(List.of(tier.query()), tier.without());
    }

    /** Counts posts, and how many of them are copies of how many stories. @param all facets and timeline, too */
    private ObjectNode counting(ObjectNode query, boolean all) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", true);
        body.set("query", query);
        ObjectNode counted = body.putObject("aggs");
        if (all) {
            counts.ask(counted);
        }
        if (request.foldCopies()) {
            ObjectNode copied = counted.putObject("copied");
            copied.putObject("filter").putObject("term").put(ClusterSchema.COPIED, true);
            copied.putObject("aggs").putObject("stories").putObject("cardinality").put("field", ClusterSchema.STORY)
                    .put("precision_threshold", 40_000);
        }
        return body;
    }

    /** How many hits the counted posts make: one a story. */
    private static long stories(JsonNode answer) {
        JsonNode copied = answer.path("aggregations").path("copied");
        return ClusterPosts.total(answer) - copied.path("doc_count").asLong(0)
                + copied.path("stories").path("value").asLong(0);
    }

    /** As in the embedded engine: by date, posts that lack words are shown only where no post has all. */
    private boolean relaxes(long total) {
        return relaxable && (queries.byScore() ? total < request.size() : total == 0);
    }
}
