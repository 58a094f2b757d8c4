package broadsheet.search.lucene.translate;

import broadsheet.query.Note;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
 * @param nowhere one note for each quotation that no post has; {@code any} asks for its words
 */
public record Translation(Query all, Optional<Query> any, boolean scored, Map<String, List<Piece>> pieces,
        List<String> cut, List<Note> nowhere) {

    /** A question that finds nothing and marks nothing. */
    public static final Translation NOTHING = new Translation(new MatchNoDocsQuery("nothing was asked"),
            Optional.empty(),
            false, Map.of(),
            List.of(), List.of());

    /** The same where posts with any of it are those of another question; what these have is marked, too. */
    Translation or(Translation looser, List<Note> notes) {
        Map<String, List<Piece>> both = new HashMap<>(pieces);
        looser.pieces().forEach((language, words) -> both.merge(language, words, Translation::joined));
        return new Translation(all, Optional.of(looser.any().orElse(looser.all())), scored, both, cut, notes);
    }

    private static List<Piece> joined(List<Piece> pieces, List<Piece> more) {
        Set<String> labels = pieces.stream().map(Piece::label).collect(Collectors.toSet());
        return Stream.concat(pieces.stream(), more.stream().filter(piece -> !labels.contains(piece.label()))).toList();
    }

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
