package broadsheet.index.opensearch;

import broadsheet.index.IndexCare;
import broadsheet.index.IndexException;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks what stands on a cluster by its counts, as no file can be looked at, and goes back to the generation before. */
public final class ClusterIndexCare implements IndexCare {

    private final ClusterPlace place;

    public ClusterIndexCare(ClusterPlace place) {
        this.place = place;
    }

    /** @param index has no meaning here */
    @Override
    public Optional<State> verify(Path index) throws IOException {
        try (Cluster cluster = new Cluster(place.cluster())) {
            cluster.version();
            Optional<ClusterGeneration> current = new ClusterStore(cluster, place.prefix()).current();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            ClusterGeneration generation = current.get();
            if (!generation.schema().equals(ClusterSchema.VERSION)) {
                throw new IndexException.WrongSchema(generation.index() + " of the cluster has schema "
                        + generation.schema() + " and this program reads schema " + ClusterSchema.VERSION
                        + ": run `broadsheet index` again");
            }
            long posts = cluster.send(Call.get("/" + generation.index() + "/_count")).path("count").asLong();
            if (!generation.whole() || posts != generation.posts()
                    || new Notes(cluster, generation.notes()).state().isEmpty()) {
                throw new IndexException.Damaged(generation.index() + " of the cluster is not as it was published: "
                        + posts + " of " + generation.posts() + " posts; run `broadsheet index --full`");
            }
            return Optional.of(state(cluster, generation));
        }
    }

    @Override
    public Optional<State> rollback(Path index) throws IOException {
        try (Cluster cluster = new Cluster(place.cluster())) {
            cluster.version();
            ClusterStore store = new ClusterStore(cluster, place.prefix());
            Optional<ClusterGeneration> current = store.current();
            if (current.isEmpty()) {
                return Optional.empty();
            }
            try (BuilderLock lock = BuilderLock.take(cluster, place.prefix())) {
                List<ClusterGeneration> older = store.all().stream()
                        .filter(generation -> generation.whole() && generation.number() < current.get().number())
                        .filter(generation -> generation.schema().equals(ClusterSchema.VERSION)).toList();
                if (older.isEmpty()) {
                    return Optional.empty();
                }
                lock.check();
                store.show(older.getLast());
                return Optional.of(state(cluster, older.getLast()));
            }
        }
    }

    private static State state(Cluster cluster, ClusterGeneration generation) throws IOException {
        return new State(generation.number(), generation.posts(), generation.built(),
                NewIndex.bytes(cluster, generation.index()));
    }
}
