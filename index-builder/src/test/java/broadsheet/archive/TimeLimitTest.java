package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room archive: the limits of time and length under which a file is read. */
class TimeLimitTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private static int busyUntilInterrupted() {
        int count = 0;
        while (!Thread.currentThread().isInterrupted()) {
            count++;
        }
        return count;
    }

    @Test
    void workThatEndsGivesItsResult() throws Exception {
        assertEquals(Optional.of(7), TimeLimit.run(() -> 7, LONG));
    }

    @Test
    void workThatNeverEndsIsGivenUp() throws Exception {
        assertEquals(Optional.empty(), TimeLimit.run(TimeLimitTest::busyUntilInterrupted, Duration.ofMillis(20)));
    }

    @Test
    void whatTheWorkThrowsComesOutAsItIs() {
        IOException thrown = new IOException("no");
        assertEquals(thrown, assertThrows(IOException.class, () -> TimeLimit.run(() -> {
            throw thrown;
        }, LONG)));
    }

    private static int deep(int n) {
        return n == 0 ? 0 : 1 + deep(n - 1);
    }

    @Test
    void noStackLeftIsAnExceptionOfItsOwn() {
        assertThrows(TimeLimit.StackLimitException.class, () -> TimeLimit.run(() -> deep(100_000_000), LONG));
    }

    @Test
    void itsStackIsDeeperThanAThreadsOwn() throws Exception {
        assertEquals(Optional.of(10_000), TimeLimit.run(() -> deep(10_000), LONG));
    }

    @Test
    void workIsNotOverdueBeforeItHasBegun() throws Exception {
        TimedWork<Integer> work = new TimedWork<>(() -> 7, Duration.ZERO);
        assertFalse(work.isOverdue());
        assertEquals(7, work.call());
        assertTrue(work.isOverdue());
    }

    @Test
    void workWithinItsTimeIsNotOverdue() throws Exception {
        TimedWork<Integer> work = new TimedWork<>(() -> 7, LONG);
        work.call();
        assertFalse(work.isOverdue());
    }

    @Test
    void aFileUpToTheLimitIsRead() throws IOException {
        Path file = Files.write(folder.resolve("a"), new byte[]{1, 2, 3});
        assertArrayEquals(new byte[]{1, 2, 3}, FileBytes.read(file, 3));
        IOException e = assertThrows(FileBytes.TooLongException.class, () -> FileBytes.read(file, 2));
        assertEquals("longer than 2 bytes, the limit for one file", e.getMessage());
    }

    @Test
    void whatIsNoFileAnyMoreIsNotRead() {
        assertEquals("it is no regular file any more",
                assertThrows(IOException.class, () -> FileBytes.read(folder, 9)).getMessage());
        assertThrows(NoSuchFileException.class, () -> FileBytes.read(folder.resolve("gone"), 9));
    }

    @Test
    void aFaultIsSaidInWords() {
        assertEquals("it is gone", FileFault.message(new NoSuchFileException("a")));
        assertEquals("permission denied", FileFault.message(new AccessDeniedException("a")));
        assertEquals("disk failed", FileFault.message(new FileSystemException("a", null, "disk failed")));
        assertEquals("no", FileFault.message(new IOException("no")));
    }
}
