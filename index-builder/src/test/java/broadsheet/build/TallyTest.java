package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import broadsheet.index.PostIndexer.Published;
import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room build: how the files of a build add up, and how its failures are said. */
class TallyTest {

    private static final Instant NOW = Instant.parse("2024-06-01T12:00:00Z");
    private static final Problem LOST = new Problem("b.md", 4, 2, Problem.Severity.ERROR, "yaml-syntax", "no");
    private static final Problem MENDED = new Problem("b.md", 4, 2, Problem.Severity.WARNING, "yaml-mended", "yes");

    private static PostFile file(String id) {
        return new PostFile(id, Path.of("/news", id));
    }

    private static FileState state(int posts, int failed, Map<Reason, Integer> skips, List<Instant> scheduled,
            List<Problem> problems) {
        return new FileState(Stamp.UNKNOWN, "POST", new Digest(1, 2), 100, posts, scheduled, Instant.MAX, skips, failed,
                problems, List.of());
    }

    @Test
    void entriesArePostsAndSkippedAndFailed() {
        Tally tally = new Tally(NOW, "/news");
        tally.add(file("a.md"), state(1, 0, Map.of(), List.of(), List.of()), false);
        tally.add(file("b.md"), state(0, 1, Map.of(), List.of(), List.of(LOST)), false);
        tally.add(file("c.jsonl"), state(5, 0, Map.of(Reason.DRAFT, 2, Reason.NO_INDEX, 1),
                List.of(NOW.plusSeconds(1), NOW.minusSeconds(1)), List.of()), true);
        assertEquals(6, tally.posts());
        BuildReport report = tally.report(Optional.of(new Published(7, 6, 5, 1234)));
        assertEquals(3, report.files());
        assertEquals(1, report.reused());
        assertEquals(5, report.posts());
        assertEquals(1, report.scheduled());
        assertEquals(4, report.skipped());
        assertEquals(Map.of("draft", 2L, "no-index", 1L, "future", 1L), report.skippedBy());
        assertEquals(1, report.failed());
        assertEquals(10, report.entries());
        assertEquals(300, report.bytesRead());
        assertEquals(1234, report.bytes());
        assertEquals(OptionalLong.of(7), report.generation());
        assertEquals(List.of(LOST), report.problems());
        assertEquals(Map.of("b.md", Path.of("/news/b.md")), report.places());
        assertTrue(report.hasBadPosts());
    }

    @Test
    void aDryRunPublishedNothing() {
        BuildReport report = new Tally(NOW, "/news").report(Optional.empty());
        assertEquals(OptionalLong.empty(), report.generation());
        assertEquals(0, report.bytes());
        assertEquals(0, report.entries());
        assertTrue(report.hasBadPosts(), "nothing was found");
    }

    @Test
    void aProblemOfTheArchiveItselfIsReportedToo() {
        Tally tally = new Tally(NOW, "/news");
        tally.add(MENDED, Path.of("/news/_config.yml"));
        tally.add(file("a.md"), state(1, 0, Map.of(), List.of(), List.of()), false);
        BuildReport report = tally.report(Optional.empty());
        assertEquals(List.of(MENDED), report.problems());
        assertEquals(Path.of("/news/_config.yml"), report.places().get("b.md"));
        assertFalse(report.hasBadPosts());
        assertTrue(report.withProblems(List.of(LOST), Map.of()).hasBadPosts());
    }

    @Test
    void theNextBuildIsToldOfEachFile() {
        Tally tally = new Tally(NOW, "/news");
        FileState a = state(1, 0, Map.of(), List.of(), List.of());
        tally.add(file("a.md"), a, false);
        assertEquals(Map.of("a.md", a), tally.state("settings").files());
    }

    @Test
    void aFilesStateIsMadeOfItsReading() {
        Post scheduled = Post.builder("a#1").visibleFrom(NOW.plusSeconds(9)).build();
        Post first = Post.builder("a#2").expires(NOW.plusSeconds(5)).build();
        Post second = Post.builder("a#3").expires(NOW.plusSeconds(7)).build();
        FileReading reading = new FileReading("a", List.of(scheduled, first, second),
                List.of(new Skip("a#4", Reason.DRAFT), new Skip("a#5", Reason.DRAFT)), 1, List.of(LOST));
        FileState state = FileState.of(new Stamp(1, 2, 3), "POST", new Digest.OfFile(new Digest(4, 5), 6), reading);
        assertEquals(new FileState(new Stamp(1, 2, 3), "POST", new Digest(4, 5), 6, 3, List.of(NOW.plusSeconds(9)),
                NOW.plusSeconds(5), Map.of(Reason.DRAFT, 2), 1, List.of(LOST),
                List.of(new PostLanguage("und", ""), new PostLanguage("und", ""), new PostLanguage("und", ""))), state);
    }

    @Test
    void itHoldsInTheSameRoleUntilAPostExpires() {
        FileState state = new FileState(Stamp.UNKNOWN, "POST", Digest.NONE, 0, 1, List.of(), NOW, Map.of(), 0,
                List.of(), List.of());
        assertTrue(state.holds("POST", NOW.minusNanos(1)));
        assertFalse(state.holds("POST", NOW));
        assertFalse(state.holds("DRAFT", NOW.minusNanos(1)));
    }

    @Test
    void underAnotherStampAllElseStays() {
        FileState state = state(1, 2, Map.of(Reason.DRAFT, 3), List.of(NOW), List.of(LOST));
        assertSame(state, state.under(Stamp.UNKNOWN));
        FileState other = state.under(new Stamp(1, 2, 3));
        assertNotEquals(state, other);
        assertEquals(state, other.under(Stamp.UNKNOWN));
    }

    @Test
    void aDigestIsTheFirstHalfOfASha256(@TempDir Path folder) throws IOException {
        byte[] abc = "abc".getBytes(StandardCharsets.UTF_8);
        // FIPS 180-2, appendix B.1
        Digest expected = new Digest(0xba7816bf8f01cfeaL, 0x414140de5dae2223L);
        assertEquals(new Digest.OfFile(expected, 3), Digest.of(abc));
        assertEquals(new Digest.OfFile(expected, 3), Digest.of(Files.write(folder.resolve("abc"), abc)));
    }

    @Test
    void aFailureIsOneLineThatSaysWhatIsWrong() {
        assertEquals("a: no such file or folder", Failures.line(new NoSuchFileException("a")));
        assertEquals("a: permission denied", Failures.line(new AccessDeniedException("a")));
        assertEquals("a: is a file, not a folder", Failures.line(new FileAlreadyExistsException("a")));
        assertEquals("a: is a file, not a folder", Failures.line(new NotDirectoryException("a")));
        assertEquals("a: the folder is not empty", Failures.line(new DirectoryNotEmptyException("a")));
        assertEquals("a: disk full", Failures.line(new FileSystemException("a", null, "disk full")));
        assertEquals("a b", Failures.line(new IOException("a \n b")));
        assertEquals("a", Failures.line(new BuildFailure(ExitCode.DATA, "a")));
        assertEquals("IllegalStateException: a", Failures.line(new IllegalStateException("a")));
    }

    @Test
    void anExitCodeSaysWhoseFaultItIs() {
        assertEquals(65, ExitCode.of(new BuildFailure(ExitCode.DATA, "a")));
        assertEquals(74, ExitCode.of(new FileNotFoundException("a")));
        assertEquals(70, ExitCode.of(new IllegalStateException("a")));
        assertEquals(65, ExitCode.of(new IndexException.Damaged("a")));
        assertEquals(75, ExitCode.of(new IndexException.Locked("a")));
    }
}
