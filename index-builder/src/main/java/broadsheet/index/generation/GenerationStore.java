package broadsheet.index.generation;

import broadsheet.index.IndexException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An index on disk as a row of generations, of which one is current. Only this package knows the layout:
 *
 * <pre>
 * index/LOCK             one builder at a time
 * index/CURRENT          "g-000000000042 89abcdef\n": the generation that readers take, and the CRC32C of its name
 * index/g-000000000042/  the engine's files and MANIFEST, never changed again
 * index/tmp-43-1234/     a build under way; left by a killed builder, it is swept by the next
 * </pre>
 *
 * A builder:
 *
 * <pre>
 * try (GenerationStore.Build build = GenerationStore.at(index).begin()) {
 *     Optional&lt;Manifest&gt; previous = build.carryOver(); // only where the old index is to be carried on
 *     // write into build.folder(), commit, close the writer
 *     build.publish(SCHEMA, posts, Map.of());
 * }
 * </pre>
 *
 * A reader looks at {@link #mark} now and then; where it has changed, {@link #open} gives the new generation.
 * Whatever happens to a builder, its process, its machine or its disk: readers find the old generation or the new one.
 */
public final class GenerationStore {

    /** A build may take twice the room of its result while it merges. */
    private static final long ROOM_FOR_BUILDS = 2;

    private final Path index;
    private final Disk disk;
    private final InstantSource clock;
    private final Generations generations;
    /** What the last {@link #open} found, so that a build that carries it over at once need not read it all again. */
    private volatile Optional<Opened> lastOpened = Optional.empty();

    private GenerationStore(Path index, Disk disk, InstantSource clock) {
        this.index = index;
        this.disk = disk;
        this.clock = clock;
        this.generations = new Generations(index, disk);
    }

    /** The store in a folder, which need not be there yet. */
    public static GenerationStore at(Path index) {
        return at(index, new Disk(), InstantSource.system());
    }

    static GenerationStore at(Path index, Disk disk, InstantSource clock) {
        return new GenerationStore(index.toAbsolutePath().normalize(), disk, clock);
    }

    /**
     * What {@link #open} found.
     *
     * @param generation verified: each byte is what was published
     * @param fallback true when it is not the current generation, as that one is missing or damaged
     * @param damage what was wrong with those passed over, one line each; empty when there was no fallback
     */
    public record Opened(Generation generation, boolean fallback, List<String> damage) {}

    /**
     * Which generation is current; reads one small file. Empty where none was published, and where the file is damaged
     * or cannot be read just now: a reader then keeps what it has.
     */
    public OptionalLong currentNumber() {
        return generations.current();
    }

    /**
     * A text that differs once something else is published, for a reader to compare now and then: the current
     * generation's number and the checksum of its manifest. The number alone is not enough, since an index that was
     * deleted and built anew begins at 1 again. Empty where {@link #currentNumber} is; reads two small files.
     */
    public String mark() {
        return generations.mark();
    }

    /**
     * The current generation if it verifies, else the newest that does; empty where none does or none was published.
     *
     * @throws IOException when the folder cannot be read at all
     */
    public Optional<Opened> open() throws IOException {
        Optional<Opened> opened = new Candidates(generations, OptionalInt.empty()).find().opened();
        lastOpened = opened;
        return opened;
    }

    /**
     * The same for a reader of one schema, which passes over generations of another.
     *
     * @throws IndexException.WrongSchema when there is none of this schema, but one of another
     * @throws IndexException.Damaged when none is whole
     */
    public Opened open(int schema) throws IOException {
        Candidates.Found found = new Candidates(generations, OptionalInt.of(schema)).find();
        if (found.opened().isPresent()) {
            return found.opened().get();
        }
        if (found.otherSchema().isPresent()) {
            throw new IndexException.WrongSchema("index at " + index + " has schema "
                    + found.otherSchema().getAsInt() + ", this server reads schema " + schema
                    + ": run `broadsheet index` again");
        }
        throw new IndexException.Damaged("index at " + index + " holds no whole generation");
    }

    /**
     * Reads every byte of a generation.
     *
     * @throws IndexException.Damaged when a file is missing, was cut, changed or added; the message names it
     */
    public void verify(Generation generation) throws IOException {
        generations.verify(generation);
    }

    /**
     * Reads every byte of every generation; gives the current one, or nothing where none was published.
     *
     * @throws IndexException.Damaged when something is not as it was published; the message names each file
     */
    public Optional<Generation> verifyAll() throws IOException {
        return new Upkeep(generations).verify();
    }

    /**
     * Makes the newest whole generation of a schema before the current one the current one, in one step.
     *
     * @return that one; empty where there is none, and nothing was changed
     * @throws IndexException.Locked at once when a build is under way
     */
    public Optional<Generation> rollback(int schema) throws IOException {
        BuildLock lock = BuildLock.acquire(index);
        try (lock) {
            return new Upkeep(generations).back(schema);
        }
    }

    /**
     * Begins a build: takes the lock, sweeps what killed builders left, makes an empty folder.
     *
     * @throws IndexException.Locked at once when another build is under way
     * @throws IOException when the folder cannot be made or written
     */
    public Build begin() throws IOException {
        disk.createFoldersDurably(index);
        BuildLock lock = BuildLock.acquire(index);
        boolean begun = false;
        try {
            long next = 1 + Math.max(currentNumber().orElse(0), generations.numbers().stream().reduce(0L, Math::max));
            generations.sweep();
            generations.makeRoom(ROOM_FOR_BUILDS * generations.currentBytes());
            Path folder = index.resolve(Generations.BUILDING + next + "-" + ProcessHandle.current().pid());
            disk.createFolders(folder);
            begun = true;
            return new Build(next, folder, lock);
        } finally {
            if (!begun) {
                lock.close();
            }
        }
    }

    /** A build under way, in a folder that no reader sees. For one thread. */
    public final class Build implements AutoCloseable {

        private final long number;
        private final BuildFolder folder;
        private final BuildLock lock;
        private boolean published;

        private Build(long number, Path folder, BuildLock lock) {
            this.number = number;
            this.folder = new BuildFolder(folder, generations);
            this.lock = lock;
        }

        /** Where to write; empty until {@link #carryOver}. Every file in it when {@link #publish} is called is published. */
        public Path folder() {
            return folder.path();
        }

        /**
         * Puts the files of the newest whole generation into the folder, so that a writer can go on from them; what it
         * then does there does not touch the old generation, as Lucene never changes a file that it has written.
         *
         * @return that generation's manifest; empty when there is none, and the folder stays empty
         */
        public Optional<Manifest> carryOver() throws IOException {
            boolean fresh = lastOpened.isPresent() && !lastOpened.get().fallback()
                    && currentNumber().equals(OptionalLong.of(lastOpened.get().generation().number()));
            Optional<Opened> previous = fresh ? lastOpened : open();
            if (previous.isEmpty()) {
                return Optional.empty();
            }
            folder.carryOver(previous.get().generation());
            return Optional.of(previous.get().generation().manifest());
        }

        /**
         * Makes the build durable and shows it to readers in one step. Writers into the folder must be closed.
         *
         * @param posts how many posts the files hold
         * @param properties whatever else shall be kept with the generation; small, as it is read at each opening
         * @throws IOException when anything fails before that step; the message names the index, and the old generation
         *     is still the current one
         */
        public Generation publish(int schemaVersion, long posts, Map<String, String> properties) throws IOException {
            try {
                Generation written = folder.write(number,
                        new Manifest(schemaVersion, posts, clock.instant(), properties, folder.flushed()));
                Path target = generations.folder(number);
                disk.rename(folder.path(), target);
                disk.syncFolder(index);
                generations.point(number);
                published = true;
                generations.removeOld();
                return new Generation(number, target, written.manifest());
            } catch (IndexException e) {
                throw e;
            } catch (IOException e) {
                throw new IOException(index + ": the build could not be published: " + e.getMessage(), e);
            }
        }

        /** Ends the build; without {@link #publish} nothing is left of it. */
        @Override
        public void close() throws IOException {
            try (lock) {
                if (!published) {
                    generations.sweep();
                    generations.withdraw(number);
                }
            }
        }
    }
}
