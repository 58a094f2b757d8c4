package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.build.ReadOrReuse.Read;
import broadsheet.index.PostIndexer;
import broadsheet.index.PostIndexer.Published;
import broadsheet.index.SiteFacts;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.site.SiteConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One build under way: the archive's files are read, their posts put into the index, and the index is published. Files
 * are read on many threads; their posts come back on the caller's, in the archive's order.
 */
final class BuildRun {

    /** A build that leaves less than one in this many of the posts is refused: mostly the folder is the wrong one. */
    private static final int SHRINK_LIMIT = 2;

    private final Archive archive;
    private final BuildOptions options;
    private final BuildListener listener;
    private final Instant now;
    private final Tally tally;

    BuildRun(Archive archive, BuildOptions options, BuildListener listener) {
        this.archive = archive;
        this.options = options;
        this.listener = listener;
        this.now = options.reading().clock().instant();
        this.tally = new Tally(now, options.posts().getFirst().toString());
        archive.problems().forEach(problem -> tally.add(problem, archive.place(problem)));
    }

    /** Reads every post, shows it, and touches no index. */
    BuildReport read(Consumer<Post> posts) throws IOException {
        each(Map.of(), read -> {
            FileState state = read.isStream() ? shown(read, posts) : read.state();
            tally.add(read.file(), state, false);
            listener.read(state.posts());
            read.posts().forEach(posts);
        });
        return tally.report(Optional.empty());
    }

    private FileState shown(Read read, Consumer<Post> posts) throws IOException {
        StreamedState state = new StreamedState(read.state());
        new PiecesAhead(archive, options.jobs()).each(read.file(), piece -> {
            state.add(state.piece(piece));
            piece.posts().forEach(posts);
        });
        return state.whole();
    }

    /** Whether files that have not changed since the last build would give the same posts now. */
    boolean canGoOnFrom(BuildState last) {
        return !options.full() && last.settings().equals(settings());
    }

    /** Reads what has changed since the last build, takes out what is gone, and publishes. */
    BuildReport goOn(PostIndexer indexer, Optional<BuildState> last) throws IOException {
        Map<String, FileState> before = last.map(state -> (Map<String, FileState>) state.files()).orElse(Map.of());
        readInto(indexer, before);
        Set<String> here = archive.files().stream().map(PostFile::id).collect(Collectors.toSet());
        for (String file : before.keySet()) {
            if (!here.contains(file)) {
                indexer.remove(file);
            }
        }
        return publish(indexer, last.map(BuildState::posts).orElse(indexer.publishedPosts()));
    }

    /**
     * Reads every file into an index that starts from nothing, and publishes.
     *
     * @param postsBefore how many posts the published index holds
     */
    BuildReport startOver(PostIndexer indexer, long postsBefore) throws IOException {
        readInto(indexer, Map.of());
        return publish(indexer, postsBefore);
    }

    private void readInto(PostIndexer indexer, Map<String, FileState> before) throws IOException {
        Intake intake = new Intake(archive, indexer, tally, options.jobs(), before.values());
        each(before, read -> listener.read(intake.take(read)));
        intake.settle(now);
    }

    private void each(Map<String, FileState> before, ReadAhead.Taker<Read> taker) throws IOException {
        listener.started(archive.files().size());
        new ReadAhead(options.jobs()).each(archive.files(), ReadOrReuse.of(archive, before, now), taker);
    }

    private BuildReport publish(PostIndexer indexer, long postsBefore) throws IOException {
        if (!options.allowShrink() && tally.posts() * SHRINK_LIMIT < postsBefore) {
            throw new BuildFailure(ExitCode.DATA,
                    "the index holds " + postsBefore + " posts and would be left with " + tally.posts()
                            + "; it stays as it is. If that is meant, build again with --allow-shrink");
        }
        listener.publishing();
        Published published = indexer.publish(tally.state(settings()).toBytes(), site(archive),
                listener::committing);
        return tally.report(Optional.of(published));
    }

    private static SiteFacts site(Archive archive) {
        SiteConfig site = archive.site();
        return new SiteFacts(site.title(), site.url(), site.lang(), archive.timeZone());
    }

    /** Must be the same as at the last build, or no file's old reading holds. */
    private String settings() {
        return ProgramVersion.number() + " " + archive.settingsDigest();
    }
}
