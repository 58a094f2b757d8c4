package broadsheet.command;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.build.Failures;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.index.opensearch.PrefixFile;
import broadsheet.opensearch.ClusterOptions;
import broadsheet.opensearch.ClusterOptions.Limits;
import broadsheet.opensearch.ClusterOptions.Login;
import broadsheet.opensearch.ClusterOptions.Trust;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that name an OpenSearch cluster in the place of a folder. */
public final class ClusterArguments {

    /** The kinds of indexes. */
    enum Engine {
        lucene,
        opensearch
    }

    @Option(names = "--engine", paramLabel = "ENGINE", defaultValue = "lucene", description = {
            "Where the index stands: lucene, a folder of this machine; opensearch, a cluster.",
            "Default: ${DEFAULT-VALUE}."})
    private Engine engine = Engine.lucene;

    @Option(names = "--url", split = ",", paramLabel = "URL", description = {
            "Where nodes of the cluster answer, https://search1.example:9200; several with commas."})
    private List<String> urls = new ArrayList<>();

    @Option(names = "--index-prefix", paramLabel = "NAME", description = {
            "What the cluster's indices are called by.",
            "Default: broadsheet; with --index a name that is kept in that folder."})
    private Optional<String> prefix = Optional.empty();

    @Option(names = "--shards", paramLabel = "N", defaultValue = "1", description = "Parts of a new index on the cluster. Default: ${DEFAULT-VALUE}.")
    private int shards = 1;

    @Option(names = "--replicas", paramLabel = "N", defaultValue = "1", description = "Further copies of each part once it is published. Default: ${DEFAULT-VALUE}.")
    private int replicas = 1;

    @Option(names = "--cluster-user", paramLabel = "NAME", description = "Who asks the cluster; with --cluster-password-file.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--cluster-password-file", paramLabel = "FILE", description = "File with the user's password.")
    private Optional<Path> password = Optional.empty();

    @Option(names = "--cluster-ca", paramLabel = "FILE", description = "Whose certificates to trust, PEM. Default: the system's.")
    private Optional<Path> authority = Optional.empty();

    @Option(names = "--cluster-certificate", paramLabel = "FILE", description = "Certificate to show the cluster, PEM; with --cluster-key.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--cluster-key", paramLabel = "FILE", description = "Key of that certificate, PEM (PKCS #8, no password).")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--cluster-bulk-seconds", paramLabel = "N", defaultValue = "30", description = "How long a write may take. Default: ${DEFAULT-VALUE}.")
    private int bulkSeconds = 30;

    @Option(names = "--cluster-patience-seconds", paramLabel = "N", defaultValue = "60", description = {
            "How long a write is tried again while no node takes it. Default: ${DEFAULT-VALUE}."})
    private int patienceSeconds = 60;

    /**
     * The cluster that is named; empty where the index is a folder.
     *
     * @param folder of an index that is on the cluster; it holds the name by which the cluster knows it
     * @throws ParameterException when a value makes no sense
     */
    public Optional<ClusterPlace> place(CommandLine command, Optional<Path> folder) throws BuildFailure {
        if (engine == Engine.lucene) {
            return Optional.empty();
        }
        return Optional.of(place(command, prefix(folder)));
    }

    /** The same for a builder, which keeps the name in the folder. */
    Optional<ClusterPlace> placeToBuild(CommandLine command, Optional<Path> folder) throws BuildFailure {
        if (engine == Engine.lucene) {
            return Optional.empty();
        }
        boolean isNew = prefix.isEmpty() && folder.isPresent() && kept(folder.get()).isEmpty();
        ClusterPlace place = place(command, isNew ? PrefixFile.another() : prefix(folder));
        try {
            if (folder.isPresent()) {
                PrefixFile.write(folder.get(), place.prefix());
            }
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CANNOT_CREATE, "cannot write into " + folder.get(), e);
        }
        return Optional.of(place);
    }

    private String prefix(Optional<Path> folder) throws BuildFailure {
        if (prefix.isPresent() || folder.isEmpty()) {
            return prefix.orElse("broadsheet");
        }
        return kept(folder.get()).orElseThrow(() -> new BuildFailure(ExitCode.NO_INPUT,
                folder.get() + ": no index is there; build one with 'broadsheet index', or name --index-prefix"));
    }

    private static Optional<String> kept(Path folder) throws BuildFailure {
        try {
            return PrefixFile.read(folder);
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CONFIGURATION, e.getMessage(), e);
        }
    }

    private ClusterPlace place(CommandLine command, String prefix) throws BuildFailure {
        if (urls.isEmpty()) {
            throw new ParameterException(command, "--engine opensearch needs --url");
        }
        if (!prefix.matches(ClusterPlace.PREFIXES)) {
            throw new ParameterException(command,
                    "--index-prefix must be small letters, digits, - and _, was '" + prefix + "'");
        }
        between(command, "--shards", shards, 1, 100);
        between(command, "--replicas", replicas, 0, 10);
        between(command, "--cluster-bulk-seconds", bulkSeconds, 1, 600);
        between(command, "--cluster-patience-seconds", patienceSeconds, 1, 3600);
        if (certificate.isPresent() != key.isPresent()) {
            throw new ParameterException(command, "--cluster-certificate and --cluster-key go together");
        }
        Limits limits = new Limits(Limits.DEFAULT.search(), Duration.ofSeconds(bulkSeconds), Limits.DEFAULT.admin(),
                Duration.ofSeconds(patienceSeconds));
        List<URI> hosts = urls.stream().map(url -> address(command, url)).toList();
        return new ClusterPlace(
                new ClusterOptions(hosts, login(command), trust(), limits),
                prefix, shards, replicas);
    }

    private Trust trust() throws BuildFailure {
        Trust trust = new Trust(authority, certificate, key);
        try {
            trust.check();
            return trust;
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CONFIGURATION, Failures.line(e), e);
        }
    }

    private static void between(CommandLine command, String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ParameterException(command, name + " must be between " + least + " and " + most + ", was "
                    + value);
        }
    }

    /** A user and a password that stand in an address are not said again. */
    private static URI address(CommandLine command, String url) {
        if (url.contains("@")) {
            throw new ParameterException(command,
                    "--url holds no user and no password; --cluster-user and --cluster-password-file do");
        }
        String text = url.strip();
        try {
            URI address = new URI(text);
            if (text.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?") && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw new ParameterException(command, "--url must be like https://search1.example:9200, was '" + url + "'");
    }

    private Optional<Login> login(CommandLine command) throws BuildFailure {
        if (user.isPresent() != password.isPresent()) {
            throw new ParameterException(command, "--cluster-user and --cluster-password-file go together");
        }
        if (user.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Login(user.get(), Files.readString(password.get()).strip()));
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CONFIGURATION, "--cluster-password-file: cannot read " + password.get(), e);
        }
    }
}
