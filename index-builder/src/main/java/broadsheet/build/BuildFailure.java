package broadsheet.build;

import java.io.IOException;

/** A build that could not be done; the message is one line for the person who asked for it. */
public final class BuildFailure extends IOException {

    private static final long serialVersionUID = 1L;

    /** The exit code: one of {@link ExitCode}. */
    private final int exitCode;

    public BuildFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public BuildFailure(int exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
