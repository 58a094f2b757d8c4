package broadsheet.index.opensearch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * What an index folder holds whose posts are on a cluster: the name by which the cluster calls its indices. So a script
 * that names a folder for each archive works on a cluster, too, and no archive takes the place of another.
 */
public final class PrefixFile {

    private static final String NAME = "opensearch-prefix";
    private static final int LETTERS = 10;

    private PrefixFile() {}

    /** The name in a folder; empty where it has none. @throws IOException when what stands there is no name */
    public static Optional<String> read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String prefix = Files.readString(file).strip();
        if (prefix.matches(ClusterPlace.PREFIXES)) {
            return Optional.of(prefix);
        }
        throw new IOException(file + " holds no name of an index: '" + prefix + "'");
    }

    /** Keeps a name in a folder, which is made when it is not there. */
    public static void write(Path folder, String prefix) throws IOException {
        if (read(folder).equals(Optional.of(prefix))) {
            return;
        }
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(NAME), prefix + "\n");
    }

    /** A name that no other folder has. */
    public static String another() {
        RandomGenerator random = new SplittableRandom();
        return "broadsheet-" + random.ints(LETTERS, 'a', 'z' + 1).mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
