package broadsheet.query;

import java.util.List;

/**
 * A query read.
 *
 * @param root what it means
 * @param read the reading in the query language itself; parsing it gives {@code read} again
 * @param notes one for each repair, in the order of the text
 */
public record ParsedQuery(QueryNode root, String read, List<Note> notes) {

    public ParsedQuery {
        notes = List.copyOf(notes);
    }
}
