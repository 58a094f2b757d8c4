package broadsheet.index;

import broadsheet.post.Post;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The write side of an engine: one build, published once. Readers see the old index until {@link #publish} has
 * returned; {@link #close} without it leaves nothing behind. {@link #put} and {@link #remove} may be called by many
 * threads.
 */
public interface PostIndexer extends AutoCloseable {

    /**
     * What the last published build handed to {@link #publish}, when this build goes on from it; empty when this build
     * starts from nothing, because it was asked to or because the old index cannot be carried on.
     */
    Optional<byte[]> previousState();

    /**
     * How many posts the published index holds, whatever its schema; 0 when there is none that could be read, or when
     * this build was asked to start from nothing.
     */
    default long publishedPosts() {
        return 0;
    }

    /** Why this build starts from nothing though it was asked to go on from the last one, as a line; empty otherwise. */
    default Optional<String> startsAnew() {
        return Optional.empty();
    }

    /** Puts the posts of one file in the place of all that this file held before. */
    void put(String file, List<Post> posts) throws IOException;

    /** Puts more posts of a file beside those that {@link #put} has put there. */
    void add(String file, List<Post> posts) throws IOException;

    /** Puts each of these posts of a file in the place of the one with its id. */
    void replace(String file, List<Post> posts) throws IOException;

    /** Takes out all posts of one file. */
    void remove(String file) throws IOException;

    /**
     * Makes the build whole, checked and durable, and shows it to readers in one step.
     *
     * @param state makes what the next build will want to know, beside other work; kept with the index
     * @param site what readers will want to know of the posts' site; kept with the index
     * @param lastChance runs when all is written and nothing is shown yet; what it throws gives the build up
     */
    Published publish(Supplier<byte[]> state, SiteFacts site, Runnable lastChance) throws IOException;

    /** The same without a last chance. */
    default Published publish(byte[] state, SiteFacts site) throws IOException {
        return publish(() -> state, site, () -> {});
    }

    /** The same for posts of no site. */
    default Published publish(byte[] state) throws IOException {
        return publish(state, SiteFacts.NONE);
    }

    @Override
    void close() throws IOException;

    /**
     * What was published.
     *
     * @param generation rises by one with each publication
     * @param posts posts in the index, those of the future included
     * @param visible posts that may be seen now
     * @param bytes size of the index on disk
     */
    record Published(long generation, long posts, long visible, long bytes) {}
}
