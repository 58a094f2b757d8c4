package broadsheet.index.opensearch;

import broadsheet.index.IndexException;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One builder at a time, on whatever machine: a document that its holder writes anew every few seconds. Whoever wants it
 * looks whether it changes; one that stays the same for {@link #DEAD} has a dead holder and is taken over. No clock is
 * compared with another machine's.
 */
final class BuilderLock implements AutoCloseable {

    private static final Duration BEAT = Duration.ofSeconds(2);
    /** A holder that could not write for so long may have lost the lock, and looks before it publishes. */
    static final Duration DEAD = Duration.ofSeconds(15);
    private static final String ID = "builder";
    private static final long LOOK_MILLIS = 500;
    private static final int CONFLICT = 409;

    private final Cluster cluster;
    private final String index;
    private final String owner = UUID.randomUUID().toString();
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("builder-lock").factory());
    private Version version = new Version(-1, -1);
    private long count;

    private BuilderLock(Cluster cluster, String prefix) {
        this.cluster = cluster;
        this.index = prefix + "-lock";
    }

    /** By these numbers OpenSearch knows a state of a document. */
    private record Version(long number, long term) {
        static Version of(JsonNode document) {
            return new Version(document.path("_seq_no").asLong(), document.path("_primary_term").asLong());
        }
    }

    /**
     * Takes the lock.
     *
     * @throws IndexException.Locked when a living builder holds it
     */
    static BuilderLock take(Cluster cluster, String prefix) throws IOException {
        BuilderLock lock = new BuilderLock(cluster, prefix);
        try {
            lock.makeIndex();
            lock.take();
            lock.beats.scheduleWithFixedDelay(lock::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
            return lock;
        } catch (IOException | RuntimeException e) {
            lock.beats.shutdownNow();
            throw e;
        }
    }

    private void makeIndex() throws IOException {
        if (cluster.find(Call.get("/" + index)).isPresent()) {
            return;
        }
        ObjectNode body = Cluster.JSON.createObjectNode();
        body.putObject("settings").put("number_of_shards", 1).put("auto_expand_replicas", "0-1");
        body.putObject("mappings").put("dynamic", false);
        try {
            cluster.send(Call.admin("PUT", "/" + index, body));
        } catch (Refused e) {
            if (!e.type().equals("resource_already_exists_exception")) {
                throw e;
            }
        }
    }

    private void take() throws IOException {
        if (written("/_create/" + ID)) {
            return;
        }
        Optional<JsonNode> held = held();
        long until = System.nanoTime() + DEAD.toNanos();
        while (held.isPresent() && System.nanoTime() - until < 0) {
            pause(LOOK_MILLIS);
            Optional<JsonNode> now = held();
            if (now.isPresent() && !Version.of(now.get()).equals(Version.of(held.get()))) {
                throw locked(now.get());
            }
            held = now;
        }
        boolean taken = held.isEmpty()
                ? written("/_create/" + ID)
                : written(ifStill(Version.of(held.get())));
        if (!taken) {
            throw locked(held().orElseGet(Cluster.JSON::createObjectNode));
        }
    }

    private IndexException.Locked locked(JsonNode held) {
        return new IndexException.Locked(cluster.name() + ": another build is under way ("
                + held.path("_source").path("where").asString("just begun") + ")");
    }

    private Optional<JsonNode> held() throws IOException {
        return cluster.find(Call.get("/" + index + "/_doc/" + ID));
    }

    private static String ifStill(Version version) {
        return "/_doc/" + ID + "?if_seq_no=" + version.number() + "&if_primary_term=" + version.term();
    }

    /** Writes the document; false where another has. */
    private synchronized boolean written(String path) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("owner", owner)
                .put("where", "process " + ProcessHandle.current().pid()).put("beat", count++);
        try {
            version = Version.of(cluster.send(Call.admin("PUT", "/" + index + path, body)));
            return true;
        } catch (Refused e) {
            if (e.status() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for the cluster", e);
        }
    }

    private void beat() {
        try {
            renewed();
        } catch (IOException e) {
            // the next beat may reach the cluster; before anything is published the lock is looked at
        }
    }

    /** A beat whose answer was lost has changed the document all the same: it is ours if it says so. */
    private synchronized boolean renewed() throws IOException {
        if (written(ifStill(version))) {
            return true;
        }
        Optional<JsonNode> now = held();
        if (now.isPresent() && now.get().path("_source").path("owner").asString("").equals(owner)) {
            version = Version.of(now.get());
            return written(ifStill(version));
        }
        return false;
    }

    /** @throws IndexException.Locked when another builder has taken the lock for one of the dead */
    void check() throws IOException {
        if (!renewed()) {
            throw new IndexException.Locked(cluster.name()
                    + ": this build was out of reach for too long, and another has begun; nothing was published");
        }
    }

    @Override
    public synchronized void close() {
        beats.shutdownNow();
        try {
            cluster.find(Call.admin("DELETE", "/" + index + ifStill(version)));
        } catch (IOException e) {
            // it is taken over in time
        }
    }
}
