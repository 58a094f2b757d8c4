package broadsheet.archive;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, in words, without its path. */
final class FileFault {

    private FileFault() {}

    /** {@code permission denied}. */
    static String message(IOException e) {
        return switch (e) {
            case NoSuchFileException gone -> "it is gone";
            case AccessDeniedException denied -> "permission denied";
            case FileSystemException fault when fault.getReason() != null -> fault.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
