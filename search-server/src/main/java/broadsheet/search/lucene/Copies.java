package broadsheet.search.lucene;

import broadsheet.copies.Headline;
import broadsheet.copies.StoryTable;
import broadsheet.index.lucene.PostCard;
import broadsheet.search.Hit.Copy;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The other posts of a hit's story, and the headline that is shown for it. */
public final class Copies {

    /** More are no help to a reader, and each costs reading a post. */
    private static final int MOST = 100;

    private final Reading reading;
    private final StoredPosts posts;
    private final boolean folded;

    /** @param folded false: every post stands for itself */
    public Copies(Reading reading, StoredPosts posts, boolean folded) {
        this.reading = reading;
        this.posts = posts;
        this.folded = folded;
    }

    /** The other posts of a post's story that may be seen, newest first, undated last. */
    List<Copy> of(int document) throws IOException {
        if (!hasCopies(document)) {
            return List.of();
        }
        List<Copy> copies = new ArrayList<>();
        for (int other : reading.stories().documents(reading.stories().storyOf(document))) {
            if (other != document && copies.size() < MOST && !reading.isHidden(other)) {
                PostCard post = posts.card(other);
                copies.add(new Copy(post.id(), post.url(), post.title(), post.date()));
            }
        }
        copies.sort(Comparator.comparing((Copy copy) -> copy.date().orElse(Instant.MIN)).reversed()
                .thenComparing(Copy::id));
        return copies;
    }

    /** The post whose headline is to be shown for a post: the least damaged one of its story. */
    int headlineOf(int document) throws IOException {
        int shown = folded ? reading.stories().headlineOf(document) : document;
        return shown == document || reading.isHidden(shown) ? document : shown;
    }

    /** Where a headline begins behind a feed's prefix, which says nothing about the story; 0 without copies. */
    int headlineStart(int document, String title) {
        if (!hasCopies(document)) {
            return 0;
        }
        Headline headline = Headline.of(title);
        return reading.stories().prefixes().contains(headline.head()) ? headline.restStart() : 0;
    }

    private boolean hasCopies(int document) {
        return folded && reading.stories().storyOf(document) != StoryTable.NONE;
    }
}
