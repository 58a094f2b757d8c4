package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;

/** What is added to the score of each post whatever the question, such as being new. */
public interface Extra {

    /** No post gets more. */
    float most();

    /** What the posts of one segment get; asked for in rising order. */
    OfPost in(LeafReaderContext segment) throws IOException;

    /** What one post gets. */
    interface OfPost {
        float of(int document) throws IOException;

        /** No post of a part gets more. @param to behind the last */
        default float most(int from, int to) throws IOException {
            return Float.POSITIVE_INFINITY;
        }
    }
}
