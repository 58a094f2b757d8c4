package broadsheet.opensearch;

import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterException.Refused;
import broadsheet.opensearch.ClusterException.Unsafe;
import broadsheet.opensearch.ClusterException.Unsuitable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenSearch cluster, asked over HTTP. Hosts are asked in turn, those that failed lately last; what may be repeated is
 * asked again elsewhere where a host cannot be reached, breaks off, takes too long or says that it is too busy. Safe for
 * many threads.
 */
public final class Cluster implements AutoCloseable {

    /** The mapper of all JSON that is sent. */
    public static final JsonMapper JSON = new JsonMapper();

    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Statuses by which a host says that it cannot answer now. */
    private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
    private static final int OLDEST = 3;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final ClusterOptions options;
    private final Hosts hosts;
    private final HostCheck check;
    private final HttpClient client;
    private final Optional<String> authorization;

    /** @throws IOException when a file of the options cannot be read */
    public Cluster(ClusterOptions options) throws IOException {
        this.options = options;
        this.hosts = new Hosts(options.hosts(), System::nanoTime);
        this.check = new HostCheck(hosts, this::asked);
        HttpClient.Builder builder = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT);
        Certificates.context(options.trust()).ifPresent(builder::sslContext);
        this.client = builder.build();
        this.authorization = options.login().map(login -> "Basic " + Base64.getEncoder().encodeToString(
                (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What is known of a cluster's software.
     *
     * @param number {@code 3.8.0}
     */
    public record Version(String number) {

        /** Before 3.4 a clause with a script fails in each part of an index where nothing matches it (OpenSearch#18446). */
        public boolean failsAtScripts() {
            return number.matches("3\\.[0-3](\\..*)?");
        }
    }

    /**
     * Asks for the version.
     *
     * @throws Unsuitable when it is no OpenSearch of 3.0 or newer
     */
    public Version version() throws IOException {
        JsonNode version = send(Call.get("/")).path("version");
        String number = version.path("number").asString("");
        String kind = version.path("distribution").asString("");
        String host = options.hosts().getFirst().toString();
        if (!kind.equals("opensearch")) {
            throw new Unsuitable(host + " is no OpenSearch; Broadsheet needs OpenSearch 3.0 or newer");
        }
        String major = number.replaceFirst("\\..*", "");
        if (!major.matches("\\d{1,4}") || Integer.parseInt(major) < OLDEST) {
            throw new Unsuitable(host + " is OpenSearch " + number + "; Broadsheet needs 3.0 or newer");
        }
        return new Version(number);
    }

    /**
     * The answer to a request.
     *
     * @throws Refused when a host says no
     * @throws Away when no host gives an answer
     */
    public JsonNode send(Call call) throws IOException {
        long until = System.nanoTime() + options.limits().patience().toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Outcome outcome = round(call);
            if (outcome.answer.isPresent()) {
                return outcome.answer.get();
            }
            boolean again = call.kind() == Call.Kind.BULK && System.nanoTime() - until < 0;
            if (!again) {
                throw outcome.failure instanceof SSLException
                        ? new Unsafe(outcome.why, outcome.failure)
                        : new Away(outcome.why, outcome.failure);
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    /** What came of asking the hosts once. */
    private record Outcome(Optional<JsonNode> answer, String why, IOException failure) {
        static Outcome of(String why, IOException failure) {
            return new Outcome(Optional.empty(), why, failure);
        }
    }

    /** Asks each host until one answers; one that cannot be asked again is asked once it was reached. */
    private Outcome round(Call call) throws IOException {
        Outcome last = Outcome.of("no host", null);
        List<URI> left = hosts.order();
        while (!left.isEmpty()) {
            URI host = left.getFirst();
            last = ask(host, call);
            boolean unsent = last.failure instanceof ConnectException
                    || last.failure instanceof HttpConnectTimeoutException
                    || last.failure instanceof SSLHandshakeException;
            if (last.answer.isPresent() || !call.kind().repeatable() && !unsent) {
                return last;
            }
            if (last.failure instanceof HttpTimeoutException) {
                check.run();
            }
            List<URI> asked = left;
            left = hosts.order().stream().filter(other -> !other.equals(host) && asked.contains(other)).toList();
        }
        return last;
    }

    /** Asks the hosts that failed lately whether they answer again; to be called now and then. */
    public void checkFailed() throws IOException {
        if (hosts.anyFailed()) {
            check.run();
        }
    }

    /** Whether some host has answered lately, or none was asked. */
    public boolean isAnswering() {
        return hosts.anyGood();
    }

    private CompletableFuture<JsonNode> asked(URI host, Duration limit) {
        HttpRequest request = request(host, Call.look(HostCheck.PATH), limit);
        return client.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> answer.statusCode() == 200
                ? JSON.readTree(answer.body())
                : JSON.createObjectNode().put("status", answer.statusCode()));
    }

    private Outcome ask(URI host, Call call) throws IOException {
        HttpResponse<byte[]> response;
        try {
            response = client.send(request(host, call, call.kind().limit(options.limits())),
                    BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while asking " + host);
        } catch (IOException e) {
            hosts.failed(host);
            return Outcome.of(host + " " + Silence.of(host, e), e);
        }
        if (BUSY.contains(response.statusCode())) {
            hosts.failed(host);
            return Outcome.of(host + " cannot answer now: " + Faults.line(response.statusCode(), response.body()),
                    null);
        }
        hosts.answered(host);
        return new Outcome(Optional.of(answer(host, response)), "", null);
    }

    private HttpRequest request(URI host, Call call, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base(host) + call.path())).timeout(limit);
        authorization.ifPresent(value -> request.header("Authorization", value));
        if (call.hasBody()) {
            boolean lines = call.kind() == Call.Kind.BULK;
            request.header("Content-Type", lines ? "application/x-ndjson" : "application/json");
        }
        request.method(call.method(), call.hasBody()
                ? BodyPublishers.ofByteArray(call.body().bytes(hosts.preference()))
                : BodyPublishers.noBody());
        return request.build();
    }

    private static String base(URI host) {
        return host.toString().replaceFirst("/+$", "");
    }

    private JsonNode answer(URI host, HttpResponse<byte[]> response) throws IOException {
        if (response.statusCode() == 401) {
            throw new Refused(host + ": 401: " + (authorization.isPresent()
                    ? "the cluster does not know this user or password"
                    : "the cluster wants to know who asks; --cluster-user and --cluster-password-file say it"),
                    401, "");
        }
        if (response.statusCode() >= 400) {
            throw new Refused(host + ": " + Faults.line(response.statusCode(), response.body()),
                    response.statusCode(), Faults.type(response.body()));
        }
        try {
            return response.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new Unsuitable(host + " answers with something that is no JSON; is it an OpenSearch?");
        }
    }

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for the cluster");
        }
    }

    /** The addresses, for messages. */
    public String name() {
        return String.join(", ", options.hosts().stream().map(URI::toString).toList());
    }

    /** The answer; empty where what was asked for is not there. */
    public Optional<JsonNode> find(Call call) throws IOException {
        try {
            return Optional.of(send(call));
        } catch (Refused e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
