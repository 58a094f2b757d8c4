package broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One result.
 *
 * @param post the post without its text
 * @param score higher is better; comparable within one answer only
 * @param titleMarks the matches in the title
 * @param snippets passages of the text with their matches, best first
 * @param missing words of the query that the post lacks
 * @param copies the other posts of its group of copies
 * @param pinned whether the archive's owner put it first for this query
 * @param explanation the reasons for its place, where the request asked for them
 */
public record Hit(PostView post, double score, List<Mark> titleMarks, List<Snippet> snippets, List<String> missing,
        List<Copy> copies, boolean pinned, Optional<Explanation> explanation) {

    public Hit {
        titleMarks = List.copyOf(titleMarks);
        snippets = List.copyOf(snippets);
        missing = List.copyOf(missing);
        copies = List.copyOf(copies);
    }

    /** A post and its score, with nothing to mark or to show. */
    public static Hit of(PostView post, double score) {
        return new Hit(post, score, List.of(), List.of(), List.of(), List.of(), false, Optional.empty());
    }

    /** A hit that nobody pinned, unexplained. */
    public Hit(PostView post, double score, List<Mark> titleMarks, List<Snippet> snippets, List<String> missing,
            List<Copy> copies) {
        this(post, score, titleMarks, snippets, missing, copies, false, Optional.empty());
    }

    /** The same hit with these marks in its title. */
    public Hit withTitleMarks(List<Mark> value) {
        return new Hit(post, score, value, snippets, missing, copies, pinned, explanation);
    }

    /** The same hit with these passages. */
    public Hit withSnippets(List<Snippet> value) {
        return new Hit(post, score, titleMarks, value, missing, copies, pinned, explanation);
    }

    /** The same hit, which lacks these words. */
    public Hit withMissing(List<String> value) {
        return new Hit(post, score, titleMarks, snippets, value, copies, pinned, explanation);
    }

    /** The same hit with these copies. */
    public Hit withCopies(List<Copy> value) {
        return new Hit(post, score, titleMarks, snippets, missing, value, pinned, explanation);
    }

    /** The same hit, put first by the owner or not. */
    public Hit withPinned(boolean value) {
        return new Hit(post, score, titleMarks, snippets, missing, copies, value, explanation);
    }

    /** The same hit, explained. */
    public Hit withExplanation(Explanation value) {
        return new Hit(post, score, titleMarks, snippets, missing, copies, pinned, Optional.of(value));
    }

    /** A stretch of a text: UTF-16 offsets from 0, end exclusive. */
    public record Mark(int start, int end) {}

    /**
     * A passage: plain text and the matches in it.
     *
     * @param field the part of the post that it comes from
     * @param text one line
     * @param marks in order, not overlapping; a phrase is one mark
     * @param seen whether the post's page shows all of it as text; the alternative text of a picture is not shown
     */
    public record Snippet(Field field, String text, List<Mark> marks, boolean seen) {
        public Snippet {
            marks = List.copyOf(marks);
        }

        /** A passage that the page shows. */
        public Snippet(Field field, String text, List<Mark> marks) {
            this(field, text, marks, true);
        }

        /** The part of a post that a passage comes from. */
        public enum Field {
            EXCERPT,
            BODY
        }
    }

    /** Another post of the same story. */
    public record Copy(String id, String url, String title, Optional<Instant> date) {}
}
