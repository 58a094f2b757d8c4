package broadsheet.index.generation;

import java.io.IOException;
import java.nio.file.Path;

/** A disk whose n-th writing operation fails; when it is dead, all later ones do, too. */
final class FaultyDisk extends Disk {

    private final int failing;
    private final boolean dead;
    private int count;
    private String failed = "";

    FaultyDisk(int failing, boolean dead) {
        this.failing = failing;
        this.dead = dead;
    }

    boolean reached() {
        return count >= failing;
    }

    /** The operation that failed first; empty when none did. */
    String failed() {
        return failed;
    }

    @Override
    void before(String operation, Path path) throws IOException {
        count++;
        if (count == failing || dead && count > failing) {
            failed = failed.isEmpty() ? operation : failed;
            throw new IOException("No space left on device at step " + count + ": " + operation);
        }
    }
}
