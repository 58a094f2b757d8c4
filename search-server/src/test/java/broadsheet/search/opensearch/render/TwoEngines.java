package broadsheet.search.opensearch.render;

import broadsheet.cluster.OneCluster;
import broadsheet.index.SiteFacts;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterPostIndexer;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.Notes;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import tools.jackson.databind.node.ObjectNode;

/** The same posts in an embedded index and on a cluster, in one shard and in three; each may be asked. */
final class TwoEngines implements AutoCloseable {

    /** Scores are sums of logarithms, which the two engines round at different places: by half of this, where it was measured. */
    private static final double EQUAL = 5e-7;
    private static final SiteFacts SITE = new SiteFacts("The Packet", "https://packet.example", "en", "Europe/Berlin");
    private static final String SCRIPT = "\"script_score\":";
    private static final int[] SHARDS = {1, 3};

    private final IndexOfPosts embedded;
    private final Cluster cluster;
    private final String prefix;
    private final int posts;
    private final Set<String> names;
    /** Whether this version can score by scripts. */
    private final boolean scripts;

    private TwoEngines(IndexOfPosts embedded, Cluster cluster, String prefix, int posts) throws IOException {
        this.embedded = embedded;
        this.cluster = cluster;
        this.prefix = prefix;
        this.posts = posts;
        this.scripts = !cluster.version().failsAtScripts();
        String index = cluster.send(Call.get("/" + prefix + SHARDS[0] + "/_alias")).propertyNames().iterator().next();
        this.names = new Notes(cluster, index + "-notes").words().terms(ClusterSchema.NAMES).keySet();
    }

    static TwoEngines of(Path folder, OneCluster.Real real, String prefix, List<Post> posts) throws IOException {
        // each build waits until nodes remove what was written over
        try (ExecutorService builds = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            for (Future<Void> build : builds.invokeAll(Arrays.stream(SHARDS)
                    .<Callable<Void>>mapToObj(shards -> () -> publish(real, prefix, shards, posts)).toList())) {
                build.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IOException(e);
        }
        return new TwoEngines(IndexOfPosts.of(folder, posts), real.client(), prefix, posts.size());
    }

    private static Void publish(OneCluster.Real real, String prefix, int shards, List<Post> posts) throws IOException {
        ClusterPlace place = new ClusterPlace(real.options(), prefix + shards, shards, 0);
        try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[]{7}, SITE);
        }
        return null;
    }

    IndexOfPosts embedded() {
        return embedded;
    }

    private record Found(String id, double score) {}

    /** How many posts a query finds, and a sentence on the first difference between the engines, if there is one. */
    record Compared(int posts, Optional<String> difference) {}

    Compared compare(Query query) throws IOException {
        List<Found> expected = ofEmbedded(query);
        ObjectNode json = json(query, true);
        boolean able = scripts || !json.toString().contains(SCRIPT);
        for (int shards : able ? SHARDS : new int[0]) {
            Optional<String> difference = difference(expected, ofCluster(json, shards, posts));
            if (difference.isPresent()) {
                return new Compared(expected.size(), Optional.of(shards + " shards: " + difference.get()));
            }
        }
        return new Compared(expected.size(),
                json.toString().contains(SCRIPT) ? withoutScripts(query, expected) : Optional.empty());
    }

    /** A cluster that fails at scripts finds the same posts; their scores are others. */
    private Optional<String> withoutScripts(Query query, List<Found> expected) throws IOException {
        ObjectNode json = json(query, false);
        Set<String> found = ids(ofCluster(json, SHARDS[0], posts));
        return found.equals(ids(expected)) && !json.toString().contains(SCRIPT)
                ? Optional.empty()
                : Optional.of("without scripts: " + found.size() + " posts, not " + expected.size() + "; " + json);
    }

    private static Set<String> ids(List<Found> found) {
        return found.stream().map(Found::id).collect(Collectors.toSet());
    }

    private static List<Found> ordered(List<Found> found) {
        found.sort(Comparator.comparingDouble((Found hit) -> -hit.score()).thenComparing(Found::id));
        return found;
    }

    private List<Found> ofEmbedded(Query query) throws IOException {
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : embedded.searcher().search(query, posts).scoreDocs) {
            found.add(new Found(embedded.id(hit.doc), hit.score));
        }
        return ordered(found);
    }

    ObjectNode json(Query query) throws IOException {
        return json(query, true);
    }

    private ObjectNode json(Query query, boolean scripts) throws IOException {
        return QueryJson.of(query,
                new RenderContext(embedded.reader(), this::count, term -> names.contains(term.text()), scripts));
    }

    /** Asks the cluster for the ten best posts. */
    void best(Query query, int shards) throws IOException {
        ofCluster(json(query), shards, 10);
    }

    private List<Found> ofCluster(ObjectNode query, int shards, int most) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", most).put("_source", false);
        body.set("query", query);
        List<Found> found = new ArrayList<>();
        cluster.send(Call.read("/" + prefix + shards + "/_search?search_type=dfs_query_then_fetch", body)).path("hits")
                .path("hits").forEach(hit -> found.add(new Found(hit.path("_id").asString(),
                        hit.path("_score").asDouble())));
        return ordered(found);
    }

    private static Optional<String> difference(List<Found> expected, List<Found> found) {
        Map<String, Double> scores = found.stream().collect(Collectors.toMap(Found::id, Found::score));
        for (Found hit : expected) {
            if (!scores.containsKey(hit.id())) {
                return Optional.of("the cluster lacks " + hit);
            }
            if (Math.abs(scores.get(hit.id()) - hit.score()) > EQUAL * hit.score()) {
                return Optional.of("the cluster scores " + scores.get(hit.id()) + " for " + hit);
            }
        }
        for (int i = 0; i < expected.size(); i++) {
            Found one = expected.get(i);
            Found other = i < found.size() ? found.get(i) : new Found("nothing", 0);
            if (!one.id().equals(other.id()) && Math.abs(one.score() - other.score()) > EQUAL * one.score()) {
                return Optional.of("at " + i + " there is " + other + " and not " + one);
            }
        }
        return found.size() == expected.size()
                ? Optional.empty()
                : Optional.of("the cluster finds " + found.size() + " and not " + expected.size());
    }

    /** Words in a row, counted in the embedded index. */
    private RenderContext.Count count(String field, List<TermAt> terms) throws IOException {
        PhraseQuery.Builder row = new PhraseQuery.Builder();
        terms.forEach(term -> row.add(term.term(), term.position()));
        IndexSearcher searcher = embedded.searcher();
        Weight weight = searcher.createWeight(searcher.rewrite(row.build()), ScoreMode.COMPLETE, 1);
        long found = 0;
        long times = 0;
        for (LeafReaderContext segment : embedded.reader().leaves()) {
            for (int post = 0; post < segment.reader().maxDoc(); post++) {
                Matches matches = weight.matches(segment, post);
                found += matches == null ? 0 : 1;
                MatchesIterator each = matches == null ? null : matches.getMatches(terms.get(0).term().field());
                while (each != null && each.next()) {
                    times++;
                }
            }
        }
        return new RenderContext.Count(found, times);
    }

    @Override
    public void close() {
        cluster.close();
        embedded.close();
    }
}
