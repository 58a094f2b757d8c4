package broadsheet.index.generation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folder of a build under way, which no reader sees: what is carried over into it, and how it is made durable. */
final class BuildFolder {

    private final Path folder;
    private final Generations generations;
    private final Disk disk;
    /** Linked files: verified, flushed by the build that wrote them, and never changed since. */
    private final Map<String, Carried> carried = new HashMap<>();

    /** A file of the old generation, and what its manifest says of it. */
    private record Carried(Path from, Manifest.Entry entry) {}

    BuildFolder(Path folder, Generations generations) {
        this.folder = folder;
        this.generations = generations;
        this.disk = generations.disk();
    }

    Path path() {
        return folder;
    }

    /** Puts the files of a generation into the folder. */
    void carryOver(Generation previous) throws IOException {
        for (Manifest.Entry entry : previous.manifest().files()) {
            Path from = previous.folder().resolve(entry.name());
            if (isLucenes(entry.name())) {
                carry(from, entry);
            } else {
                disk.copy(from, folder.resolve(entry.name()));
            }
        }
    }

    private void carry(Path from, Manifest.Entry entry) throws IOException {
        if (disk.linkOrCopy(from, folder.resolve(entry.name()))) {
            carried.put(entry.name(), new Carried(from, entry));
        }
    }

    /** Others might be written over in place, and a linked file's bytes are the old generation's, too. */
    private static boolean isLucenes(String name) {
        return name.startsWith("_") || name.startsWith("segments_");
    }

    /** All files, each of which is durable on return. */
    List<Manifest.Entry> flushed() throws IOException {
        List<Manifest.Entry> entries = new ArrayList<>();
        for (Path file : generations.files(folder)) {
            Optional<Manifest.Entry> known = carried(file);
            if (known.isEmpty()) {
                disk.sync(file);
                known = Optional.of(disk.entry(file));
            }
            entries.add(known.get());
        }
        return entries;
    }

    private Optional<Manifest.Entry> carried(Path file) throws IOException {
        Carried old = carried.get(file.getFileName().toString());
        return old != null && Files.isSameFile(old.from(), file) ? Optional.of(old.entry()) : Optional.empty();
    }

    /** Writes the manifest, makes it durable, and reads all that is new once more. */
    Generation write(long number, Manifest manifest) throws IOException {
        disk.deleteTree(folder.resolve("write.lock"));
        Path file = folder.resolve(Generations.MANIFEST);
        disk.write(file, manifest.toBytes());
        disk.sync(file);
        disk.syncFolder(folder);
        Generation written = new Generation(number, folder, Manifest.parse(Files.readAllBytes(file)));
        generations.verify(written, part -> carried(part).isPresent());
        return written;
    }
}
