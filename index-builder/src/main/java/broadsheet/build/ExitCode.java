package broadsheet.build;

import broadsheet.index.IndexException;
import java.io.IOException;

/** The exit codes of all commands; from 64 on those of BSD's sysexits.h. */
public final class ExitCode {

    public static final int OK = 0;
    /** Finished, but posts are bad and {@code --strict} was given, or addresses differ from the built site. */
    public static final int BAD_POSTS = 1;
    public static final int USAGE = 2;
    /** The index or a build's result is not what it should be: damaged, or the build would drop most posts. */
    public static final int DATA = 65;
    public static final int NO_INPUT = 66;
    public static final int UNAVAILABLE = 69;
    public static final int INTERNAL = 70;
    public static final int CANNOT_CREATE = 73;
    public static final int IO = 74;
    public static final int LOCKED = 75;
    public static final int CONFIGURATION = 78;

    private ExitCode() {}

    /** The code for a failure: {@code LOCKED} for a locked index, {@code INTERNAL} for what nobody expected. */
    public static int of(Throwable failure) {
        return switch (failure) {
            case BuildFailure expected -> expected.exitCode();
            case IndexException.Locked locked -> LOCKED;
            case IndexException damaged -> DATA;
            case IOException io -> IO;
            default -> INTERNAL;
        };
    }
}
