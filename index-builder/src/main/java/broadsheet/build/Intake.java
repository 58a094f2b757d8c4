package broadsheet.build;

import broadsheet.archive.Archive;
import broadsheet.build.ReadOrReuse.Read;
import broadsheet.index.PostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Takes the files of a build into an index, in the archive's order; once all are known, posts whose language is another
 * than it seemed are indexed anew. For one thread.
 */
final class Intake {

    private final Archive archive;
    private final PostIndexer indexer;
    private final Tally tally;
    private final int jobs;
    private final PostLanguages languages;
    private final PiecesAhead pieces;

    /**
     * @param jobs threads that read
     * @param before the files of the last build
     */
    Intake(Archive archive, PostIndexer indexer, Tally tally, int jobs, Collection<FileState> before) {
        this.archive = archive;
        this.jobs = jobs;
        this.pieces = new PiecesAhead(archive, jobs);
        this.indexer = indexer;
        this.tally = tally;
        this.languages = new PostLanguages(before);
    }

    /** Takes one file; how many posts it has. */
    int take(Read read) throws IOException {
        Read taken = read.isStream() ? streamed(read) : languages.take(read);
        if (!taken.unchanged() && !read.isStream()) {
            indexer.put(taken.file().id(), taken.posts());
        }
        tally.add(taken.file(), taken.state(), taken.unchanged());
        return taken.state().posts();
    }

    private Read streamed(Read read) throws IOException {
        PostFile file = read.file();
        StreamedState state = new StreamedState(read.state());
        indexer.put(file.id(), List.of());
        pieces.each(file, piece -> {
            Read taken = languages.take(new Read(file, state.piece(piece), piece.posts(), false));
            indexer.add(file.id(), taken.posts());
            state.add(taken.state());
        });
        return new Read(file, state.whole(), List.of(), false);
    }

    /** Indexes the posts anew whose language is another, now that all of the archive is known. */
    void settle(Instant now) throws IOException {
        languages.settle();
        if (!languages.isAnyOutdated()) {
            return;
        }
        List<PostFile> outdated = archive.files().stream().filter(file -> languages.isOutdated(tally.state(file)))
                .toList();
        new ReadAhead(jobs).each(outdated, ReadOrReuse.of(archive, Map.of(), now), read -> {
            List<PostLanguage> settled = new ArrayList<>();
            if (read.isStream()) {
                StreamedState state = new StreamedState(read.state());
                pieces.each(read.file(), piece -> settle(
                        new Read(read.file(), state.piece(piece), piece.posts(), false), settled));
            } else {
                settle(read, settled);
            }
            tally.settle(read.file(), settled);
        });
    }

    /** @param settled languages of the file's posts before these; these are added */
    private void settle(Read read, List<PostLanguage> settled) throws IOException {
        List<PostLanguage> old = tally.state(read.file()).languages();
        Read decided = languages.decided(read);
        List<Post> changed = new ArrayList<>();
        for (int i = 0; i < decided.posts().size(); i++) {
            Post post = decided.posts().get(i);
            boolean same = settled.size() < old.size() && old.get(settled.size()).lang().equals(post.lang());
            if (!same) {
                changed.add(post);
            }
            settled.add(decided.state().languages().get(i));
        }
        indexer.replace(read.file().id(), changed);
    }
}
