package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * How generations lie in an index's folder: their names, the file that points at the current one, their manifests.
 *
 * @param index the index's folder
 */
record Generations(Path index, Disk disk) {

    static final String CURRENT = "CURRENT";
    static final String MANIFEST = "MANIFEST";
    static final String BUILDING = "tmp-";
    /** Generations that stay: the current one, and two to go back to. */
    static final int KEPT = 3;
    private static final String PREFIX = "g-";
    private static final int DIGITS = 12;

    /** Every generation's number, rising; whether whole or damaged. */
    List<Long> numbers() throws IOException {
        List<Long> numbers = new ArrayList<>();
        for (Path child : disk.list(index)) {
            number(child).ifPresent(numbers::add);
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    /** 42 for {@code g-000000000042}. */
    static OptionalLong number(Path folder) {
        String name = folder.getFileName().toString();
        boolean fits = name.startsWith(PREFIX) && name.length() == PREFIX.length() + DIGITS
                && name.chars().skip(PREFIX.length()).allMatch(c -> c >= '0' && c <= '9');
        return fits ? OptionalLong.of(Long.parseLong(name.substring(PREFIX.length()))) : OptionalLong.empty();
    }

    Path folder(long number) {
        return index.resolve(name(number));
    }

    private static String name(long number) {
        return PREFIX + "0".repeat(DIGITS - Long.toString(number).length()) + number;
    }

    /** The number in {@code CURRENT}; empty when the file is missing, damaged or cannot be read just now. */
    OptionalLong current() {
        try {
            String text = Files.readString(index.resolve(CURRENT), StandardCharsets.ISO_8859_1);
            OptionalLong number = number(Path.of(text.split("[^a-z0-9-]", 2)[0]));
            return number.isPresent() && text.equals(pointer(number.getAsLong())) ? number : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /** The current number and the checksum of its manifest; "" where there is no current number. */
    String mark() {
        OptionalLong number = current();
        return number.isEmpty() ? "" : number.getAsLong() + " " + seal(number.getAsLong());
    }

    private String seal(long number) {
        try {
            return Manifest.hex(Manifest.crc(Files.readAllBytes(folder(number).resolve(MANIFEST))));
        } catch (IOException e) {
            return "-";
        }
    }

    private static String pointer(long number) {
        String name = name(number);
        return name + " " + Manifest.hex(Manifest.crc(name.getBytes(StandardCharsets.US_ASCII))) + "\n";
    }

    /** Makes a generation the current one in one step, which is durable on return. */
    void point(long number) throws IOException {
        Path beside = index.resolve(CURRENT + ".tmp");
        disk.write(beside, pointer(number).getBytes(StandardCharsets.US_ASCII));
        disk.sync(beside);
        disk.rename(beside, index.resolve(CURRENT));
        disk.syncFolder(index);
    }

    /** 0 where there is no current generation, or its size cannot be known. */
    long currentBytes() {
        OptionalLong current = current();
        try {
            return current.isEmpty() ? 0 : read(current.getAsLong()).manifest().bytes();
        } catch (IOException e) {
            return 0;
        }
    }

    /** @throws IndexException.Damaged when there is no such generation, or its manifest cannot be read */
    Generation read(long number) throws IOException {
        Path folder = folder(number);
        try {
            return new Generation(number, folder, Manifest.parse(Files.readAllBytes(folder.resolve(MANIFEST))));
        } catch (NoSuchFileException e) {
            throw new IndexException.Damaged(folder + ": no " + MANIFEST);
        } catch (IndexException.Damaged e) {
            throw new IndexException.Damaged(folder + ": " + e.getMessage());
        }
    }

    /** @throws IndexException.Damaged when a file is missing, was cut, changed or added; the message names it */
    void verify(Generation generation) throws IOException {
        verify(generation, file -> false);
    }

    /** Which files are known to be whole, as they are those of a generation that was verified. */
    interface Known {
        boolean isWhole(Path file) throws IOException;
    }

    /** The same, without reading what is known. */
    void verify(Generation generation, Known known) throws IOException {
        Map<String, Manifest.Entry> expected = new HashMap<>();
        generation.manifest().files().forEach(entry -> expected.put(entry.name(), entry));
        for (Path file : files(generation.folder())) {
            Manifest.Entry entry = expected.remove(file.getFileName().toString());
            if (entry == null) {
                throw new IndexException.Damaged(file + ": not a file of this generation");
            }
            Manifest.Entry found = known.isWhole(file) ? entry : disk.entry(file);
            if (!found.equals(entry)) {
                throw new IndexException.Damaged(file + ": expected " + told(entry) + ", found " + told(found));
            }
        }
        if (!expected.isEmpty()) {
            throw new IndexException.Damaged(generation.folder() + ": missing " + expected.keySet());
        }
    }

    private static String told(Manifest.Entry entry) {
        return entry.length() + " bytes with checksum " + Manifest.hex(entry.crc());
    }

    /** The files that a manifest lists: all but itself and Lucene's lock file, which is empty and nobody's. */
    List<Path> files(Path folder) throws IOException {
        return disk.list(folder).stream()
                .filter(file -> !List.of(MANIFEST, "write.lock").contains(file.getFileName().toString())).toList();
    }

    /** Deletes builds cut off before their last step; a generation newer than the current one is such a build, too. */
    void sweep() throws IOException {
        OptionalLong current = current();
        for (Path child : disk.list(index)) {
            boolean unpublished = current.isPresent() && number(child).orElse(0) > current.getAsLong();
            String name = child.getFileName().toString();
            if (name.startsWith(BUILDING) || name.equals(CURRENT + ".tmp") || unpublished) {
                disk.deleteTree(child);
            }
        }
    }

    /**
     * Deletes a generation that failed to become current. It stays where {@code CURRENT} is there and cannot be read:
     * then it may be the current one after all.
     */
    void withdraw(long number) throws IOException {
        OptionalLong current = current();
        if (Files.notExists(index.resolve(CURRENT)) || current.isPresent() && current.getAsLong() != number) {
            disk.deleteTree(folder(number));
        }
    }

    /**
     * Deletes all but the current generation and the {@value #KEPT} newest. A server holds the files of its generation
     * open, so it reads on where the system lets open files be deleted; where not, they stay, and the next build tries
     * again.
     */
    void removeOld() {
        removeAfter(KEPT, () -> true);
    }

    /**
     * Deletes old generations while the disk has less than so many bytes free, the oldest first; never the current one.
     * A build that finds no room would lose more than the way back to an old index.
     */
    void makeRoom(long bytes) {
        removeAfter(1, () -> disk.freeBytes(index) < bytes);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void removeAfter(int kept, Condition condition) {
        try {
            OptionalLong current = current();
            List<Long> numbers = numbers();
            for (long number : numbers.subList(0, Math.max(0, numbers.size() - kept))) {
                boolean isCurrent = current.isEmpty() || current.getAsLong() == number;
                if (!isCurrent && condition.holds()) {
                    remove(number);
                }
            }
        } catch (IOException e) {
            // A folder too many is no build's failure.
            return;
        }
    }

    private void remove(long number) {
        try {
            disk.deleteTree(folder(number));
        } catch (IOException e) {
            // One that cannot be deleted now, as on Windows while it is read, keeps nobody from the others.
            return;
        }
    }
}
