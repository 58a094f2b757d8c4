package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.lucene.Asking;
import broadsheet.search.lucene.retrieve.Explainer;
import broadsheet.search.lucene.translate.FilterQueries;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The questions of one search as the cluster understands them, and the order of its hits. */
final class PageQueries {

    /** The share of an undated post: that of a post two pivots old, in the middle of an archive. */
    private static final float UNDATED = 1 / 3f;

    private final ClusterSearcher searcher;
    private final Reading reading;
    private final SearchRequest request;
    private final Ranking ranking;
    private final Translation translation;
    private final Optional<Instant> moment;

    /** @param moment from which the age of posts is counted; empty where it does not count */
    PageQueries(Asking asking, ClusterSearcher searcher, Translation translation, Optional<Instant> moment) {
        this.searcher = searcher;
        this.reading = asking.reading();
        this.request = asking.request();
        this.ranking = asking.ranking();
        this.translation = translation;
        this.moment = moment;
    }

    SearchRequest request() {
        return request;
    }

    /** Whether hits are ordered by score; else by date. */
    boolean byScore() {
        return translation.scored() && request.sort() == Sort.RELEVANCE;
    }

    /** Says of posts in an index why they stand where they do. */
    Explainer explainer(Reading page) throws IOException {
        return Explainer.of(page, translation, byScore(), ranking, moment.orElseGet(reading::now));
    }

    /** Whether small values of the order come first. */
    boolean rising() {
        return !byScore() && request.sort() == Sort.OLDEST;
    }

    /** The posts with all the words, under the filters. */
    ObjectNode all() throws IOException {
        return framed(translation.all());
    }

    /** The posts that lack some of the words. */
    ObjectNode some() throws IOException {
        return bool(List.of(framed(translation.any().orElseThrow())), List.of(all()));
    }

    /** The posts of either kind, and some posts by their ids. */
    ObjectNode union(boolean someToo, Collection<String> ids) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ArrayNode either = body.putObject("bool").put("minimum_should_match", 1).putArray("should");
        either.add(all());
        if (someToo) {
            either.add(framed(translation.any().orElseThrow()));
        }
        if (!ids.isEmpty()) {
            either.add(terms(PostFields.ID, ids));
        }
        return body;
    }

    /** Posts that filters and publication let through, of those with these ids. */
    ObjectNode visible(Collection<String> ids) throws IOException {
        return bool(List.of(framed(MatchAllDocsQuery.INSTANCE), terms(PostFields.ID, ids)), List.of());
    }

    /** These posts with the score that they have as hits. @param complete as those with all the words */
    ObjectNode scored(ObjectNode some, boolean complete) throws IOException {
        Query words = complete ? translation.all() : translation.any().orElse(translation.all());
        ObjectNode body = Cluster.JSON.createObjectNode();
        ObjectNode parts = body.putObject("bool");
        parts.putArray("must").add(fresh(searcher.json(words)));
        parts.putArray("filter").add(some);
        return body;
    }

    /** Scores of those of these posts that match; the others are there, too, with nothing. */
    ObjectNode alsoScored(ObjectNode some, boolean complete) throws IOException {
        Query words = complete ? translation.all() : translation.any().orElse(translation.all());
        ObjectNode body = Cluster.JSON.createObjectNode();
        ObjectNode parts = body.putObject("bool");
        parts.putArray("should").add(fresh(searcher.json(words)));
        parts.putArray("filter").add(some);
        return body;
    }

    private ObjectNode framed(Query query) throws IOException {
        BooleanQuery.Builder framed = new BooleanQuery.Builder();
        framed.add(query, Occur.MUST);
        FilterQueries.add(framed, request.filters(), reading.zone());
        reading.addVisible(framed);
        return searcher.json(framed.build());
    }

    /** The posts of these stories that may be seen, whatever words they have. */
    ObjectNode ofStories(Collection<String> stories) throws IOException {
        BooleanQuery.Builder visible = new BooleanQuery.Builder();
        visible.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        reading.addVisible(visible);
        return bool(List.of(searcher.json(visible.build()), terms(ClusterSchema.STORY, stories)), List.of());
    }

    static ObjectNode terms(String field, Collection<String> values) {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ArrayNode all = body.putObject("terms").putArray(field);
        values.forEach(all::add);
        return body;
    }

    /** What matches all of some questions and none of others; its score is the sum of the first. */
    static ObjectNode bool(List<ObjectNode> must, List<ObjectNode> not) {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ObjectNode parts = body.putObject("bool");
        ArrayNode all = parts.putArray("must");
        must.forEach(all::add);
        ArrayNode none = parts.putArray("must_not");
        not.forEach(none::add);
        return body;
    }

    /** The query with what being new adds to its scores. */
    private ObjectNode fresh(ObjectNode query) {
        return moment.map(now -> fresh(query, now)).orElse(query);
    }

    private ObjectNode fresh(ObjectNode query, Instant now) {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ObjectNode parts = body.putObject("bool");
        parts.putArray("must").add(query);
        ArrayNode shares = parts.putArray("should");
        shares.addObject().putObject("distance_feature").put("field", PostFields.DATE)
                .put("origin", Long.toString(now.toEpochMilli()))
                .put("pivot", ranking.recencyPivot().toMillis() + "ms").put("boost", ranking.recency());
        ObjectNode undated = shares.addObject().putObject("constant_score").put("boost",
                ranking.recency() * UNDATED);
        undated.putObject("filter").putObject("bool").putArray("must_not").addObject().putObject("exists")
                .put("field", PostFields.DATE);
        return body;
    }

    /** A search for hits, without how many and from where. @param without posts of these stories or ids are none */
    ObjectNode hits(ObjectNode query, List<ObjectNode> without) {
        ObjectNode body = Cluster.JSON.createObjectNode().put("track_total_hits", false);
        ObjectNode scored = byScore() ? fresh(query) : query;
        body.set("query", without.isEmpty() ? scored : bool(List.of(scored), without));
        ArrayNode sort = body.putArray("sort");
        if (byScore()) {
            sort.addObject().put("_score", "desc");
        } else {
            sort.addObject().putObject(PostFields.DATE).put("order", rising() ? "asc" : "desc").put("missing",
                    "_last");
        }
        sort.addObject().put(ClusterSchema.ORDER, "asc");
        return body;
    }

    /** The same with one hit for each story. */
    ObjectNode folded(ObjectNode hits) {
        if (request.foldCopies()) {
            hits.putObject("collapse").put("field", ClusterSchema.STORY);
        }
        return hits;
    }
}
