package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.archive.Archive;
import broadsheet.archive.FilePieces;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room build: JSON Lines beyond the limit of memory are read a piece at a time, and give the same index. */
class LongLinesBuildTest {

    private static final int POSTS = 9_000;
    /** A file beyond 32 times this is read a piece at a time; no line here is as long. */
    private static final int SHORT_LIMIT = 4_000;

    @TempDir
    Path folder;
    private Path news;
    private Path index;

    /** 5 MB: several pieces. */
    @BeforeEach
    void lines() throws IOException {
        news = Files.createDirectory(folder.resolve("news")).resolve("all.jsonl");
        index = folder.resolve("index");
        try (BufferedWriter out = Files.newBufferedWriter(news)) {
            for (int i = 1; i <= POSTS; i++) {
                out.write("{\"title\":\"Pier " + i + "\",\"body\":\"The ferry calls at the pier with " + i
                        + " passengers.\",\"note\":\"" + "x".repeat(480) + "\"}\n" + (i % 3000 == 0 ? "\n" : ""));
            }
        }
    }

    private BuildReport build(Path where, int limit) throws IOException {
        return new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(news.getParent()), where)
                .withReading(ReadOptions.defaults().withMaxFileBytes(limit)), BuildListener.NONE);
    }

    private void add(String line) throws IOException {
        Files.writeString(news, line + "\n", StandardOpenOption.APPEND);
    }

    private void assertSameAsFromMemory() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        build(elsewhere, ReadOptions.defaults().maxFileBytes());
        assertEquals(Published.stored(elsewhere), Published.stored(index));
        assertEquals(Published.postings(elsewhere), Published.postings(index));
    }

    @Test
    void itGivesTheIndexThatMemoryWouldGive() throws IOException {
        BuildReport report = build(index, SHORT_LIMIT);
        assertEquals(POSTS, report.posts());
        assertEquals(List.of(), report.problems());
        assertTrue(Published.stored(index).containsKey("all.jsonl#" + (POSTS + 2)), "the last line's post");
        assertSameAsFromMemory();
    }

    @Test
    void anUnchangedFileIsNotReadAgainAndAChangedOneTakesItsOwnPlace() throws IOException {
        build(index, SHORT_LIMIT);
        assertEquals(1, build(index, SHORT_LIMIT).reused());
        assertEquals(POSTS, Published.stored(index).size());

        add("{\"title\":\"One more\",\"body\":\"The last ferry of the day.\"}");
        assertEquals(POSTS + 1, build(index, SHORT_LIMIT).posts());
        assertEquals(POSTS + 1, Published.stored(index).size());
        assertSameAsFromMemory();
    }

    @Test
    void badLinesAreNamedByTheirNumbersAndLoseNoOthers() throws IOException {
        add("{\"title\": ");
        add("{\"title\":\"Too long\",\"body\":\"" + "x".repeat(40_000) + "\"}");
        add("{\"title\":\"Last\"}");
        BuildReport report = build(index, SHORT_LIMIT);
        assertEquals(POSTS + 1, report.posts());
        assertEquals(2, report.failed());
        assertEquals(List.of("json-syntax 9004", "too-long 9005"), report.problems().stream()
                .filter(each -> each.severity() == Problem.Severity.ERROR).map(each -> each.code() + " " + each.line())
                .toList());
    }

    @Test
    void shortPostsHaveTheLanguageOfTheWholeFile() throws IOException {
        List<String> lines = new ArrayList<>(List.of("{\"title\":\"1\",\"body\":\"Monumental regata oficial\"}"));
        lines.addAll(Files.readAllLines(news));
        Files.write(news, lines);
        build(index, SHORT_LIMIT);
        assertTrue(Published.postings(index).get("lang_key/en").contains("all.jsonl#1:1@-1 "),
                "the first post is not English");
        assertSameAsFromMemory();
    }

    @Test
    void aDryRunCountsThem() throws IOException {
        BuildReport report = new IndexBuild(LucenePostIndexer::open).run(
                BuildOptions.of(List.of(news.getParent()), index).withDryRun(true)
                        .withReading(ReadOptions.defaults().withMaxFileBytes(SHORT_LIMIT)),
                BuildListener.NONE);
        assertEquals(POSTS, report.posts());
    }

    @Test
    void aLongFileInUtf16HasNoPieces() throws IOException {
        String line = "{\"title\":\"Pier\",\"body\":\"The ferry calls at the pier. %s\"}\n"
                .formatted("x".repeat(1_500_000));
        Files.writeString(news, "\uFEFF" + line.repeat(3), StandardCharsets.UTF_16LE);
        assertEquals(3, build(index, ReadOptions.defaults().maxFileBytes()).posts());
    }

    @Test
    void aLongFileIsReadInPiecesLongBeforeItsLimit() throws IOException {
        Files.write(news,
                "{\"title\":\"Pier\",\"body\":\"The ferry.\"}\n".repeat(260_000).getBytes(StandardCharsets.UTF_8));
        Archive archive = Archive.open(List.of(news.getParent()), ReadOptions.defaults());
        PostFile file = archive.files().getFirst();
        assertTrue(archive.isStream(file));
        assertTrue(archive.content(file).isEmpty());
        try (FilePieces pieces = archive.pieces(file)) {
            assertTrue(pieces.next().read().posts().size() < 50_000, "one piece");
        }
    }
}
