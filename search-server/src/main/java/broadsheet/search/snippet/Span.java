package broadsheet.search.snippet;

import java.util.List;

/**
 * One place of a piece.
 *
 * @param piece its number in the query
 * @param start position of the first token
 * @param end position of the last token, inclusive
 * @param marks what of it is to be marked: start and end positions of words, or of the whole
 */
public record Span(int piece, int start, int end, List<int[]> marks) {

    /** In tokens. */
    int length() {
        return 1 + end - start;
    }
}
