package broadsheet.opensearch;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a cluster is reached.
 *
 * @param hosts where its nodes answer, {@code https://search1.example:9200}; asked in turn
 * @param login name and password; empty where the cluster asks for none
 * @param trust whom to trust, and who we are
 * @param limits how long to wait
 */
public record ClusterOptions(List<URI> hosts, Optional<Login> login, Trust trust, Limits limits) {

    public ClusterOptions {
        hosts = List.copyOf(hosts);
        if (hosts.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one address");
        }
    }

    /** A cluster that asks nobody who he is. */
    public static ClusterOptions of(List<URI> hosts) {
        return new ClusterOptions(hosts, Optional.empty(), Trust.SYSTEM, Limits.DEFAULT);
    }

    /** The same with other limits. */
    public ClusterOptions withLimits(Limits value) {
        return new ClusterOptions(hosts, login, trust, value);
    }

    /** A user of the cluster. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    /**
     * Certificates, in PEM.
     *
     * @param authority whose certificates to trust; empty: those that the system trusts
     * @param certificate our own; empty for none
     * @param key the key of our own certificate, PKCS #8 without a password
     */
    public record Trust(Optional<Path> authority, Optional<Path> certificate, Optional<Path> key) {

        /** What the system trusts, and no certificate of our own. */
        public static final Trust SYSTEM = new Trust(Optional.empty(), Optional.empty(), Optional.empty());

        /** @throws IOException when a file cannot be read or is no PEM; the message names it */
        public void check() throws IOException {
            Certificates.context(this);
        }
    }

    /**
     * How long to wait for an answer; a cluster that is told to wait gets longer.
     *
     * @param search a search
     * @param bulk some hundred posts to write
     * @param admin an index to make, to copy, to check
     * @param patience how long a write is tried again while no host takes it
     */
    public record Limits(Duration search, Duration bulk, Duration admin, Duration patience) {

        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(30),
                Duration.ofSeconds(60), Duration.ofSeconds(60));
    }
}
