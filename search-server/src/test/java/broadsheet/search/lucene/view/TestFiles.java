package broadsheet.search.lucene.view;

import broadsheet.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may happen to an index behind a server's back. */
public final class TestFiles {

    private TestFiles() {}

    public static void deleteTree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Flips a bit in the middle of the largest file; doing so again mends it. @return the file */
    public static Path flipOneBit(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted(Comparator.comparingLong((Path file) -> file.toFile().length())
                    .thenComparing(Comparator.naturalOrder())).toList();
        }
        Path largest = files.getLast();
        byte[] bytes = Files.readAllBytes(largest);
        bytes[bytes.length / 2] ^= 4;
        Files.write(largest, bytes);
        return largest;
    }

    /** Publishes a generation of another schema, as a newer or an older program would. */
    public static void publishSchema(Path index, int schema) throws IOException {
        try (GenerationStore.Build build = GenerationStore.at(index).begin()) {
            Files.writeString(build.folder().resolve("_0.cfs"), "of schema " + schema);
            build.publish(schema, 1, Map.of());
        }
    }
}
