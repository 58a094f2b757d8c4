package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.command.ClusterArguments;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.ClusterOptions.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of a server whose posts are on a cluster. */
final class ClusterSearchArguments {

    /** A reader who waits longer has gone. */
    private static final int LONGEST_SECONDS = 60;

    @Mixin
    private ClusterArguments cluster = new ClusterArguments();

    @Option(names = "--cluster-search-seconds", paramLabel = "N", defaultValue = "2", description = "How long a search on the cluster may take. Default: ${DEFAULT-VALUE}.")
    private int searchSeconds = 2;

    @Option(names = "--cluster-dfs", arity = "1", paramLabel = "true|false", defaultValue = "true", description = {
            "Whether shards tell each other how frequent words are, so that they do not show in the order.",
            "Default: ${DEFAULT-VALUE}."})
    private boolean dfs = true;

    /** The cluster that is named, as {@link ClusterArguments#place} says. */
    Optional<ClusterPlace> place(CommandLine command, Optional<Path> folder) throws BuildFailure {
        if (searchSeconds < 1 || searchSeconds > LONGEST_SECONDS) {
            throw new ParameterException(command,
                    "--cluster-search-seconds must be between 1 and " + LONGEST_SECONDS + ", was " + searchSeconds);
        }
        return cluster.place(command, folder).map(place -> {
            Limits limits = place.cluster().limits();
            return new ClusterPlace(place.cluster().withLimits(new Limits(Duration.ofSeconds(searchSeconds),
                    limits.bulk(), limits.admin(), limits.patience())), place.prefix(), place.shards(),
                    place.replicas());
        });
    }

    boolean dfs() {
        return dfs;
    }
}
