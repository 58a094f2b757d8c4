package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.command.print.ProgressLines;
import broadsheet.command.print.ProblemPrinter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.FailingIndexer;
import broadsheet.build.SampleSite;
import broadsheet.post.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    private static Problem problem(Problem.Severity severity, String message) {
        return new Problem("_posts/a.md", 4, 7, severity, "yaml-syntax", message);
    }

    @Test
    void theFirstFiftyProblemsAreShownWorstFirst() {
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            problems.add(problem(Problem.Severity.INFO, "repaired " + i));
        }
        problems.add(problem(Problem.Severity.WARNING, "odd"));
        problems.add(problem(Problem.Severity.ERROR, "lost"));
        new ProblemPrinter(new PrintWriter(out)).worst(problems);
        List<String> lines = out.toString().lines().toList();
        assertEquals(51, lines.size());
        assertEquals("_posts/a.md:4:7: error: lost [yaml-syntax]", lines.get(0));
        assertEquals("_posts/a.md:4:7: warning: odd [yaml-syntax]", lines.get(1));
        assertEquals("_posts/a.md:4:7: info: repaired 0 [yaml-syntax]", lines.get(2));
        assertEquals("… and 12 more problems; --json lists them all", lines.get(50));
    }

    @Test
    void annotationsEscapeWhatWouldEndThem() {
        new ProblemPrinter(new PrintWriter(out)).github(
                List.of(problem(Problem.Severity.ERROR, "100 %\r\n::error::x"),
                        new Problem("b,c:d.md", 0, 0, Problem.Severity.INFO, "note", "fine: so, so")),
                Map.of("_posts/a.md", Path.of("site/_posts/a.md")));
        assertEquals(
                """
                        ::error file=site/_posts/a.md,line=4,col=7,title=yaml-syntax::100 %25%0D%0A::error::x
                        ::notice file=b%2Cc%3Ad.md,title=note::fine: so, so
                        """,
                out.toString());
    }

    @Test
    void annotationsNameTheFileOfAProblemOfTheFolderToo() throws Exception {
        SampleSite site = SampleSite.in(folder).withPosts(1);
        Files.createSymbolicLink(site.posts().resolve("2024-02-03-gone.md"), folder.resolve("absent.md"));
        Files.writeString(site.root().resolve("_config.yml"), "title: News\ntimezone: Mars/X\n");
        new ProcessBuilder("sh", "-c", "printf Rain. > \"$(printf '2024-02-04-caf\\351.md')\"")
                .directory(site.posts().toFile()).start().waitFor();
        Ran ran = Ran.command("check", "--posts", site.root(), "--format", "github");
        List<String> files = ran.out().lines()
                .map(line -> line.replaceFirst("^::warning file=", "").replaceFirst(",title=.*", "")).sorted().toList();
        String root = site.root().toRealPath().toString();
        assertEquals(root + "/_config.yml,line=2,col=11", files.get(0));
        assertEquals(root + "/_posts/2024-02-03-gone.md", files.get(1));
        if (files.size() > 2) {
            // a file system may refuse such a name
            assertTrue(files.get(2).startsWith(root + "/_posts/2024-02-04-caf"), files.get(2));
        }
    }

    @Test
    void githubFormatEndsWithASummary() throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(1).broken("2024-02-03-c.md");
        Ran ran = Ran.command("index", "--posts", site.root(), "--index", folder.resolve("i"), "--format=github");
        List<String> lines = ran.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("::error file="), ran.out());
        assertTrue(lines.getFirst().contains("/_posts/2024-02-03-c.md,line="), ran.out());
        assertTrue(lines.getLast().startsWith("Indexed 1 posts"), ran.out());
    }

    @Test
    void checkPrintsProblemsOnStdoutAndMakesNoIndex() throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(1).broken("2024-02-03-c.md");
        Ran ran = Ran.command("check", "--posts", site.root());
        assertEquals(0, ran.code());
        assertTrue(ran.out().startsWith("_posts/2024-02-03-c.md:"), ran.out());
        assertTrue(ran.err().contains("Read 1 posts"), ran.err());
        assertEquals(1, Ran.command("check", "--posts", site.root(), "--strict").code());
        assertEquals(1, Ran.command("check", "--posts", site.root(), "--json").json().get("failed").asInt());
        assertTrue(Ran.command("check", "--posts", site.root(), "--format", "github").out().startsWith("::error "));
    }

    @Test
    void urlPrintsEachAddress() throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(2);
        Ran ran = Ran.command("url", "--posts", site.root());
        assertEquals(0, ran.code(), ran.err());
        assertEquals("""
                _posts/2024-01-01-story-1.md\t/2024/01/01/story-1.html
                _posts/2024-01-02-story-2.md\t/2024/01/02/story-2.html
                """, ran.out());
        assertEquals("_posts/2024-01-02-story-2.md\t/2024/01/02/story-2.html\n",
                Ran.command("url", "--posts", site.root(), site.posts().resolve(SampleSite.name(2))).out());
        assertEquals(66, Ran.command("url", "--posts", site.root(), "nothing.md").code());
    }

    @Test
    void urlVerifyNamesWhatTheBuiltSiteLacks() throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(2);
        Path built = folder.resolve("_site");
        Files.createDirectories(built.resolve("2024/01/01"));
        Files.writeString(built.resolve("2024/01/01/story-1.html"), "<h1>The ferry</h1>");
        Ran ran = Ran.command("url", "--posts", site.root(), "--verify", built);
        assertEquals(1, ran.code());
        assertEquals("_posts/2024-01-02-story-2.md\t/2024/01/02/story-2.html\n", ran.out());
        assertTrue(ran.err().contains("1 of 2 addresses are in the built site"), ran.err());
        assertEquals(0,
                Ran.command("url", "--posts", site.root(), "--verify", built, "_posts/" + SampleSite.name(1)).code());
    }

    @Test
    void addressesLeadToFilesAsAWebServerTakesThem() throws IOException {
        Files.createDirectories(folder.resolve("a b/ü"));
        Files.writeString(folder.resolve("a b/ü/index.html"), "");
        Files.writeString(folder.resolve("c.html"), "");
        BuiltSite site = new BuiltSite(folder, "/news");
        for (String there : List.of("/a%20b/%C3%BC/", "/a%20b/%C3%BC", "/news/c.html", "/c", "/c.html", "/a b/ü/")) {
            assertTrue(site.has(there), there);
        }
        for (String missing : List.of("/", "/d", "/c/", "/a%20b", "/../" + folder.getFileName() + "x", "/%00")) {
            assertFalse(site.has(missing), missing);
        }
    }

    @Test
    void linesComeAtEachTenthAndAfterThirtySeconds() {
        Iterator<Long> times = LongStream.of(0, 30, 31, 32, 33).map(seconds -> seconds * 1_000_000_000L).iterator();
        ProgressLines lines = new ProgressLines(new PrintWriter(out), times::next);
        lines.started(20);
        for (int i = 0; i < 4; i++) {
            lines.read(2);
        }
        lines.publishing();
        assertEquals("""
                Reading 20 files
                Read 1 of 20 files (5 %), 2 posts
                Read 2 of 20 files (10 %), 4 posts
                Read 4 of 20 files (20 %), 8 posts
                Publishing
                """, out.toString());
    }

    @Test
    void aBarIsDrawnOnATerminalAndGoneAtTheEnd() throws IOException {
        SampleSite site = SampleSite.in(folder).withPosts(5);
        Console console = new Console(new PrintWriter(new StringWriter()), new PrintWriter(out), true, 60);
        assertEquals(0, IndexBuilder.run((path, incremental) -> new FailingIndexer(new IOException()), console,
                Map.of(), "check", "--posts", site.root().toString()));
        assertTrue(out.toString().startsWith("\rReading"), out.toString());
        assertTrue(out.toString().contains("\r" + " ".repeat(59) + "\r"), out.toString());
    }

    @Test
    void whatAFileSaysCanNeitherForgeALineNorSteerTheTerminal() {
        Problem problem = new Problem("a\u001b[2J\n.md", 1, 2, Problem.Severity.WARNING, "date-unreadable",
                "came 'x\n_posts/b.md:1:1: error: forged [front-matter]'");
        StringWriter out = new StringWriter();
        new ProblemPrinter(new PrintWriter(out, true)).all(List.of(problem));
        new ProblemPrinter(new PrintWriter(out, true)).github(List.of(problem), Map.of());
        assertEquals(2, out.toString().lines().count());
        assertTrue(out.toString().startsWith("a?[2J?.md:1:2: warning: came 'x?_posts/b.md:1:1: error: forged"));
        assertEquals(-1, out.toString().indexOf('\u001b'));
    }
}
