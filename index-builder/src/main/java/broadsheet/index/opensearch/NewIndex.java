package broadsheet.index.opensearch;

import broadsheet.index.IndexException;
import broadsheet.index.PostFields;
import broadsheet.index.PostIndexer.Published;
import broadsheet.index.SiteFacts;
import broadsheet.opensearch.Bulk;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Refused;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The index of a generation while it is filled: without copies and without refresh, and seen by nobody. */
final class NewIndex implements AutoCloseable {

    /** Versions of one build: more than an archive has posts, each written some times. */
    private static final int VERSION_BITS = 36;
    /** How often the cluster is asked whether all copies are there, ten seconds each time. */
    private static final int MOST_WAITS = 12;
    private static final int TIMED_OUT = 408;

    private final Cluster cluster;
    private final ClusterStore store;
    private final ClusterPlace place;
    private final ClusterGeneration generation;
    private final Bulk bulk;
    /** Whether it began with nothing. */
    private final boolean anew;
    private long version;
    private String canary = "";
    private boolean shown;

    private NewIndex(Cluster cluster, ClusterStore store, ClusterPlace place, ClusterGeneration generation,
            boolean anew) {
        this.anew = anew;
        this.cluster = cluster;
        this.store = store;
        this.place = place;
        this.generation = generation;
        this.bulk = new Bulk(cluster, alias(generation.index()));
        this.version = generation.number() << VERSION_BITS;
    }

    /** The one name by which a build writes; it goes with the index, so that nothing late makes that anew. */
    private static String alias(String index) {
        return index + "-build";
    }

    /**
     * What a new index is and holds at first.
     *
     * @param base the generation to begin with a copy of
     */
    record Beginning(long number, Optional<ClusterGeneration> base) {}

    static NewIndex make(Cluster cluster, ClusterStore store, ClusterPlace place, Beginning beginning)
            throws IOException {
        ClusterGeneration generation = new ClusterGeneration(beginning.number(), store.index(beginning.number()), false,
                ClusterSchema.VERSION, Instant.EPOCH, 0, SiteFacts.NONE);
        NewIndex made = new NewIndex(cluster, store, place, generation, beginning.base().isEmpty());
        try {
            made.create(beginning.base());
            return made;
        } catch (IOException | RuntimeException e) {
            made.close();
            throw e;
        }
    }

    private void create(Optional<ClusterGeneration> base) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        body.putObject("aliases").putObject(alias(index()));
        if (base.isPresent()) {
            body.putObject("settings").put("index.number_of_replicas", 0).put("index.blocks.write", false)
                    .put("index.refresh_interval", "-1").put("index.merge.policy.expunge_deletes_allowed", "10");
            shut(base.get().index());
            cluster.send(Call.admin("POST", "/" + base.get().index() + "/_clone/" + index(), body));
        } else {
            body.set("settings", ClusterSchema.settings(place.shards()));
            body.set("mappings", ClusterSchema.mappings());
            cluster.send(Call.admin("PUT", "/" + index(), body));
        }
        describe(ClusterGeneration.unfinished(generation.number()));
        await("yellow", index());
        ObjectNode notes = Cluster.JSON.createObjectNode();
        notes.putObject("aliases").putObject(alias(generation.notes()));
        notes.putObject("settings").put("index.number_of_shards", 1).put("index.number_of_replicas", 0)
                .put("index.refresh_interval", "-1");
        notes.set("mappings", Notes.mappings());
        cluster.send(Call.admin("PUT", "/" + generation.notes(), notes));
    }

    /** A generation is shut when it is published; whoever has opened it since keeps nobody from building on. */
    private void shut(String index) throws IOException {
        cluster.send(Call.admin("PUT", "/" + index + "/_settings",
                Cluster.JSON.createObjectNode().put("index.blocks.write", true)));
    }

    private void describe(ObjectNode meta) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        body.set("_meta", meta);
        cluster.send(Call.admin("PUT", "/" + index() + "/_mapping", body));
    }

    /** @return whether it came to that before the cluster's patience ended */
    private boolean await(String status, String indices) throws IOException {
        for (int i = 0; i < MOST_WAITS; i++) {
            try {
                JsonNode health = cluster.send(Call.get("/_cluster/health/" + indices + "?wait_for_status=" + status
                        + "&timeout=10s"));
                if (!health.path("timed_out").asBoolean(false)) {
                    return true;
                }
                if (status.equals("green") && health.path("number_of_data_nodes").asInt() <= place.replicas()) {
                    return false;
                }
            } catch (Refused e) {
                if (e.status() != TIMED_OUT) {
                    throw e;
                }
            }
        }
        return false;
    }

    String index() {
        return generation.index();
    }

    void put(String id, JsonNode document) throws IOException {
        canary = id;
        bulk.put(id, ++version, document);
    }

    void delete(String id) throws IOException {
        bulk.delete(id, ++version);
    }

    void flush() throws IOException {
        bulk.flush();
    }

    /** What stands in the index now. */
    JsonNode get(String id) throws IOException {
        flush();
        return cluster.find(Call.get("/" + index() + "/_doc/" + path(id)))
                .orElseThrow(() -> new IndexException.Damaged(index() + " of the cluster has lost " + id));
    }

    static String path(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    void refresh() throws IOException {
        cluster.send(Call.get("/" + index() + "/_refresh"));
    }

    void writeNotes(byte[] state, Set<String> prefixes, WordCounts words) throws IOException {
        Bulk notes = new Bulk(cluster, alias(generation.notes()));
        new Notes(cluster, generation.notes()).write(notes, state, prefixes, words);
        cluster.send(Call.get("/" + generation.notes() + "/_refresh"));
    }

    /** Rids a new index of what was written over; one that goes on from the last leaves that to its merges. */
    void clean() throws IOException {
        refresh();
        if (anew) {
            new Cleaning(cluster, index()).run();
        }
    }

    /** @throws IndexException.Damaged when the cluster does not hold what was sent */
    void check(long posts) throws IOException {
        refresh();
        long count = cluster.send(Call.get("/" + index() + "/_count")).path("count").asLong();
        if (count != posts) {
            throw new IndexException.Damaged(index() + " of the cluster holds " + count + " posts and should hold "
                    + posts + "; readers see the index before");
        }
        if (!canary.isEmpty() && count(PostFields.ID, canary) != 1) {
            throw new IndexException.Damaged(index() + " of the cluster does not find " + canary
                    + "; readers see the index before");
        }
    }

    private long count(String field, String term) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        body.putObject("query").putObject("term").put(field, term);
        return cluster.send(Call.read("/" + index() + "/_count", body)).path("count").asLong();
    }

    /** Makes the copies, shuts the index for writing, and describes it as whole. */
    ClusterGeneration finish(long posts, SiteFacts site) throws IOException {
        String both = index() + "," + generation.notes();
        ObjectNode settings = Cluster.JSON.createObjectNode();
        settings.put("index.number_of_replicas", place.replicas()).put("index.blocks.write", true);
        cluster.send(Call.admin("PUT", "/" + both + "/_settings", settings));
        await("green", both);
        ClusterGeneration whole = new ClusterGeneration(generation.number(), index(), true, ClusterSchema.VERSION,
                Instant.now().truncatedTo(ChronoUnit.MILLIS), posts, site);
        describe(whole.meta());
        return whole;
    }

    /** Moves the alias, and removes what nobody goes back to. */
    Published show(ClusterGeneration whole) throws IOException {
        store.show(whole);
        shown = true;
        ObjectNode hidden = Cluster.JSON.createObjectNode();
        hidden.putObject("query").putObject("range").putObject(PostFields.VISIBLE_FROM).put("gt",
                System.currentTimeMillis());
        long unseen = cluster.send(Call.read("/" + index() + "/_count", hidden)).path("count").asLong();
        store.dropOld();
        return new Published(whole.number(), whole.posts(), whole.posts() - unseen, bytes(cluster, index()));
    }

    /** How large an index is, further copies not counted. */
    static long bytes(Cluster cluster, String index) throws IOException {
        return cluster.send(Call.get("/" + index + "/_stats/store")).path("_all").path("primaries").path("store")
                .path("size_in_bytes").asLong();
    }

    /** Leaves nothing behind unless it was shown. */
    @Override
    public void close() throws IOException {
        if (!shown) {
            try {
                store.drop(generation.notes());
            } finally {
                store.drop(index());
            }
        }
    }
}
