package broadsheet.search.snippet;

import java.util.List;

/**
 * One match of a piece of the query.
 *
 * @param piece its number in the query
 * @param start position of the first token
 * @param end position of the last token, inclusive
 * @param marks the words to be marked, or the whole: positions of the first and the last token of each
 * @param label the piece as typed
 */
public record Span(int piece, int start, int end, List<int[]> marks, String label) {

    /** In tokens. */
    int length() {
        return 1 + end - start;
    }
}
