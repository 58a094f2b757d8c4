package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.OneCluster;
import broadsheet.command.print.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The builder's commands with a cluster in the place of a folder. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ClusterIndexTest {

    @TempDir
    private Path posts;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = Console.of(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        int code = SearchServer.run(console, Map.of(), Optional.empty(), arguments);
        console.out().flush();
        console.err().flush();
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Ran run(OneCluster.Real real, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--index-prefix", "commands"));
        return on(real, all);
    }

    private static Ran on(OneCluster.Real real, List<String> words) {
        List<String> all = new ArrayList<>(words);
        all.addAll(List.of("--engine", "opensearch", "--url",
                String.join(",", real.addresses().stream().map(URI::toString).toList())));
        return run(all.toArray(String[]::new));
    }

    private void post(String name, String title) throws IOException {
        Files.writeString(posts.resolve(name), "---\ntitle: " + title + "\ndate: 2024-03-01\n---\nThe wall stands.\n");
    }

    @Test
    void anArchiveIsBuiltBuiltOnCheckedAndRolledBack(OneCluster.Real real) throws IOException {
        List<String> index = List.of("index", "--posts", posts.toString(), "--quiet", "--json");
        post("2024-03-01-a.md", "Wall");
        Ran first = run(real, index);
        assertEquals(0, first.code(), first.err());
        post("2024-03-02-b.md", "Gate");
        Ran second = run(real, index);
        assertEquals(0, second.code(), second.err());
        assertTrue(second.out().contains("\"posts\":2,"), second.out());
        assertTrue(second.out().contains("\"reused\":1,"), second.out());
        Ran whole = run(real, List.of("index", "--verify"));
        assertEquals(0, whole.code(), whole.err());
        assertTrue(whole.out().matches("(?s)commands is whole: generation \\d+, 2 posts, built .*"), whole.out());
        Ran back = run(real, List.of("rollback"));
        assertEquals(0, back.code(), back.err());
        assertTrue(back.out().matches("(?s)Current again: generation \\d+, 1 posts, built .*"), back.out());
    }

    @Test
    void aFolderKeepsTheNameByWhichTheClusterKnowsItsPosts(OneCluster.Real real) throws IOException {
        Path wall = posts.resolve("wall");
        Path gate = posts.resolve("gate");
        for (Path archive : List.of(wall, gate)) {
            Path folder = Files.createDirectories(archive.resolve("posts"));
            Files.writeString(folder.resolve("2024-03-01-a.md"), "---\ntitle: The " + archive.getFileName()
                    + "\ndate: 2024-03-01\n---\nIt stands.\n");
            Ran built = on(real, List.of("index", "--posts", folder.toString(), "--index",
                    archive.resolve("part").toString(), "--quiet"));
            assertEquals(0, built.code(), built.err());
            Files.move(archive.resolve("part"), archive.resolve("index"));
        }
        for (Path archive : List.of(wall, gate)) {
            String index = archive.resolve("index").toString();
            Ran found = on(real, List.of("query", "--index", index, "stands"));
            assertEquals(0, found.code(), found.err());
            assertTrue(found.out().contains("The " + archive.getFileName()), found.out());
            assertTrue(found.err().contains("1 posts"), found.err());
            assertEquals(0, on(real, List.of("index", "--verify", "--index", index)).code());
        }
        Ran nowhere = on(real, List.of("query", "--index", posts.resolve("nowhere").toString(), "wall"));
        assertEquals(66, nowhere.code());
        assertTrue(nowhere.err().contains("nowhere: no index is there; build one with 'broadsheet index'"),
                nowhere.err());
    }

    @Test
    void aClusterThatIsAwayIsOneLineAndExitCode69() throws IOException {
        post("2024-03-01-a.md", "Wall");
        Ran away = run("index", "--posts", posts.toString(), "--engine", "opensearch", "--url", "http://127.0.0.1:1");
        assertEquals(69, away.code());
        assertTrue(away.err().matches("(?s).*broadsheet index: http://127.0.0.1:1 does not answer: [^\n]*\n"),
                away.err());
        Ran search = run("query", "--engine", "opensearch", "--url", "http://127.0.0.1:1", "wall");
        assertEquals(69, search.code());
        assertTrue(search.err().endsWith("broadsheet query: The OpenSearch cluster does not answer.\n"), search.err());
    }

    @Test
    void optionsThatMakeNoSenseAreNamed() {
        for (List<String> wrong : List.of(List.of("--engine opensearch needs --url"),
                List.of("--url must be like https://search1.example:9200, was 'search1'", "--url", "search1"),
                List.of("--url must be like https://search1.example:9200, was 'https://search1:port'", "--url",
                        "https://search1:port"),
                List.of("--index-prefix must be small letters, digits, - and _, was 'News'", "--url", "http://a",
                        "--index-prefix", "News"),
                List.of("--shards must be between 1 and 100, was 0", "--url", "http://a", "--shards", "0"),
                List.of("--cluster-user and --cluster-password-file go together", "--url", "http://a",
                        "--cluster-user", "builder"),
                List.of("--cluster-certificate and --cluster-key go together", "--url", "http://a", "--cluster-key",
                        "key.pem"))) {
            List<String> words = new ArrayList<>(List.of("index", "--posts", posts.toString(), "--engine",
                    "opensearch"));
            words.addAll(wrong.subList(1, wrong.size()));
            Ran ran = run(words.toArray(String[]::new));
            assertEquals(2, ran.code(), ran.err());
            assertTrue(ran.err().contains(wrong.getFirst() + "; see"), ran.err());
        }
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotSaidAgain() {
        Ran ran = run("index", "--posts", posts.toString(), "--engine", "opensearch", "--url",
                "https://builder:very-secret@search1.example:9200");
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(
                "--url holds no user and no password; --cluster-user and --cluster-password-file do"), ran.err());
        assertFalse(ran.err().contains("very-secret"), ran.err());
    }

    @Test
    void aFileOfCertificatesThatCannotBeReadIsExitCode78() {
        Path none = posts.resolve("ca.pem");
        Ran ran = run("index", "--posts", posts.toString(), "--engine", "opensearch", "--url", "https://127.0.0.1:1",
                "--cluster-ca", none.toString());
        assertEquals(78, ran.code(), ran.err());
        assertTrue(ran.err().contains("broadsheet index: " + none + ": no such file or folder"), ran.err());
    }

    @Test
    void aClusterThatIsAwayIsExitCode69ForTheOtherCommandsToo() {
        for (List<String> command : List.of(List.of("index", "--verify"), List.of("rollback"))) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("--engine", "opensearch", "--url", "http://127.0.0.1:1"));
            assertEquals(69, run(words.toArray(String[]::new)).code());
        }
    }
}
