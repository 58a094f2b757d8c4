package broadsheet.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A query as it was read. The tree is what each engine translates and what {@link QueryReading} prints; a new operator
 * is a new record here, and the compiler names every place that must learn it.
 */
public sealed interface QueryNode {

    /** Nothing was typed, or nothing that means anything: all posts, newest first. */
    record Everything() implements QueryNode {}

    /**
     * One word in any form, as typed; an engine may find several tokens in it ({@code covid-19}, {@code 10:30}), which
     * then stand next to each other in this order.
     *
     * @param text without surrounding spaces, never empty
     * @param acronym the word is in capitals in a query that is not all capitals: the acronym is preferred
     * @param also words and phrases that count as this word, since the archive's owner says so; no part of the reading
     */
    record Word(String text, boolean acronym, List<String> also) implements QueryNode {
        public Word {
            also = List.copyOf(also);
        }

        public Word(String text, boolean acronym) {
            this(text, acronym, List.of());
        }
    }

    /**
     * Words in these very forms.
     *
     * @param text what stood between the quotation marks
     * @param within 0: in this order, next to each other; n: in either order, at most n apart
     */
    record Phrase(String text, int within) implements QueryNode {}

    /** Words that begin so: {@code elect*} has the text {@code elect}, of two letters at least. */
    record Prefix(String text) implements QueryNode {}

    /** A pattern with {@code ?} (one letter) and {@code *} (any) but for a star that only ends it: {@code wom?n}. */
    record Wildcard(String pattern) implements QueryNode {}

    /** Words at most so many letters different, 1 or 2. */
    record Fuzzy(String text, int edits) implements QueryNode {}

    /** The node inside one field: a {@link Word}, {@link Phrase}, pattern, or a group of them. */
    record InField(Field field, QueryNode node) implements QueryNode {}

    /** Posts of these days, both included; at least one end is given. */
    record Dates(Optional<LocalDate> from, Optional<LocalDate> to) implements QueryNode {}

    /**
     * Two parts near each other.
     *
     * @param distance 1 = neighbours; at most 100
     * @param ordered the left part comes first
     */
    record Near(QueryNode left, QueryNode right, int distance, boolean ordered) implements QueryNode {}

    /** Two parts in one sentence or one paragraph. */
    record Same(QueryNode left, QueryNode right, Unit unit) implements QueryNode {}

    /** Parts set side by side by a space: each should be there, posts with all of them come first. */
    record Sequence(List<QueryNode> parts) implements QueryNode {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Parts joined by a typed {@code AND}: each must be there. */
    record AllOf(List<QueryNode> parts) implements QueryNode {
        public AllOf {
            parts = List.copyOf(parts);
        }
    }

    /** Parts joined by {@code OR}: one of them at least. */
    record AnyOf(List<QueryNode> parts) implements QueryNode {
        public AnyOf {
            parts = List.copyOf(parts);
        }
    }

    /** A part that must be there even in a relaxed answer: {@code +word}. */
    record Required(QueryNode node) implements QueryNode {}

    /** A part that must not be there. */
    record Not(QueryNode node) implements QueryNode {}

    /** The fields that a query may name, by their first names; {@code headline:}, {@code by:}, {@code section:} are others. */
    enum Field {
        TITLE,
        AUTHOR,
        CATEGORY,
        TAG,
        LEAD,
        BODY,
        LANG
    }

    /** What {@code /s} and {@code /p} ask for. */
    enum Unit {
        SENTENCE,
        PARAGRAPH
    }
}
