package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** A clause whose posts can be read as a set before any is scored, and whose scores are bounded part by part. */
interface Listed extends Clause {

    @Override
    Postings in(Segment segment) throws IOException;

    @Override
    default Optional<Near> near(Segment segment) throws IOException {
        return Optional.of(Near.of(in(segment).set()));
    }

    /** Its posts in one segment. */
    interface Postings extends Scores {

        /** How many posts there are at most; 0 where there is none. */
        long cost() throws IOException;

        /** All posts, without scores; another iterator than {@link #posts}, and a new one at each call. */
        DocIdSetIterator set() throws IOException;

        /** Adds all posts from a number up to the one before another to a set. */
        default void addTo(FixedBitSet posts, int from, int to) throws IOException {
            add(set(), posts, from, to);
        }

        /** Adds those of an iterator to a set. */
        static void add(DocIdSetIterator list, FixedBitSet posts, int from, int to) throws IOException {
            if (list.advance(from) < to) {
                list.intoBitSet(to, posts, 0);
            }
        }
    }
}
