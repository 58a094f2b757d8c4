package broadsheet.search.lucene;

import broadsheet.search.Hit;
import broadsheet.search.SearchResponse.FacetCount;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** Finds, describes and counts the posts that answer a question: in the postings of this process, or on a cluster. */
public interface Finding {

    /** The hits of the page that a cursor begins, and the counts. */
    Outcome find(Question question, Cursor cursor) throws IOException;

    /** The authors of the posts that match, the most frequent first. */
    List<FacetCount> authors(Query posts) throws IOException;

    /**
     * What was found.
     *
     * @param hits those of the page, in order
     * @param total how many posts have all the words
     * @param totalAll how many posts have any of them
     * @param hitsInAll how many hits there are, one a story
     * @param relaxed whether posts that lack words are among them
     * @param last where the last hit of the page stands, for {@link Cursor#last}
     */
    record Outcome(List<Hit> hits, long total, long totalAll, long hitsInAll, boolean relaxed, SearchCounts counts,
            String last) {}
}
