package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.SecureCluster;
import broadsheet.command.print.Console;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands over TLS, with passwords and certificates, on nodes with OpenSearch's security plugin. */
@Tag("secure")
@Timeout(300)
class SecureClusterTest {

    private static final String SECRET = "only-for-tests";

    @TempDir
    private static Path folder;
    private static SecureCluster cluster;

    @TempDir
    private Path posts;

    private record Ran(int code, String out, String err) {}

    @BeforeAll
    static void start() throws IOException {
        cluster = SecureCluster.start(folder);
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    /** Nothing that a command says holds a password. */
    private static Ran run(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        int code = SearchServer.run(console, Map.of(), Optional.empty(), arguments.toArray(String[]::new));
        console.out().flush();
        console.err().flush();
        Ran ran = new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertFalse(ran.toString().contains(SECRET), ran.toString());
        return ran;
    }

    private static List<String> words(List<String> command, String prefix, URI address, List<String> credentials) {
        return Stream.of(command, List.of("--engine", "opensearch", "--index-prefix", prefix, "--url",
                address.toString()), credentials).flatMap(List::stream).toList();
    }

    private List<String> index() {
        return List.of("index", "--posts", posts.toString(), "--quiet");
    }

    private static List<String> trusting(String... further) {
        List<String> all = new ArrayList<>(List.of("--cluster-ca", cluster.authority().toString()));
        all.addAll(List.of(further));
        return all;
    }

    private static List<String> password(String user) {
        return trusting("--cluster-user", user, "--cluster-password-file", cluster.passwordFile(user).toString());
    }

    private static List<String> certificate(String user) {
        return trusting("--cluster-certificate", cluster.file(user + ".pem").toString(), "--cluster-key",
                cluster.file(user + "-key.pem").toString());
    }

    private void post(String name, String title) throws IOException {
        Files.writeString(posts.resolve(name), "---\ntitle: " + title + "\ndate: 2024-03-01\n---\nThe wall stands.\n");
    }

    private static void isDone(Ran ran) {
        assertEquals(0, ran.code(), ran.err());
    }

    /** A real server is asked, and ended. */
    private static String answer(List<String> serve, String path) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                SearchServer.class.getName()));
        command.addAll(serve);
        Path log = folder.resolve("server.log");
        Process server = new ProcessBuilder(command).redirectError(log.toFile()).start();
        try (BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
                HttpClient client = HttpClient.newHttpClient()) {
            String line = out.readLine();
            assertTrue(line != null && line.startsWith("Broadsheet is ready: "), line + Files.readString(log));
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(line.split(" ")[3]).resolve(path)).build(),
                    BodyHandlers.ofString());
            assertEquals(200, answer.statusCode(), answer.body() + Files.readString(log));
            assertFalse(Files.readString(log).contains(SECRET));
            return answer.body();
        } finally {
            server.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatTheBuilderHasBuiltTheReaderServes() throws Exception {
        post("2024-03-01-a.md", "Wall");
        List<String> build = words(index(), "news", cluster.withPassword(), password("builder"));
        isDone(run(build));
        post("2024-03-02-b.md", "Gate");
        isDone(run(build));
        isDone(run(words(List.of("index", "--verify"), "news", cluster.withPassword(), password("builder"))));
        String found = answer(words(List.of("serve", "--port", "0"), "news", cluster.withPassword(),
                password("reader")), "/api/v1/search?q=wall");
        assertTrue(found.contains("\"total\":2"), found);
        isDone(run(words(List.of("rollback"), "news", cluster.withPassword(), password("builder"))));
    }

    @Test
    void aCertificateOpensWhereTheClusterAsksForOne() throws Exception {
        post("2024-03-01-a.md", "Wall");
        isDone(run(words(index(), "news-signed", cluster.withCertificate(), certificate("builder"))));
        String found = answer(words(List.of("serve", "--port", "0"), "news-signed", cluster.withCertificate(),
                certificate("reader")), "/api/v1/search?q=wall");
        assertTrue(found.contains("\"total\":1"), found);
    }

    /** One line with the address and what is wrong, and exit code 69. */
    private static void isRefused(List<String> command, URI address, List<String> credentials, String why) {
        Ran ran = run(words(command, "news-refused", address, credentials));
        String wanted = Pattern.quote("broadsheet " + command.getFirst() + ": " + address) + why + "\n";
        assertTrue(ran.err().matches(wanted), ran.err());
        assertEquals(69, ran.code());
    }

    /** So it is whatever was asked for, and no server waits for what will not change. */
    private void isRefused(URI address, List<String> credentials, String why) throws IOException {
        isRefusedToBuilders(address, credentials, why);
        isRefused(List.of("serve", "--port", "0"), address, credentials, why);
    }

    private void isRefusedToBuilders(URI address, List<String> credentials, String why) throws IOException {
        post("2024-03-01-a.md", "Wall");
        for (List<String> command : List.of(index(), List.of("index", "--verify"), List.of("rollback"))) {
            isRefused(command, address, credentials, why);
        }
    }

    @Test
    void whoGivesNoNameIsToldHow() throws IOException {
        isRefused(cluster.withPassword(), trusting(),
                ": 401: the cluster wants to know who asks; --cluster-user and --cluster-password-file say it");
    }

    @Test
    void aWrongPasswordIsNamed() throws IOException {
        Path wrong = Files.writeString(posts.resolve("wrong.password"), SECRET + "-wrong");
        isRefused(cluster.withPassword(),
                trusting("--cluster-user", "builder", "--cluster-password-file", wrong.toString()),
                ": 401: the cluster does not know this user or password");
    }

    @Test
    void anAuthorityThatNobodyTrustsIsNamed() throws IOException {
        String why = " cannot be trusted: no authority that we know has signed its certificate; --cluster-ca names one";
        List<String> user = List.of("--cluster-user", "builder", "--cluster-password-file",
                cluster.passwordFile("builder").toString());
        isRefused(cluster.withPassword(), user, why);
        isRefused(cluster.withPassword(), List.of("--cluster-ca", cluster.file("stranger.pem").toString()), why);
    }

    @Test
    void anAddressWithoutTlsIsNamed() throws IOException {
        URI plain = URI.create(cluster.withPassword().toString().replace("https:", "http:"));
        isRefusedToBuilders(plain, password("builder"),
                " breaks off \\([^\n]+\\); if it speaks TLS, its address begins with https://");
    }

    @Test
    void whoShowsNoCertificateOrAStrangersIsToldSo() throws IOException {
        String why = " does not take our certificate, or wants one "
                + "\\(--cluster-certificate, --cluster-key\\): [^\n]*Received fatal alert: [a-z_]+";
        isRefused(cluster.withCertificate(), password("builder"), why);
        isRefused(cluster.withCertificate(), certificate("intruder"), why);
    }

    @Test
    void aUserWithoutRightsIsToldWhichAreMissing() throws IOException {
        isRefused(cluster.withPassword(), password("other"), missing("cluster:monitor/main", "other"));
        isRefused(index(), cluster.withPassword(), password("reader"), missing("indices:admin/get", "reader"));
        isRefused(List.of("rollback"), cluster.withPassword(), password("reader"),
                missing("indices:admin/aliases/get", "reader"));
    }

    private static String missing(String right, String user) {
        return Pattern.quote(": 403 security_exception: no permissions for [" + right + "] and User [name=" + user
                + ", ") + "[^\n]*";
    }
}
