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
    private final PostLanguages languages;

    /** @param before the files of the last build */
    Intake(Archive archive, PostIndexer indexer, Tally tally, Collection<FileState> before) {
        this.archive = archive;
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

    /** Shows the posts of a long file, and touches no index. */
    static FileState shown(Archive archive, Read read, Consumer<Post> posts) throws IOException {
        StreamedState state = new StreamedState(read.state());
        archive.stream(read.file(), piece -> {
            state.add(state.piece(piece));
            piece.posts().forEach(posts);
        });
        return state.whole();
    }

    private Read streamed(Read read) throws IOException {
        PostFile file = read.file();
        StreamedState state = new StreamedState(read.state());
        indexer.put(file.id(), List.of());
        pieces(file, state, piece -> {
            Read taken = languages.take(piece);
            indexer.add(file.id(), taken.posts());
            state.add(taken.state());
        });
        return new Read(file, state.whole(), List.of(), false);
    }

    /** The pieces of a long file, each as if it was a file. */
    private void pieces(PostFile file, StreamedState state, ReadAhead.Taker<Read> taker) throws IOException {
        archive.stream(file, piece -> taker.take(new Read(file, state.piece(piece), piece.posts(), false)));
    }

    /** Indexes the posts anew whose language is another, now that all of the archive is known. */
    void settle(int jobs, Instant now) throws IOException {
        languages.settle();
        List<PostFile> outdated = archive.files().stream().filter(file -> languages.isOutdated(tally.state(file)))
                .toList();
        new ReadAhead(jobs).each(outdated, ReadOrReuse.of(archive, Map.of(), now), read -> {
            List<PostLanguage> settled = new ArrayList<>();
            if (read.isStream()) {
                pieces(read.file(), new StreamedState(read.state()), piece -> settle(piece, settled));
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
        for (Post post : decided.posts()) {
            boolean same = settled.size() < old.size() && old.get(settled.size()).lang().equals(post.lang());
            if (!same) {
                changed.add(post);
            }
            settled.add(PostLanguage.of(post));
        }
        indexer.replace(read.file().id(), changed);
    }
}
