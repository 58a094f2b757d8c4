package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.index.IndexException;
import broadsheet.index.PostIndexer;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads an archive and publishes its index, once. Files that are the same bytes as at the last build are not parsed
 * again; what they gave then is counted and reported again. Posts are read on many threads and handed to the index in
 * the archive's order, so that the same posts give the same index.
 */
public final class IndexBuild {

    private final IndexerFactory indexers;

    public IndexBuild(IndexerFactory indexers) {
        this.indexers = indexers;
    }

    /**
     * Builds.
     *
     * @throws BuildFailure when there is no input, no index can be made, or it would lose most of its posts
     * @throws IndexException.Locked at once when another build is under way
     * @throws IOException when the disk fails; the index is then as it was
     */
    public BuildReport run(BuildOptions options, BuildListener listener) throws IOException {
        ArchiveOpening archive = ArchiveOpening.begin(options.posts(), options.reading());
        if (options.dryRun()) {
            return new BuildRun(archive.await(), options, listener).read(post -> {});
        }
        if (!Files.isDirectory(options.index())) {
            // No folder is made for an index of nothing.
            archive.await();
        }
        try {
            return write(archive, options, listener);
        } catch (BuildFailure | IndexException e) {
            throw e;
        } catch (IOException e) {
            throw notWritten(options.index(), e, e);
        } catch (RuntimeException e) {
            // A writer that failed in a thread of its own says so at the next call, with the reason as the cause.
            if (e.getCause() instanceof IOException io) {
                throw notWritten(options.index(), io, e);
            }
            throw e;
        }
    }

    private BuildReport write(ArchiveOpening opening, BuildOptions options, BuildListener listener)
            throws IOException {
        BuildRun run;
        long postsBefore;
        try (PostIndexer indexer = openIndexer(options.index(), true)) {
            Optional<BuildState> last = indexer.previousState().flatMap(BuildState::parse);
            indexer.startsAnew().ifPresent(listener::notice);
            run = new BuildRun(opening.await(), options, listener);
            if (last.filter(run::canGoOnFrom).isPresent() || indexer.previousState().isEmpty()) {
                return run.goOn(indexer, last);
            }
            postsBefore = last.map(BuildState::posts).orElse(indexer.publishedPosts());
        }
        // The writer above went on from posts that are all to be read anew: another, that starts from nothing.
        try (PostIndexer indexer = openIndexer(options.index(), false)) {
            return run.startOver(indexer, postsBefore);
        }
    }

    private PostIndexer openIndexer(Path index, boolean incremental) throws IOException {
        try {
            return indexers.open(index, incremental);
        } catch (BuildFailure | IndexException e) {
            throw e;
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CANNOT_CREATE, "the index cannot be made: " + Failures.line(e), e);
        }
    }

    private static BuildFailure notWritten(Path index, IOException reason, Exception failure) {
        String line = Failures.line(reason);
        boolean named = line.startsWith(index.toAbsolutePath().normalize().toString());
        return new BuildFailure(ExitCode.IO,
                named ? line : index + ": the index could not be written and stays as it was: " + line, failure);
    }

    /** Reads every post and touches no index; the posts are shown in the archive's order, on the caller's thread. */
    public static BuildReport read(Archive archive, BuildOptions options, BuildListener listener, Consumer<Post> posts)
            throws IOException {
        return new BuildRun(archive, options, listener).read(posts);
    }
}
