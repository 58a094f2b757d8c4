package broadsheet.cluster;

import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a cluster of three real nodes, the same for all test classes of a run; it is started by the first that asks
 * for it and ends with the run. {@code -Dbroadsheet.cluster=URL,…} names one that runs already.
 */
public final class OneCluster implements ParameterResolver {

    /** What tests lock: for reading where they need whole nodes, for writing where they kill one. */
    public static final String NODES = "nodes of the cluster";

    private static final Path NODE = Path.of("../index-builder/node/target");
    private static final int HEAP_MEGABYTES = 384;

    /** The cluster, and how to reach it. */
    public record Real(Optional<LocalCluster> own, List<URI> addresses, Path folder) implements AutoCloseable {

        public ClusterOptions options() {
            return ClusterOptions.of(addresses);
        }

        public Cluster client() throws IOException {
            return new Cluster(options());
        }

        @Override
        public void close() {
            own.ifPresent(LocalCluster::close);
            try {
                delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What is needed to start a node; tests pass on a desk where Maven has not built it. */
    static LocalCluster.Software software() {
        boolean built = Files.isDirectory(NODE.resolve("lib"));
        if (!built && System.getenv("CI") != null) {
            Assertions.fail("the build makes " + NODE);
        }
        Assumptions.assumeTrue(built, NODE + " is made by Maven");
        return new LocalCluster.Software(Path.of(System.getProperty("java.home"), "bin", "java"), NODE);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Real.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(ExtensionContext.Namespace.create(OneCluster.class))
                .computeIfAbsent(Real.class, key -> start(), Real.class);
    }

    private static Real start() {
        try {
            Path folder = Files.createTempDirectory("broadsheet-cluster-");
            String running = System.getProperty("broadsheet.cluster", "");
            if (!running.isEmpty()) {
                return new Real(Optional.empty(), Stream.of(running.split(",")).map(URI::create).toList(), folder);
            }
            LocalCluster cluster = LocalCluster.start(software(), folder, HEAP_MEGABYTES, 3);
            return new Real(Optional.of(cluster), cluster.addresses(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                Files.deleteIfExists(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
