package broadsheet.search.lucene.translate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A query as Lucene understands it.
 *
 * @param all the posts with all the words
 * @param any the posts with any of them, those with all included; empty where that would be no other question
 * @param scored whether some posts match better than others; else they are shown newest first
 * @param pieces by language code: what the query is made of
 * @param cut patterns of which only the most frequent words were used, as typed
 */
public record Translation(Query all, Optional<Query> any, boolean scored, Map<String, List<Piece>> pieces,
        List<String> cut) {

    /** A question that finds nothing and marks nothing. */
    public static final Translation NOTHING = new Translation(new MatchNoDocsQuery("nothing was asked"),
            Optional.empty(),
            false, Map.of(),
            List.of());

    /**
     * A word, phrase or group that a post has or lacks.
     *
     * @param label as typed
     * @param query where it stands; positions are those of the whole post
     * @param together its words are shown as one (a phrase), not each by itself
     * @param goesOn its label begins with the last character of the label before it, and a post that lacks both lacks one
     */
    public record Piece(String label, Query query, boolean together, boolean goesOn) {

        public Piece(String label, Query query, boolean together) {
            this(label, query, together, false);
        }
    }
}
