package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.archive.Archive;
import broadsheet.archive.FilePieces;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** A guess of the encoding wants the whole file, and pieces end at line feeds alone. */
    @ParameterizedTest
    @CsvSource({"UTF-16LE, '\n', true", "windows-1251, '\n', false", "UTF-8, '\r', false", "UTF-8, '\r\r\n', false"})
    void aLongFileOfOtherLinesIsReadAtOnce(Charset charset, String end, boolean mark) throws IOException {
        StringBuilder text = new StringBuilder(mark ? "\uFEFF" : "");
        while (text.length() < 9 << 20) {
            for (String body : List.of("The ferry calls at the pier.", "Паром заходит в порт утром.")) {
                text.append("{\"title\":\"Pier\",\"body\":\"").append(body.repeat(400)).append("\"}").append(end);
            }
        }
        Files.writeString(news, text, charset);
        Archive archive = Archive.open(List.of(news.getParent()), ReadOptions.defaults());
        PostFile file = archive.files().getFirst();
        assertFalse(archive.isStream(file));
        assertTrue(archive.isLarge(file));
        List<Post> posts = archive.read(file).posts();
        assertEquals(posts.size(), posts.stream().map(Post::id).distinct().count());
        assertEquals(posts.size() / 2, posts.stream().filter(post -> post.body().startsWith("Паром")).count());
    }

    @Test
    void aFileThatVanishesIsOneProblemAndTriedAgain() throws IOException {
        Archive archive = Archive.open(List.of(news.getParent()), ReadOptions.defaults());
        PostFile file = archive.files().getFirst();
        StreamedState state = new StreamedState(FileState.stream(Stamp.of(news), "POST", Digest.of(news)));
        Files.delete(news);
        int pieces = 0;
        try (FilePieces all = archive.pieces(file)) {
            while (all.hasNext()) {
                state.add(state.piece(all.next().read()));
                pieces++;
            }
        }
        assertEquals(1, pieces);
        assertEquals(List.of("unreadable"), state.whole().problems().stream().map(Problem::code).toList());
        assertEquals(Digest.NONE, state.whole().digest());
        assertEquals(Stamp.UNKNOWN, state.whole().stamp());
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
