package broadsheet.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cluster of OpenSearch nodes in processes of their own, on free ports of the loopback address. They end with this
 * process, however that ends.
 *
 * <pre>
 * try (LocalCluster cluster = LocalCluster.start(new LocalCluster.Software(java, target), folder, 384, 3)) {
 *     cluster.addresses(); // http://127.0.0.1:34567 …
 * }
 * </pre>
 */
public final class LocalCluster implements AutoCloseable {

    private final Software software;
    private final Path folder;
    private final int heapMegabytes;
    private final Map<String, LocalNode> nodes = new LinkedHashMap<>();

    private LocalCluster(Software software, Path folder, int heapMegabytes) {
        this.software = software;
        this.folder = folder;
        this.heapMegabytes = heapMegabytes;
    }

    /**
     * What a node is started with.
     *
     * @param java the program
     * @param classes the node's own, compiled
     * @param lib the server's jars
     */
    public record Software(Path java, Path classes, Path lib) {

        /** @param target the build folder of the node, with {@code classes} and {@code lib} */
        public Software(Path java, Path target) {
            this(java, target.resolve("classes"), target.resolve("lib"));
        }

        String classPath() {
            return classes + System.getProperty("path.separator") + lib + "/*";
        }
    }

    /**
     * Starts nodes {@code n1}, {@code n2} …: the first by itself, the others beside it at once.
     *
     * @param folder what they keep; empty or not there yet
     * @throws IOException when one does not start; none is left then
     */
    public static LocalCluster start(Software software, Path folder, int heapMegabytes, int count)
            throws IOException {
        LocalCluster cluster = new LocalCluster(software, folder, heapMegabytes);
        try {
            cluster.begin("n1", List.of("list:cluster.initial_cluster_manager_nodes=n1"));
            cluster.await();
            for (int i = 2; i <= count; i++) {
                cluster.begin("n" + i, List.of());
            }
            cluster.await();
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void begin(String name, List<String> settings) throws IOException {
        List<String> all = new ArrayList<>(settings);
        all.add("list:discovery.seed_hosts=" + String.join(",", seeds()));
        nodes.put(name, LocalNode.begin(software, new LocalNode.Place(name, folder.resolve(name), heapMegabytes), all));
    }

    private List<String> seeds() {
        return nodes.values().stream().filter(LocalNode::isReady)
                .map(node -> "127.0.0.1:" + node.transportPort()).toList();
    }

    private void await() throws IOException {
        for (LocalNode node : nodes.values()) {
            node.await();
        }
    }

    /** A node by its name. */
    public LocalNode node(String name) {
        return nodes.get(name);
    }

    /** Starts a node again that has ended, at the ports that it had. */
    public void restart(String name) throws IOException {
        LocalNode ended = nodes.remove(name);
        List<String> ports = ended.wasReady()
                ? List.of("http.port=" + ended.httpPort(), "transport.port=" + ended.transportPort())
                : List.of();
        ended.close();
        begin(name, ports);
        nodes.get(name).await();
    }

    /** Where the nodes answer. */
    public List<URI> addresses() {
        return nodes.values().stream().map(node -> URI.create("http://127.0.0.1:" + node.httpPort())).toList();
    }

    @Override
    public void close() {
        nodes.values().forEach(LocalNode::close);
    }
}
