package broadsheet.search.suggest;

import broadsheet.query.Note;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.query.QueryReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A query in the archive's own words. It is corrected until nothing is left to correct, so that its reading, typed again,
 * reads the same.
 *
 * @param read the reading, with the words that took the place of others
 * @param notes one for each word that was replaced, and one for a word for which another is searched, too
 * @param suggestion a query that would find far more
 */
public record CorrectedQuery(QueryNode root, String read, List<Note> notes, Optional<String> suggestion) {

    /** A split word may join its neighbour at the next look. A query that has not settled after 4 stays as it was typed. */
    private static final int MOST_LOOKS = 4;

    public static CorrectedQuery of(ParsedQuery parsed, Vocabulary words) throws IOException {
        List<Note> notes = new ArrayList<>();
        ParsedQuery reading = parsed;
        for (int look = 0; look < MOST_LOOKS; look++) {
            QueryCorrector.Corrected next = QueryCorrector.correct(reading.root(), words);
            if (next.notes().isEmpty()) {
                notes.addAll(next.added());
                return new CorrectedQuery(next.root(), reading.read(), notes, next.suggestion());
            }
            notes.addAll(next.notes());
            reading = QueryParser.parse(QueryReading.of(next.root()));
        }
        return asTyped(parsed);
    }

    /** The query with nothing corrected. */
    public static CorrectedQuery asTyped(ParsedQuery parsed) {
        return new CorrectedQuery(parsed.root(), parsed.read(), List.of(), Optional.empty());
    }
}
