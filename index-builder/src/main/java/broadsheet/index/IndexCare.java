package broadsheet.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** What an owner may want of an index on disk: to know that it is whole, and to go back to the one before. */
public interface IndexCare {

    /**
     * Reads every byte of every generation, and lets the engine check what the current one means.
     *
     * @return the current generation; empty where nothing was published
     * @throws IndexException.Damaged when something is not as it was published; the message names each file
     * @throws IndexException.WrongSchema when the current generation is of another schema than this program's
     */
    Optional<State> verify(Path index) throws IOException;

    /**
     * Makes the newest whole generation before the current one the current one, in one step; servers follow. The next
     * build goes on from it and removes the one that was left.
     *
     * @return what is current now; empty where there is none to go back to, and nothing was changed
     * @throws IndexException.Locked when a build is under way
     */
    Optional<State> rollback(Path index) throws IOException;

    /**
     * A generation.
     *
     * @param generation its number
     * @param posts how many posts it holds
     * @param built when it was published
     * @param bytes size of its files
     */
    record State(long generation, long posts, Instant built, long bytes) {}
}
