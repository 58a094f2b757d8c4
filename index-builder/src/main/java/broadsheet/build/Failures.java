package broadsheet.build;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.concurrent.ExecutionException;

/** Says in one line what the JDK's exceptions leave out: most of them carry the path alone. */
public final class Failures {

    private Failures() {}

    /** {@code posts/a.md: no such file or folder}. */
    public static String line(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
        return switch (failure) {
            case BuildFailure expected -> message;
            case NoSuchFileException missing when missing.getReason() == null -> message + ": no such file or folder";
            case AccessDeniedException denied when denied.getReason() == null -> message + ": permission denied";
            case FileAlreadyExistsException there when there.getReason() == null ->
                message + ": is a file, not a folder";
            case NotDirectoryException file -> message + ": is a file, not a folder";
            case DirectoryNotEmptyException full -> message + ": the folder is not empty";
            case IOException io -> message;
            default -> failure.getClass().getSimpleName() + ": " + message;
        };
    }

    /** Throws what a task threw on another thread; an IOException is returned, for the caller to throw. */
    static IOException thrown(ExecutionException wrapped) {
        switch (wrapped.getCause()) {
            case IOException failure -> {
                return failure;
            }
            case RuntimeException failure -> throw failure;
            case Error failure -> throw failure;
            default -> throw new IllegalStateException(wrapped.getCause());
        }
    }
}
