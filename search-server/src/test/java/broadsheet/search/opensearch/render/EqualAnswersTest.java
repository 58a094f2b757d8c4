package broadsheet.search.opensearch.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.cluster.OneCluster;
import broadsheet.index.SiteFacts;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.ClusterPostIndexer;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.translate.Translation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Queries of all kinds find the same posts with the same scores on the cluster as in the embedded index. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class EqualAnswersTest {

    private static final SiteFacts SITE = new SiteFacts("The Packet", "https://packet.example", "en", "Europe/Berlin");
    private static final int POSTS = 400;

    @TempDir
    private static Path folder;
    private static IndexOfPosts embedded;
    private static Cluster cluster;

    private record Found(String id, double score) {}

    @BeforeAll
    static void build(OneCluster.Real real) throws IOException {
        List<Post> posts = new Newspaper(16).posts(POSTS);
        embedded = IndexOfPosts.of(folder.resolve("index"), posts);
        cluster = real.client();
        for (int shards : new int[]{1, 3}) {
            ClusterPlace place = new ClusterPlace(real.options(), "render" + shards, shards, 0);
            try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, false)) {
                for (Post post : posts) {
                    indexer.put(post.id(), List.of(post));
                }
                indexer.publish(new byte[]{7}, SITE);
            }
        }
    }

    @AfterAll
    static void close() {
        cluster.close();
        embedded.close();
    }

    private static final Map<String, List<String>> SYNONYMS = Map.of("car", List.of("automobile", "motor car"));

    private static QueryNode withSynonyms(QueryNode node) {
        if (node instanceof QueryNode.Word word) {
            return new QueryNode.Word(word.text(), word.acronym(), SYNONYMS.getOrDefault(word.text(), List.of()));
        }
        return node.with(node.children().stream().map(EqualAnswersTest::withSynonyms).toList());
    }

    private static List<Found> sorted(List<Found> found) {
        found.sort(Comparator.comparingDouble((Found hit) -> -hit.score()).thenComparing(Found::id));
        return found;
    }

    private static List<Found> embedded(Query query) throws IOException {
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : embedded.searcher().search(query, POSTS).scoreDocs) {
            found.add(new Found(embedded.id(hit.doc), hit.score));
        }
        return sorted(found);
    }

    private static List<Found> cluster(ObjectNode query, int shards) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", POSTS).put("_source", false);
        body.set("query", query);
        List<Found> found = new ArrayList<>();
        JsonNode answer = cluster.send(
                Call.read("/render" + shards + "/_search?search_type=dfs_query_then_fetch", body));
        answer.path("hits").path("hits").forEach(hit -> found.add(new Found(hit.path("_id").asString(),
                hit.path("_score").asDouble())));
        return sorted(found);
    }

    private static String difference(List<Found> expected, List<Found> found) {
        List<String> ids = expected.stream().map(Found::id).sorted().toList();
        List<String> others = found.stream().map(Found::id).sorted().toList();
        if (!ids.equals(others)) {
            List<String> missing = new ArrayList<>(ids);
            missing.removeAll(others);
            List<String> extra = new ArrayList<>(others);
            extra.removeAll(ids);
            return "of " + ids.size() + " missing " + missing + ", too many " + extra;
        }
        double most = 0;
        Found worst = null;
        for (Found hit : expected) {
            double score = found.stream().filter(other -> other.id().equals(hit.id())).findFirst().orElseThrow()
                    .score();
            double difference = Math.abs(score - hit.score()) / Math.max(hit.score(), 1e-9);
            if (difference > most) {
                most = difference;
                worst = hit;
            }
        }
        if (most > 1e-5) {
            return "scores differ by " + most + " of " + worst;
        }
        return expected.stream().map(Found::id).toList().equals(found.stream().map(Found::id).toList())
                ? "most " + most
                : "order, most " + most;
    }

    static final class Table {
        static final String[] QUERIES = """
                harbour
                harbour wall
                the
                flood defence river
                """.split("\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1})
    void all(int dummy) throws IOException {
        List<String> lines = java.nio.file.Files.readAllLines(Path.of("/tmp/render-dev/queries.txt"));
        for (String typed : lines) {
            Translation translation;
            try {
                translation = new QueryTranslator(embedded.reading(), Ranking.DEFAULT).translate(
                        withSynonyms(QueryParser.parse(typed).root()));
            } catch (RuntimeException e) {
                System.out.println(typed + "\tTRANSLATE " + e);
                continue;
            }
            List<Query> queries = new ArrayList<>(List.of(translation.all()));
            translation.any().ifPresent(queries::add);
            for (Query query : queries) {
                StringBuilder line = new StringBuilder(typed).append(query == translation.all() ? "\tALL" : "\tANY");
                ObjectNode json;
                try {
                    json = QueryJson.of(query, context());
                    List<Found> expected = embedded(query);
                    line.append(' ').append(expected.size());
                    for (int shards : new int[]{1, 3}) {
                        long start = System.nanoTime();
                        line.append("\t").append(difference(expected, cluster(json, shards)));
                        line.append(" in ").append((System.nanoTime() - start) / 1_000_000).append(" ms");
                    }
                } catch (RuntimeException | IOException e) {
                    line.append("\tFAULT " + e);
                    java.nio.file.Files.writeString(Path.of("/tmp/render-dev/fault.json"),
                            String.valueOf(jsonOf(query)));
                }
                System.out.println(line);
                if (line.toString().contains("FAULT") || line.toString().contains("differ")
                        || line.toString().contains("missing")) {
                    System.out.println("      " + query);
                }
            }
        }
        assertEquals(1, dummy);
    }

    private static java.util.Set<String> names;

    private static RenderContext context() throws IOException {
        if (names == null) {
            String index = cluster.send(Call.get("/render1/_alias")).propertyNames().iterator().next();
            names = new broadsheet.index.opensearch.Notes(cluster, index + "-notes").words()
                    .terms(broadsheet.index.opensearch.ClusterSchema.NAMES).keySet();
            System.out.println("names " + names);
        }
        return new RenderContext(embedded.reader(), EqualAnswersTest::phrase, term -> names.contains(term.text()));
    }

    private static String jsonOf(Query query) throws IOException {
        try {
            return QueryJson.of(query, context()).toString();
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static RenderContext.Count phrase(String field, List<broadsheet.search.lucene.match.TermAt> terms)
            throws IOException {
        long posts = 0;
        long times = 0;
        org.apache.lucene.search.PhraseQuery.Builder phrase = new org.apache.lucene.search.PhraseQuery.Builder();
        terms.forEach(term -> phrase.add(term.term(), term.position()));
        for (ScoreDoc hit : embedded.searcher().search(phrase.build(), POSTS).scoreDocs) {
            posts++;
            org.apache.lucene.search.Weight weight = embedded.searcher().createWeight(
                    embedded.searcher().rewrite(phrase.build()), org.apache.lucene.search.ScoreMode.COMPLETE, 1);
            org.apache.lucene.index.LeafReaderContext leaf = embedded.reader().leaves().get(
                    org.apache.lucene.index.ReaderUtil.subIndex(hit.doc, embedded.reader().leaves()));
            org.apache.lucene.search.MatchesIterator matches = weight.matches(leaf, hit.doc - leaf.docBase)
                    .getMatches(phrase.build().getField());
            while (matches.next()) {
                times++;
            }
        }
        return new RenderContext.Count(posts, times);
    }
}
