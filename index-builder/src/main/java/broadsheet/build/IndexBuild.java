package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.index.IndexException;
import broadsheet.index.PostIndexer;
import broadsheet.index.PostIndexer.Published;
import broadsheet.index.SiteFacts;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.site.SiteConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Reads an archive and publishes its index, once. Files that are the same bytes as at the last build are not parsed
 * again; what they gave then is counted and reported again. Posts are read on many threads and handed to the index in
 * the archive's order, so that the same posts give the same index.
 */
public final class IndexBuild {

    /** A build that leaves less than one in this many of the posts is refused: mostly the folder is the wrong one. */
    private static final int SHRINK_LIMIT = 2;

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
            return read(archive.await(), options, listener);
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
        Archive archive;
        long postsBefore;
        try (PostIndexer indexer = openIndexer(options.index(), true)) {
            Optional<BuildState> last = indexer.previousState().flatMap(BuildState::parse);
            archive = opening.await();
            boolean canGoOn = last.isPresent() && !options.full() && last.get().settings().equals(settings(archive));
            if (canGoOn || indexer.previousState().isEmpty()) {
                return build(archive, options, indexer, last, listener);
            }
            postsBefore = last.map(BuildState::posts).orElse(indexer.publishedPosts());
        }
        // The writer above went on from posts that are all to be read anew: another, that starts from nothing.
        try (PostIndexer indexer = openIndexer(options.index(), false)) {
            Tally tally = readInto(archive, options, indexer, Map.of(), listener);
            return publish(archive, options, indexer, tally, postsBefore, listener);
        }
    }

    private static BuildFailure notWritten(Path index, IOException reason, Exception failure) {
        String line = Failures.line(reason);
        boolean named = line.startsWith(index.toAbsolutePath().normalize().toString());
        return new BuildFailure(ExitCode.IO,
                named ? line : index + ": the index could not be written and stays as it was: " + line, failure);
    }

    private BuildReport build(Archive archive, BuildOptions options, PostIndexer indexer, Optional<BuildState> last,
            BuildListener listener) throws IOException {
        Map<String, FileState> before = last.map(state -> (Map<String, FileState>) state.files()).orElse(Map.of());
        Tally tally = readInto(archive, options, indexer, before, listener);
        Set<String> here = archive.files().stream().map(PostFile::id).collect(Collectors.toSet());
        for (String file : before.keySet()) {
            if (!here.contains(file)) {
                indexer.remove(file);
            }
        }
        return publish(archive, options, indexer, tally, last.map(BuildState::posts).orElse(indexer.publishedPosts()),
                listener);
    }

    private BuildReport publish(Archive archive, BuildOptions options, PostIndexer indexer, Tally tally,
            long postsBefore, BuildListener listener) throws IOException {
        if (!options.allowShrink() && tally.posts() * SHRINK_LIMIT < postsBefore) {
            throw new BuildFailure(ExitCode.DATA,
                    "the index holds " + postsBefore + " posts and would be left with " + tally.posts()
                            + "; it stays as it is. If that is meant, build again with --allow-shrink");
        }
        listener.publishing();
        Published published = indexer.publish(tally.state(settings(archive)).toBytes(), site(archive.site()));
        return tally.report(Optional.of(published));
    }

    private static SiteFacts site(SiteConfig site) {
        return new SiteFacts(site.title(), site.url(), site.lang());
    }

    /** Reads every post and touches no index. */
    public static BuildReport read(Archive archive, BuildOptions options, BuildListener listener) throws IOException {
        return read(archive, options, listener, post -> {});
    }

    /** The same; the posts are shown in the archive's order, on the caller's thread. */
    public static BuildReport read(Archive archive, BuildOptions options, BuildListener listener, Consumer<Post> posts)
            throws IOException {
        Tally tally = tally(archive, options);
        listener.started(archive.files().size());
        new ReadAhead(options.jobs()).each(archive.files(), ReadOrReuse.of(archive, Map.of(), now(options)), read -> {
            tally.add(read.file(), read.state(), false);
            listener.read(read.posts().size());
            read.posts().forEach(posts);
        });
        return tally.report(Optional.empty());
    }

    private static Tally readInto(Archive archive, BuildOptions options, PostIndexer indexer,
            Map<String, FileState> before, BuildListener listener) throws IOException {
        Tally tally = tally(archive, options);
        listener.started(archive.files().size());
        new ReadAhead(options.jobs()).each(archive.files(), ReadOrReuse.of(archive, before, now(options)), read -> {
            if (!read.unchanged()) {
                indexer.put(read.file().id(), read.posts());
            }
            tally.add(read.file(), read.state(), read.unchanged());
            listener.read(read.state().posts());
        });
        return tally;
    }

    private static Tally tally(Archive archive, BuildOptions options) {
        Tally tally = new Tally(now(options));
        archive.problems().forEach(problem -> tally.add(problem, archive.place(problem)));
        return tally;
    }

    private static Instant now(BuildOptions options) {
        return options.reading().clock().instant();
    }

    /** What must be the same for an old reading to be still right. */
    private static String settings(Archive archive) {
        return ProgramVersion.number() + " " + archive.settingsDigest();
    }

    private PostIndexer openIndexer(Path index, boolean incremental) throws IOException {
        try {
            return indexers.open(index, incremental);
        } catch (IndexException e) {
            throw e;
        } catch (IOException e) {
            throw new BuildFailure(ExitCode.CANNOT_CREATE, "the index cannot be made: " + Failures.line(e), e);
        }
    }
}
