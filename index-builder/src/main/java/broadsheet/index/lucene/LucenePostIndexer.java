package broadsheet.index.lucene;

import broadsheet.index.PostFields;
import broadsheet.index.PostIndexer;
import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Generation;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.generation.Manifest;
import broadsheet.index.lucene.grams.CommonGrams;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Writes posts into a Lucene index and publishes it as a new generation.
 *
 * <p>A build from nothing is merged to one segment, which queries fastest. A build that goes on from the last one
 * leaves that to Lucene's merge policy, as it should cost what has changed and no more.
 */
public final class LucenePostIndexer implements PostIndexer {

    /**
     * For words, and as much again for all else. More than 64 MB buys no speed (256 were tried); less makes more segments to
     * merge, but a build with 512 MB of heap has more to hold.
     */
    private static final long BUFFER_BYTES = Math.clamp(Runtime.getRuntime().maxMemory() / 16, 4 << 20, 64 << 20);
    private static final String STATE = "build-state";

    private final GenerationStore.Build build;
    private final Optional<byte[]> previousState;
    private final long publishedPosts;
    private final Optional<String> startsAnew;
    private final Directory directory;
    private final IndexWriter writer;
    private final InstantSource clock;
    private final Set<String> filesHere = new HashSet<>();
    private final PostingsBuffer postings = new PostingsBuffer(BUFFER_BYTES);
    private final PostDocuments documents = new PostDocuments(postings);

    private LucenePostIndexer(GenerationStore.Build build, Previous previous, InstantSource clock)
            throws IOException {
        this.build = build;
        this.previousState = previous.state;
        this.publishedPosts = previous.posts;
        this.startsAnew = previous.startsAnew;
        this.clock = clock;
        this.directory = FSDirectory.open(build.folder());
        IndexWriterConfig config = new IndexWriterConfig();
        config.setSimilarity(postings.similarity(PostSchema.similarity()));
        config.setCodec(postings.codec(config.getCodec()));
        config.setRAMBufferSizeMB(BUFFER_BYTES / 1048576.0);
        config.setCommitOnClose(false);
        // The few posts of a small build are then one file to flush to the disk, and not twenty.
        config.setUseCompoundFile(previousState.isPresent());
        config.setOpenMode(
                previousState.isPresent() ? IndexWriterConfig.OpenMode.APPEND : IndexWriterConfig.OpenMode.CREATE);
        this.writer = new IndexWriter(directory, config);
    }

    /**
     * Begins a build.
     *
     * @param incremental go on from the last published build where its schema is this one's
     * @throws broadsheet.index.IndexException.Locked when another build is under way
     */
    public static LucenePostIndexer open(Path index, boolean incremental) throws IOException {
        return open(index, incremental, InstantSource.system());
    }

    static LucenePostIndexer open(Path index, boolean incremental, InstantSource clock) throws IOException {
        GenerationStore store = GenerationStore.at(index);
        GenerationStore.Build build = store.begin();
        try {
            Previous previous = incremental ? previous(store, build) : Previous.NONE;
            return new LucenePostIndexer(build, previous, clock);
        } catch (IOException | RuntimeException e) {
            build.close();
            throw e;
        }
    }

    /**
     * What was published before.
     *
     * @param state empty when its files are not carried on
     * @param posts 0 when there is nothing
     * @param startsAnew why its files are not carried on, where that is no wish of the owner's
     */
    private record Previous(Optional<byte[]> state, long posts, Optional<String> startsAnew) {
        static final Previous NONE = new Previous(Optional.empty(), 0, Optional.empty());

        static Previous ofOtherSchema(Manifest manifest) {
            return new Previous(Optional.empty(), manifest.posts(), Optional.of("The index has schema "
                    + manifest.schemaVersion() + ", this version writes schema " + PostSchema.VERSION
                    + ": every post is read anew."));
        }
    }

    private static Previous previous(GenerationStore store, GenerationStore.Build build) throws IOException {
        Optional<GenerationStore.Opened> last = store.open();
        if (last.isEmpty()) {
            return Previous.NONE;
        }
        Manifest manifest = last.get().generation().manifest();
        if (manifest.schemaVersion() != PostSchema.VERSION) {
            return Previous.ofOtherSchema(manifest);
        }
        if (build.carryOver().isEmpty()) {
            return new Previous(Optional.empty(), manifest.posts(), Optional.empty());
        }
        Path state = build.folder().resolve(STATE);
        return new Previous(Files.exists(state) ? Optional.of(Files.readAllBytes(state)) : Optional.empty(),
                manifest.posts(), Optional.empty());
    }

    @Override
    public Optional<byte[]> previousState() {
        return previousState;
    }

    @Override
    public long publishedPosts() {
        return publishedPosts;
    }

    @Override
    public Optional<String> startsAnew() {
        return startsAnew;
    }

    @Override
    public synchronized void put(String file, List<Post> posts) throws IOException {
        if (!filesHere.add(file) || previousState.isPresent()) {
            remove(file);
            filesHere.add(file);
        }
        add(file, posts);
    }

    @Override
    public synchronized void replace(String file, List<Post> posts) throws IOException {
        for (Post post : posts) {
            writer.deleteDocuments(new Term(PostFields.ID, post.id()));
        }
        add(file, posts);
    }

    @Override
    public synchronized void add(String file, List<Post> posts) throws IOException {
        for (Post post : posts) {
            writer.addDocument(documents.toDocument(file, post));
            if (postings.isFull()) {
                writer.flush();
            }
        }
    }

    @Override
    public synchronized void remove(String file) throws IOException {
        writer.deleteDocuments(PostSchema.ofFile(file));
        filesHere.remove(file);
    }

    @Override
    public Published publish(Supplier<byte[]> state, SiteFacts site, Runnable lastChance) throws IOException {
        CompletableFuture<byte[]> stateBytes = CompletableFuture.supplyAsync(state);
        if (previousState.isEmpty()) {
            writer.forceMerge(1);
        }
        writer.commit();
        writer.close();
        long posts;
        long hidden;
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            posts = reader.numDocs();
            hidden = new IndexSearcher(reader).count(PostSchema.hiddenAt(clock.instant()));
            StoryFile.write(build.folder(), reader);
            CommonGrams.write(build.folder(), reader, PostSchema.EXACT, CommonGrams.MANY_POSTS);
        }
        directory.close();
        Files.write(build.folder().resolve(STATE), stateBytes.join());
        lastChance.run();
        Generation generation = build.publish(PostSchema.VERSION, posts, SiteProperties.of(site));
        long bytes = generation.manifest().files().stream().mapToLong(Manifest.Entry::length).sum();
        return new Published(generation.number(), posts, posts - hidden, bytes);
    }

    @Override
    public void close() throws IOException {
        try {
            if (writer.isOpen()) {
                writer.rollback();
            }
            directory.close();
        } finally {
            build.close();
        }
    }
}
