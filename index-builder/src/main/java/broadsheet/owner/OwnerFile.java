package broadsheet.owner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a file of rules lies.
 *
 * @param path its place
 * @param named the owner named it, so it must be there; else it is read where it is
 */
public record OwnerFile(Path path, boolean named) {

    /** The owner's choice, else the usual name in a folder. */
    public static OwnerFile of(Optional<Path> named, Path folder, String usual) {
        return named.map(path -> new OwnerFile(path, true))
                .orElseGet(() -> new OwnerFile(folder.resolve(usual), false));
    }

    /** Whether there is anything to be read. */
    public boolean isThere() {
        return Files.isRegularFile(path);
    }
}
