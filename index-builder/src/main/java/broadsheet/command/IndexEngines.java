package broadsheet.command;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.build.IndexerFactory;
import broadsheet.index.IndexCare;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.ClusterException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/**
 * The write sides that a build may choose from.
 *
 * @param embedded writes a folder
 * @param care checks a folder
 * @param cluster writes to a cluster
 * @param clusterCare checks what stands there
 */
public record IndexEngines(IndexerFactory embedded, IndexCare care, Function<ClusterPlace, IndexerFactory> cluster,
        Function<ClusterPlace, IndexCare> clusterCare) {

    /** Checks what stands on a cluster; one that is away or none for us ends the command with a line. */
    IndexCare careOf(ClusterPlace place) {
        IndexCare care = clusterCare.apply(place);
        return new IndexCare() {
            @Override
            public Optional<State> verify(Path index) throws IOException {
                try {
                    return care.verify(index);
                } catch (ClusterException e) {
                    throw unavailable(e);
                }
            }

            @Override
            public Optional<State> rollback(Path index) throws IOException {
                try {
                    return care.rollback(index);
                } catch (ClusterException e) {
                    throw unavailable(e);
                }
            }
        };
    }

    private static BuildFailure unavailable(ClusterException e) {
        return new BuildFailure(ExitCode.UNAVAILABLE, e.getMessage(), e);
    }

    /** Writes to a cluster; one that is away or none for us ends the command with a line. */
    public IndexerFactory on(ClusterPlace place) {
        IndexerFactory indexers = cluster.apply(place);
        return (path, incremental) -> {
            try {
                return indexers.open(path, incremental);
            } catch (ClusterException e) {
                throw unavailable(e);
            }
        };
    }
}
