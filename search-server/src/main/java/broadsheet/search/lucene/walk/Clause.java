package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;

/** What a post may have and what it adds to its score. */
interface Clause {

    /** No score of the clause is greater. */
    float most();

    /** The clause in one segment. */
    Scores in(Segment segment) throws IOException;

    /** Whether to look at one post takes long, as where the places of words decide. */
    default boolean isDear() {
        return false;
    }

    /** The posts that may have it; empty where that is dear to find out. */
    default Optional<Near> near(Segment segment) throws IOException {
        return Optional.empty();
    }

    /** The posts of one segment that have it, and their scores. Posts are asked for in rising order. */
    interface Scores {

        /** All posts that may have it; the walk moves it. Not together with {@link #has}. */
        DocIdSetIterator posts() throws IOException;

        /** Whether the post where {@link #posts} stands has it; asked once a post. */
        default boolean isConfirmed() throws IOException {
            return true;
        }

        /** Whether all of {@link #posts} have it, so that nothing is to be confirmed; known when these were asked for. */
        default boolean isExact() {
            return true;
        }

        /** Whether a post has it, which is then the one that is scored. */
        boolean has(int document) throws IOException;

        /**
         * No score of the posts of a part is greater. Asked for in rising order.
         *
         * @param from the first post
         * @param to the one behind the last
         */
        float most(int from, int to) throws IOException;

        /** The score of the post where the posts stand. */
        float score() throws IOException;
    }
}
