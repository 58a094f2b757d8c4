package broadsheet.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.cluster.OneCluster;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Words and quotations find the same posts with the same scores on the cluster and in the embedded index. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class EqualScoresTest {

    private static final Path SEEDS = Path.of("../seeds");
    private static final String PREFIX = "scores";
    /** Scores are sums of logarithms; the two engines round them at different places. */
    private static final double EQUAL = 1e-4;

    @TempDir
    private Path folder;

    private record Found(String id, double score) {}

    private static List<Found> sorted(List<Found> found) {
        found.sort(Comparator.comparingDouble((Found hit) -> -hit.score()).thenComparing(Found::id));
        return found;
    }

    private static List<Found> embedded(IndexSearcher searcher, Query query) throws IOException {
        List<Found> found = new ArrayList<>();
        for (ScoreDoc hit : searcher.search(query, 500).scoreDocs) {
            BinaryDocValues cards = MultiDocValues.getBinaryValues(searcher.getIndexReader(), PostSchema.CARD);
            cards.advanceExact(hit.doc);
            found.add(new Found(PostCard.decode(cards.binaryValue()).id(), hit.score));
        }
        return sorted(found);
    }

    private static List<Found> cluster(Cluster cluster, JsonNode query) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 500).put("_source", false);
        body.set("query", query);
        List<Found> found = new ArrayList<>();
        cluster.send(Call.read("/" + PREFIX + "/_search?search_type=dfs_query_then_fetch", body)).path("hits")
                .path("hits").forEach(hit -> found.add(new Found(hit.path("_id").asString(),
                        hit.path("_score").asDouble())));
        return sorted(found);
    }

    private static void assertSame(String what, List<Found> expected, List<Found> found) {
        assertEquals(expected.stream().map(Found::id).sorted().toList(),
                found.stream().map(Found::id).sorted().toList(),
                what);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i).score(), found.get(i).score(), EQUAL * expected.get(i).score(),
                    what + " at " + i + ": " + expected.get(i) + " and " + found.get(i));
        }
    }

    private static ObjectNode query(String kind, String field, String text) {
        ObjectNode query = Cluster.JSON.createObjectNode();
        query.putObject(kind).put(field, text);
        return query;
    }

    @Test
    void onTheSampleArchive(OneCluster.Real real) throws IOException {
        ClusterPlace place = new ClusterPlace(real.options(), PREFIX, 2, 0);
        Path index = folder.resolve("index");
        BuildOptions options = BuildOptions.of(List.of(SEEDS), index).withFull(true);
        new IndexBuild(LucenePostIndexer::open).run(options, BuildListener.NONE);
        new IndexBuild((path, incremental) -> ClusterPostIndexer.open(place, incremental)).run(options,
                BuildListener.NONE);
        Path generation = GenerationStore.at(index).open(PostSchema.VERSION).generation().folder();
        try (Cluster cluster = real.client();
                FSDirectory directory = FSDirectory.open(generation);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setSimilarity(PostSchema.similarity());
            for (String word : List.of("harbour", "wall", "ferry", "the", "council", "sea", "storm", "hartnell")) {
                assertSame(word, embedded(searcher, new TermQuery(new Term(PostSchema.EXACT, word))),
                        cluster(cluster, query("term", PostSchema.EXACT, word)));
            }
            for (String stem : List.of("wall", "ferri", "council")) {
                for (String field : List.of("all_en", "title_en", "head_en")) {
                    assertSame(field + ":" + stem, embedded(searcher, new TermQuery(new Term(field, stem))),
                            cluster(cluster, query("term", field, stem)));
                }
            }
            for (String quotation : List.of("sea wall", "the harbour", "of the", "ferry strike")) {
                assertSame(quotation,
                        embedded(searcher, new PhraseQuery(PostSchema.EXACT, quotation.split(" "))),
                        cluster(cluster, query("match_phrase", PostSchema.EXACT, quotation)));
            }
        }
    }
}
