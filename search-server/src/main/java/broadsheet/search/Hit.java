package broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One result.
 *
 * @param post what is known of the post
 * @param score higher is better; comparable within one answer only
 * @param titleMarks what matched in the title
 * @param snippets passages of the text with what matched, best first
 * @param missing words of the query that the post lacks
 * @param copies the other posts of its group of copies
 */
public record Hit(PostView post, double score, List<Mark> titleMarks, List<Snippet> snippets, List<String> missing,
        List<Copy> copies) {

    public Hit {
        titleMarks = List.copyOf(titleMarks);
        snippets = List.copyOf(snippets);
        missing = List.copyOf(missing);
        copies = List.copyOf(copies);
    }

    /** A stretch of a text: UTF-16 offsets from 0, end exclusive. */
    public record Mark(int start, int end) {}

    /**
     * A passage: plain text and what matched in it.
     *
     * @param field where it comes from
     * @param text one line
     * @param marks in order, not overlapping; a phrase is one mark
     */
    public record Snippet(Field field, String text, List<Mark> marks) {
        public Snippet {
            marks = List.copyOf(marks);
        }

        /** Where a passage comes from. */
        public enum Field {
            EXCERPT, BODY
        }
    }

    /** Another post of the same story. */
    public record Copy(String id, String url, String title, Optional<Instant> date) {}
}
