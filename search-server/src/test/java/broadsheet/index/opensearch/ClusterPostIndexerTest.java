package broadsheet.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.OneCluster;
import broadsheet.index.IndexException;
import broadsheet.index.PostIndexer.Published;
import broadsheet.index.SiteFacts;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds on a real cluster: what readers see meanwhile and afterwards. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ClusterPostIndexerTest {

    private static final SiteFacts SITE = new SiteFacts("The Packet", "https://packet.example", "en", "Europe/Berlin");
    private static final String LONG = "The harbour wall was rebuilt after the storm of last winter, and the council paid "
            + "four million for the stones, the mortar and the work of ninety people over eleven months.";

    private static Post post(String id, String title, String body) {
        return Post.builder(id).title(title).body(body).lang("en").date(Instant.parse("2024-03-01T09:00:00Z")).build();
    }

    private static ClusterPlace place(OneCluster.Real real, String prefix) throws IOException {
        try (Cluster cluster = real.client()) {
            for (JsonNode index : cluster.send(Call.get("/_cat/indices/" + prefix + "-*?format=json&h=index"))) {
                cluster.find(Call.admin("DELETE", "/" + index.path("index").asString()));
            }
        }
        return new ClusterPlace(real.options(), prefix, 1, 0);
    }

    private static Published build(ClusterPlace place, boolean incremental, Post... posts) throws IOException {
        try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, incremental)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            return indexer.publish(new byte[]{7}, SITE);
        }
    }

    private static Set<String> ids(Cluster cluster, String prefix, ObjectNode query) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        body.set("query", query);
        Set<String> ids = new TreeSet<>();
        cluster.send(Call.search("/" + prefix + "/_search", body)).path("hits").path("hits")
                .forEach(hit -> ids.add(hit.path("_id").asString()));
        return ids;
    }

    private static ObjectNode term(String field, String term) {
        ObjectNode query = Cluster.JSON.createObjectNode();
        query.putObject("term").put(field, GivenTokens.escaped(term));
        return query;
    }

    private static ObjectNode phrase(String field, String words) {
        ObjectNode query = Cluster.JSON.createObjectNode();
        query.putObject("match_phrase").put(field, words);
        return query;
    }

    private static Set<String> indices(Cluster cluster, String prefix) throws IOException {
        Set<String> names = new TreeSet<>();
        cluster.send(Call.get("/_cat/indices/" + prefix + "-0*?format=json&h=index"))
                .forEach(row -> names.add(row.path("index").asString()));
        return names;
    }

    @Test
    void readersFindWordsPhrasesAndNamesThroughTheAlias(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "reads");
        Post named = Post.builder("b.md").title("Ferries").body("The U.S. minister said nothing about the e-mail.")
                .lang("en").authors(List.of("Jane Tarnwood")).tags(List.of("Sea")).build();
        Published published = build(place, true, post("a.md", "Sea wall", LONG), named);
        assertEquals(2, published.posts());
        assertEquals(2, published.visible());
        assertEquals(1, published.generation());
        assertTrue(published.bytes() > 0);
        try (Cluster cluster = real.client()) {
            assertEquals(Set.of("a.md"), ids(cluster, "reads", phrase("exact", "harbour wall")));
            assertEquals(Set.of(), ids(cluster, "reads", phrase("exact", "wall harbour")));
            assertEquals(Set.of(), ids(cluster, "reads", phrase("exact", "wall the")));
            assertEquals(Set.of("b.md"), ids(cluster, "reads", term("exact", "\u0001US")));
            assertEquals(Set.of("b.md"), ids(cluster, "reads", term("exact", "\u0005email\u0000e mail")));
            assertEquals(Set.of("b.md"), ids(cluster, "reads", phrase("exact", "jane tarnwood")));
            assertEquals(Set.of("b.md"), ids(cluster, "reads", phrase("author_words", "jane tarnwood")));
            assertEquals(Set.of("b.md"), ids(cluster, "reads", term("tag_key", "sea")));
            ClusterGeneration current = new ClusterStore(cluster, "reads").current().orElseThrow();
            assertEquals(SITE, current.site());
            assertEquals("reads-000001", current.index());
        }
    }

    @Test
    void theBuilderKnowsTheWordsOfTheArchive(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "words");
        build(place, true, post("a.md", "Walls", "The wall and the walls."), post("b.md", "Sea", "A wall."));
        try (Cluster cluster = real.client()) {
            WordCounts words = new Notes(cluster, "words-000001-notes").words();
            WordCounts.Count wall = words.terms("all_en").get("wall");
            assertEquals(2, wall.posts());
            assertEquals(4, wall.times());
            assertEquals(1, words.terms("title_en").get("wall").posts());
            assertEquals(2, words.terms("analysis").get("en").posts());
        }
    }

    @Test
    void theNextBuildGoesOnFromTheLastAndNobodySeesItUntilItIsWhole(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "goes-on");
        build(place, true, post("a.md", "Wall", "Old stones."), post("b.md", "Ferry", "A ferry."),
                post("c.md", "Rain", "It rains."));
        try (Cluster cluster = real.client();
                ClusterPostIndexer indexer = ClusterPostIndexer.open(place, true)) {
            assertEquals(7, indexer.previousState().orElseThrow()[0]);
            assertEquals(3, indexer.publishedPosts());
            indexer.put("a.md", List.of(post("a.md", "Wall", "New stones.")));
            indexer.remove("b.md");
            assertEquals(Set.of("a.md"), ids(cluster, "goes-on", phrase("exact", "old stones")));
            assertEquals(2, indexer.publish(new byte[]{8}, SITE).posts());
            assertEquals(Set.of(), ids(cluster, "goes-on", phrase("exact", "old stones")));
            assertEquals(Set.of("a.md"), ids(cluster, "goes-on", phrase("exact", "new stones")));
            assertEquals(Set.of(), ids(cluster, "goes-on", term("exact", "ferry")));
            WordCounts words = new Notes(cluster, "goes-on-000002-notes").words();
            assertEquals(Optional.empty(), Optional.ofNullable(words.terms("exact").get("ferry")));
            assertEquals(Optional.empty(), Optional.ofNullable(words.terms("exact").get("old")));
            assertEquals(1, words.terms("exact").get("stones").posts());
            assertEquals(2, words.terms("analysis").get("en").posts());
        }
    }

    @Test
    void aBuildThatIsGivenUpLeavesNothingAndTheAliasAsItWas(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "given-up");
        build(place, true, post("a.md", "Wall", "Old stones."));
        try (Cluster cluster = real.client()) {
            try (ClusterPostIndexer indexer = ClusterPostIndexer.open(place, false)) {
                indexer.put("b.md", List.of(post("b.md", "Ferry", "A ferry.")));
                assertThrows(IllegalStateException.class, () -> indexer.publish(() -> new byte[0], SITE, () -> {
                    throw new IllegalStateException("given up");
                }));
            }
            assertEquals(Set.of("given-up-000001", "given-up-000001-notes"), indices(cluster, "given-up"));
            assertEquals(Set.of("a.md"), ids(cluster, "given-up", term("exact", "stones")));
        }
    }

    @Test
    void whatAKilledBuilderLeftIsSweptAndTheGenerationBeforeTheLastIsKept(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "swept");
        try (Cluster cluster = real.client()) {
            build(place, true, post("a.md", "Wall", "Old stones."));
            ClusterStore store = new ClusterStore(cluster, "swept");
            NewIndex killed = NewIndex.make(cluster, store, place,
                    new NewIndex.Beginning(store.nextNumber(), store.current()));
            assertEquals("swept-000002", killed.index());
            build(place, false, post("a.md", "Wall", "Old stones."));
            assertEquals(Set.of("swept-000001", "swept-000001-notes", "swept-000003", "swept-000003-notes"),
                    indices(cluster, "swept"));
            build(place, false, post("a.md", "Wall", "Old stones."));
            assertEquals(Set.of("swept-000003", "swept-000003-notes", "swept-000004", "swept-000004-notes"),
                    indices(cluster, "swept"));
        }
    }

    @Test
    void aSecondBuilderIsToldAndTheLockOfADeadOneIsTakenOver(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "locked");
        try (Cluster cluster = real.client()) {
            try (BuilderLock held = BuilderLock.take(cluster, "locked")) {
                held.check();
                IndexException.Locked locked = assertThrows(IndexException.Locked.class,
                        () -> ClusterPostIndexer.open(place, true));
                assertTrue(locked.getMessage().contains(": another build is under way (process "),
                        locked.getMessage());
            }
            ObjectNode dead = Cluster.JSON.createObjectNode().put("owner", "nobody").put("where", "a dead process");
            cluster.send(Call.admin("PUT", "/locked-lock/_doc/builder", dead));
            BuilderLock.take(cluster, "locked").close();
        }
    }

    @Test
    void copiesAreOneStoryWhicheverBuildBringsThem(OneCluster.Real real) throws IOException {
        ClusterPlace place = place(real, "copies");
        build(place, true, post("a.md", "Wall rebuilt", LONG), post("b.md", "Ferry", "A ferry is late again today."));
        build(place, true, post("c.md", "Wall rebuilt", LONG));
        try (Cluster cluster = real.client()) {
            ObjectNode body = Cluster.JSON.createObjectNode();
            body.putObject("query").putObject("match_all");
            Map<String, String> stories = new TreeMap<>();
            cluster.send(Call.search("/copies/_search", body)).path("hits").path("hits").forEach(hit -> stories
                    .put(hit.path("_id").asString(), hit.path("_source").path("story").asString()));
            assertEquals(stories.get("a.md"), stories.get("c.md"));
            assertEquals("b.md", stories.get("b.md"));
        }
    }

    @Test
    void idsAreOrderedAsTheClusterOrdersThem() {
        List<String> ids = List.of("a", "a.md", "b", "\u00e9", "\ufffd", "\ud83d\ude00", "\ud83d\ude01");
        for (int i = 0; i < ids.size(); i++) {
            for (int j = 0; j < ids.size(); j++) {
                assertEquals(Integer.compare(i, j), Integer.signum(StoryMarks.byCodePoints(ids.get(i), ids.get(j))),
                        ids.get(i) + " " + ids.get(j));
            }
        }
    }
}
