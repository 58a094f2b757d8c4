package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * An archive that is being opened on a thread of its own: its folders are walked while the last build's index is
 * verified.
 */
public final class ArchiveOpening {

    private final FutureTask<Archive> task;

    private ArchiveOpening(FutureTask<Archive> task) {
        this.task = task;
    }

    static ArchiveOpening begin(List<Path> posts, ReadOptions reading) {
        FutureTask<Archive> task = new FutureTask<>(() -> now(posts, reading));
        Thread thread = new Thread(task, "archive-walk");
        thread.setDaemon(true);
        thread.start();
        return new ArchiveOpening(task);
    }

    /**
     * The archive, as soon as it is open.
     *
     * @throws BuildFailure when there is no input or it cannot be read
     */
    Archive await() throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the build was interrupted", e);
        } catch (ExecutionException e) {
            throw Failures.thrown(e);
        }
    }

    /** Opens an archive on the caller's thread, with the same failures. */
    public static Archive now(List<Path> posts, ReadOptions reading) throws IOException {
        try {
            return Archive.open(posts, reading);
        } catch (NoSuchFileException e) {
            throw new BuildFailure(ExitCode.NO_INPUT, e.getMessage(), e);
        } catch (AccessDeniedException e) {
            throw new BuildFailure(ExitCode.NO_INPUT, e.getFile() + ": permission denied", e);
        } catch (IOException e) {
            // Said here, as a build takes other failures for those of the index.
            throw new BuildFailure(ExitCode.IO, "the posts cannot be read: " + Failures.line(e), e);
        }
    }
}
