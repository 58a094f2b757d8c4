package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.command.print.Console;
import broadsheet.search.Await;
import broadsheet.web.RunningServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The program as a person starts it, over a real index of a few posts. */
@Timeout(120)
class CommandsTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;
    private Path posts;
    private Path index;
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void writePosts() throws IOException {
        posts = Files.createDirectories(folder.resolve("seeds/_posts"));
        index = folder.resolve("index");
        post("2024-01-05-ferry.md", "Ferry returns", "The ferry to Skerry is back after a winter of repairs.");
        post("2024-02-06-bakery.md", "Bakery <script>alert(1)</script> burns",
                "Smoke rose over the bakery & its <script>alert(2)</script> oven at dawn.");
    }

    @AfterEach
    void stop() {
        started.forEach(Process::destroyForcibly);
    }

    private void post(String name, String title, String body) throws IOException {
        Files.writeString(posts.resolve(name), "---\ntitle: \"" + title + "\"\n---\n" + body + "\n");
    }

    private record Ended(int code, String out, String err) {}

    private Ended run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(err, true), false, 80);
        int code = SearchServer.run(console, Map.of(), Optional.empty(), arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    private Process process(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Dbroadsheet.home=" + folder, "-cp", System.getProperty("java.class.path"),
                "broadsheet.serve.SearchServer"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve("stderr").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        started.add(process);
        return process;
    }

    /** A server in a process of its own, ready. */
    private record Server(Process process, BufferedReader out, String line, String address) {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        JsonNode json(String path) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
            return RunningServer.JSON.readTree(CLIENT.send(request, BodyHandlers.ofString()).body());
        }
    }

    private Server serve(Map<String, String> environment, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("serve", "--port", "0"));
        all.addAll(List.of(arguments));
        Process process = process(environment, all.toArray(String[]::new));
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String line = out.readLine();
        assertTrue(line != null && line.matches("Broadsheet is ready: http://127\\.0\\.0\\.1:\\d+/ \\(\\d+ posts\\)"),
                () -> line + "\n" + stderr());
        return new Server(process, out, line, line.replaceFirst(".*(http[^ ]+).*", "$1"));
    }

    private String stderr() {
        try {
            return Files.readString(folder.resolve("stderr"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void serveAloneServesTheSampleArchiveAndSaysOneLine() throws Exception {
        Server server = serve(Map.of());
        assertTrue(server.line().endsWith("(2 posts)"), server.line());
        assertEquals(1, server.json("api/v1/search?q=ferry").get("total").asInt());
        assertTrue(Files.isDirectory(folder.resolve(".broadsheet")));
        server.process().toHandle().destroy();
        assertTrue(server.process().waitFor(10, TimeUnit.SECONDS));
        assertEquals(143, server.process().exitValue());
        assertEquals(null, server.out().readLine());
        assertFalse(stderr().contains("Exception"), stderr());
    }

    @Test
    void itsOwnIndexIsBroughtUpToDateAtEachStart() throws Exception {
        serve(Map.of()).process().destroy();
        post("2024-03-07-tram.md", "Tram extended", "The tram now runs to the mole.");
        assertTrue(serve(Map.of()).line().endsWith("(3 posts)"));
    }

    @Test
    void aRebuildOverHttpIsFollowed() throws Exception {
        Server server = serve(Map.of("BROADSHEET_ADMIN_TOKEN", TOKEN), "--posts", posts.toString(), "--index",
                index.toString());
        post("2024-03-07-tram.md", "Tram extended", "The tram now runs to the mole.");
        HttpRequest rebuild = HttpRequest.newBuilder(URI.create(server.address() + "admin/rebuild"))
                .header("Authorization", "Bearer " + TOKEN).POST(HttpRequest.BodyPublishers.noBody()).build();
        assertEquals(202, Server.CLIENT.send(rebuild, BodyHandlers.ofString()).statusCode());
        Await.until("the new post", () -> server.json("api/v1/search?q=tram").get("total").asInt() > 0);
        assertEquals(1, server.json("api/v1/search?q=tram").get("total").asInt());
        assertEquals(2, server.json("api/v1/search?q=tram").get("index").get("generation").asInt());
        assertFalse(stderr().contains(TOKEN));
    }

    @Test
    void anIndexThatWasNamedIsServedAsItIs() throws Exception {
        assertEquals(0, run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet").code());
        post("2024-03-07-tram.md", "Tram extended", "The tram now runs to the mole.");
        Server server = serve(Map.of(), "--posts", posts.toString(), "--index", index.toString());
        assertTrue(server.line().endsWith("(2 posts)"), server.line());
    }

    @Test
    void aTakenPortEndsWith69AndOneLine() throws Exception {
        run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet");
        try (RunningServer other = new RunningServer()) {
            Ended ended = run("serve", "--index", index.toString(), "--port", "" + other.server.port());
            assertEquals(69, ended.code());
            assertEquals("broadsheet serve: cannot listen on 127.0.0.1:" + other.server.port()
                    + ": the port is in use or not allowed; choose another with --port\n", ended.err());
            assertEquals("", ended.out());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no-such-host.invalid | no address is known for this name; choose another with --host
            192.0.2.1 | this machine does not have the address; choose another with --host
            """)
    void aHostThatIsNoneEndsWith69AndSaysSo(String host, String reason) {
        run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet");
        Ended ended = run("serve", "--index", index.toString(), "--host", host, "--port", "0");
        assertEquals(69, ended.code());
        assertEquals("broadsheet serve: cannot listen on " + host + ":0: " + reason + "\n", ended.err());
    }

    @Test
    void whatIsNotThereEndsWith66() {
        Path nowhere = folder.resolve("nowhere");
        assertEquals(66, run("serve", "--index", nowhere.toString()).code());
        assertEquals(66, run("serve", "--posts", nowhere.toString(), "--index", index.toString()).code());
        assertEquals(66, run("query", "--index", nowhere.toString(), "ferry").code());
        assertTrue(run("query", "--index", nowhere.toString(), "ferry").err().startsWith("broadsheet query: " + nowhere
                + ": no index is there"));
    }

    @Test
    void misuseEndsWith2() {
        assertEquals(2, run("serve").code());
        assertEquals(2, run("serve", "--index", "x", "--port", "99999").code());
        assertEquals(2, run("serve", "--index", "x", "--port", "many").code());
        assertEquals(2, run("serve", "--index", "x", "--public-url", "javascript:x").code());
        assertEquals(2, run("serve", "--nonsense").code());
        assertEquals(2, run("query", "ferry").code());
        assertEquals(2, run("nonsense").code());
    }

    @Test
    void helpNamesTheCommands() {
        Ended help = run("--help");
        assertEquals(0, help.code());
        for (String command : List.of("serve", "query", "index", "check", "url")) {
            assertTrue(help.out().contains("\n  " + command + " "), help.out());
            assertEquals(0, run(command, "--help").code());
        }
        assertTrue(run("--version").out().startsWith("Broadsheet "));
    }

    @Test
    void queryPrintsHitsOrTheDocumentOfTheEndpoint() {
        run("index", "--posts", posts.toString(), "--index", index.toString(), "--quiet");
        Ended plain = run("query", "--index", index.toString(), "ferry", "back");
        assertEquals(0, plain.code());
        assertTrue(plain.out().startsWith("2024-01-05  Ferry returns\n    "), plain.out());
        assertEquals("1 posts\n", plain.err());
        JsonNode document = RunningServer.JSON.readTree(run("query", "--index", index.toString(), "--json", "bakery")
                .out());
        assertEquals("bakery", document.get("query").get("text").asString());
        assertEquals(1, document.get("total").asInt());
        JsonNode hit = document.get("hits").get(0);
        assertFalse(hit.get("titleHtml").asString().replaceAll("</?mark>", "").contains("<"), hit::toString);
        assertEquals(0, run("query", "--index", index.toString(), "--", "-bakery").code());
    }
}
