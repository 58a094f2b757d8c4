package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.cluster.LocalCluster;
import broadsheet.command.BuildVersion;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code cluster}: OpenSearch nodes on this machine, to try things out. */
@Command(name = "cluster", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Starts nodes of OpenSearch on free ports of this machine, for a try-out.",
        "They end with this command, and what they hold is gone then."}, footer = {"",
                "Exit codes: 0 stopped; 2 usage; 69 no nodes were built; 74 a node does not start."})
final class ClusterCommand implements Callable<Integer> {

    private static final int MOST_NODES = 9;

    private final SearchServer.Runtime runtime;

    @Spec
    private CommandSpec spec;

    @Option(names = "--nodes", paramLabel = "N", defaultValue = "3", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int nodes = 3;

    @Option(names = "--node-heap", paramLabel = "MB", defaultValue = "384", description = "Memory of each node's heap. Default: ${DEFAULT-VALUE}.")
    private int heap = 384;

    ClusterCommand(SearchServer.Runtime runtime) {
        this.runtime = runtime;
    }

    @Override
    public Integer call() throws IOException {
        if (nodes < 1 || nodes > MOST_NODES) {
            throw new ParameterException(spec.commandLine(), "--nodes must be between 1 and 9, was " + nodes);
        }
        Path target = runtime.home().orElse(Path.of("")).resolve("index-builder/node/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new BuildFailure(ExitCode.UNAVAILABLE,
                    "the nodes are not built: start this by ./broadsheet, or run `mvn package` first");
        }
        Path program = Path.of(System.getProperty("java.home"), "bin", "java");
        Path folder = Files.createTempDirectory("broadsheet-cluster-");
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stopped, ended)));
        try (LocalCluster cluster = LocalCluster.start(new LocalCluster.Software(program, target), folder, heap,
                nodes)) {
            say(cluster.addresses());
            stopped.await();
            return ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        } finally {
            delete(folder);
            ended.countDown();
        }
    }

    private void say(List<URI> addresses) {
        String urls = String.join(",", addresses.stream().map(URI::toString).toList());
        runtime.console().out().println("Cluster is ready: " + urls);
        runtime.console().out().flush();
        runtime.console().err().println("Ctrl-C ends it. In another terminal:\n  broadsheet index --posts DIR "
                + "--engine opensearch --url " + urls);
    }

    /** The system ends the process when this returns. */
    private static void stop(CountDownLatch stopped, CountDownLatch ended) {
        stopped.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
