package broadsheet.cluster;

import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterOptions;
import broadsheet.search.Await;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;

/**
 * Two nodes with OpenSearch's security plugin: TLS everywhere, users with passwords and roles. The first asks for a
 * password; the second lets nobody in who shows no certificate.
 */
public final class SecureCluster implements AutoCloseable {

    private static final Path NODE = Path.of("../index-builder/node");
    private static final Path TEXT = Path.of("../docs/opensearch.md");
    private static final Path FILES = Path.of("src/test/resources/broadsheet/cluster/security");
    private static final int HEAP_MEGABYTES = 384;

    private final Path folder;
    private final List<LocalNode> nodes = new ArrayList<>();

    private SecureCluster(Path folder) {
        this.folder = folder;
    }

    /** Starts the nodes; returns when they know their users. */
    public static SecureCluster start(Path folder) throws IOException {
        SecureCluster cluster = new SecureCluster(folder);
        try {
            cluster.makeCertificates();
            cluster.begin("n1", List.of("list:cluster.initial_cluster_manager_nodes=n1",
                    "plugins.security.ssl.http.clientauth_mode=OPTIONAL"));
            cluster.begin("n2", List.of("plugins.security.ssl.http.clientauth_mode=REQUIRE",
                    "list:discovery.seed_hosts=127.0.0.1:" + cluster.nodes.getFirst().transportPort()));
            cluster.awaitUsers();
            return cluster;
        } catch (IOException | RuntimeException | AssertionError e) {
            cluster.close();
            throw e;
        }
    }

    private void makeCertificates() throws IOException {
        MadeCertificates ours = MadeCertificates.by(certificates(), "ca");
        for (String name : List.of("node", "builder", "reader")) {
            ours.sign(name);
        }
        MadeCertificates stranger = MadeCertificates.by(certificates(), "stranger");
        stranger.sign("intruder");
        for (String name : List.of("builder", "reader", "other")) {
            Files.writeString(passwordFile(name), "only-for-tests-" + name + "\n");
        }
    }

    private Path certificates() {
        return folder.resolve("certificates");
    }

    private void begin(String name, List<String> settings) throws IOException {
        LocalNode.Place place = new LocalNode.Place(name, folder.resolve(name), HEAP_MEGABYTES);
        configure(Files.createDirectories(place.folder().resolve("config")));
        List<String> all = new ArrayList<>(List.of("module:org.opensearch.security.OpenSearchSecurityPlugin",
                "plugins.security.ssl.http.enabled=true", "plugins.security.allow_default_init_securityindex=true",
                "list:plugins.security.nodes_dn=CN=node"));
        for (String layer : List.of("transport", "http")) {
            String setting = "plugins.security.ssl." + layer + ".";
            all.addAll(List.of(setting + "pemcert_filepath=node.pem", setting + "pemkey_filepath=node-key.pem",
                    setting + "pemtrustedcas_filepath=ca.pem"));
        }
        all.addAll(settings);
        LocalNode node = LocalNode.begin(software(), place, all);
        nodes.add(node);
        node.await();
    }

    private static LocalCluster.Software software() {
        Path lib = NODE.resolve("secure/target/lib");
        if (!Files.isDirectory(lib)) {
            Assertions.fail("mvn verify -P secure-cluster makes " + lib);
        }
        return new LocalCluster.Software(Path.of(System.getProperty("java.home"), "bin", "java"),
                NODE.resolve("target/classes"), lib);
    }

    private void configure(Path config) throws IOException {
        for (String name : List.of("ca.pem", "node.pem", "node-key.pem")) {
            Files.copy(certificates().resolve(name), config.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Path security = Files.createDirectories(config.resolve("opensearch-security"));
        for (String name : List.of("config.yml", "internal_users.yml", "roles_mapping.yml", "action_groups.yml",
                "tenants.yml")) {
            Files.copy(FILES.resolve(name), security.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(security.resolve("roles.yml"), documentedRoles());
    }

    /** The roles that a person is told to make are those that the tests run with. */
    private static String documentedRoles() throws IOException {
        String text = Files.readString(TEXT);
        int start = text.indexOf("```yaml\n_meta: {type: roles");
        if (start < 0) {
            return Assertions.fail(TEXT + " has no roles");
        }
        return text.substring(start + "```yaml\n".length(), text.indexOf("```", start + 3));
    }

    private void awaitUsers() throws IOException {
        try (Cluster client = new Cluster(new ClusterOptions(List.of(withPassword()), Optional.of(
                new ClusterOptions.Login("builder", Files.readString(passwordFile("builder")).strip())),
                new ClusterOptions.Trust(Optional.of(authority()), Optional.empty(), Optional.empty()),
                ClusterOptions.Limits.DEFAULT))) {
            Await.until("the users of the cluster", () -> {
                try {
                    client.send(Call.get("/_cluster/health?wait_for_nodes=2"));
                    return true;
                } catch (Away e) {
                    return false;
                }
            });
        }
    }

    /** Where the node answers that asks for a password. */
    public URI withPassword() {
        return URI.create("https://127.0.0.1:" + nodes.get(0).httpPort());
    }

    /** Where the node answers that asks for a certificate. */
    public URI withCertificate() {
        return URI.create("https://127.0.0.1:" + nodes.get(1).httpPort());
    }

    /** Whose certificates to trust. */
    public Path authority() {
        return file("ca.pem");
    }

    /** A file of PEM: {@code ca.pem}, {@code stranger.pem}, {@code builder.pem}, {@code builder-key.pem}. */
    public Path file(String name) {
        return certificates().resolve(name);
    }

    /** The password of {@code builder}, {@code reader} or {@code other}. */
    public Path passwordFile(String user) {
        return folder.resolve(user + ".password");
    }

    @Override
    public void close() {
        nodes.forEach(LocalNode::close);
    }
}
