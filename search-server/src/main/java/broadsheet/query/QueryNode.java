package broadsheet.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A query as it was read. The tree is what each engine translates and what {@link QueryReading} prints. A new operator
 * is a new record here; docs/CONTRIBUTING.md lists the places that must learn it: the printer, and in each engine what
 * it matches, where it stands in a text, and what is marked of it. All others walk by {@link #children} and
 * {@link #with}.
 */
public sealed interface QueryNode {

    /** The parts of the node, in the order of the text; a leaf has none. */
    List<QueryNode> children();

    /**
     * The same node with other parts: {@code a OR c} for {@code a OR b} with a and c.
     *
     * @param children as many as {@link #children} gives, unless the node is a list of parts
     */
    QueryNode with(List<QueryNode> children);

    /** A node without parts. */
    sealed interface Leaf extends QueryNode {
        @Override
        default List<QueryNode> children() {
            return List.of();
        }

        @Override
        default QueryNode with(List<QueryNode> children) {
            return this;
        }
    }

    /** A leaf that is found in texts. */
    sealed interface Text extends Leaf {
        /** The letters as typed, without the signs that say how to look for them. */
        String text();
    }

    /** A text that stands for many words. */
    sealed interface Pattern extends Text {}

    /** Several parts that are one part of the query. */
    sealed interface Group extends QueryNode {}

    /** Two parts bound by where they stand in the text. */
    sealed interface Close extends Group {
        QueryNode left();

        QueryNode right();

        @Override
        default List<QueryNode> children() {
            return List.of(left(), right());
        }
    }

    /** Nothing was typed, or nothing that means anything: all posts, newest first. */
    record Everything() implements Leaf {}

    /**
     * One word in any form, as typed; an engine may find several tokens in it ({@code covid-19}, {@code 10:30}), which
     * then stand next to each other in this order.
     *
     * @param text without surrounding spaces, never empty
     * @param acronym the word is in capitals in a query that is not all capitals: the acronym is preferred
     * @param also words and phrases that count as this word, since the archive's owner says so; no part of the reading
     */
    record Word(String text, boolean acronym, List<String> also) implements Text {
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
     * @param text what stood between the quotation marks; a word with a star, {@code wal*}, is any that begins so
     * @param within 0: in this order, next to each other; n: in either order, at most n apart
     */
    record Phrase(String text, int within) implements Text {

        /** Its words, each by itself, as they would be read without the marks. */
        public List<QueryNode> words() {
            return Quotation.words(text);
        }
    }

    /** Words that begin so: {@code elect*} has the text {@code elect}, of two letters at least. */
    record Prefix(String text) implements Pattern {}

    /** A pattern with {@code ?} (one letter) and {@code *} (any number), not one star at the end alone: {@code wom?n}. */
    record Wildcard(String text) implements Pattern {}

    /**
     * Words that are nearly this one: {@code smith~}.
     *
     * @param edits how many letters may differ at most, 1 or 2
     */
    record Fuzzy(String text, int edits) implements Pattern {}

    /** The node inside one field: a {@link Word}, {@link Phrase}, pattern, or a group of them. */
    record InField(Field field, QueryNode node) implements QueryNode {
        @Override
        public List<QueryNode> children() {
            return List.of(node);
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new InField(field, children.getFirst());
        }
    }

    /** Posts of these days, both included; at least one end is given. */
    record Dates(Optional<LocalDate> from, Optional<LocalDate> to) implements Leaf {}

    /**
     * Two parts near each other.
     *
     * @param distance 1 = neighbours; at most 100
     * @param ordered the left part comes first
     */
    record Near(QueryNode left, QueryNode right, int distance, boolean ordered) implements Close {
        @Override
        public QueryNode with(List<QueryNode> children) {
            return new Near(children.getFirst(), children.getLast(), distance, ordered);
        }
    }

    /** Two parts in one sentence or one paragraph. */
    record Same(QueryNode left, QueryNode right, Unit unit) implements Close {
        @Override
        public QueryNode with(List<QueryNode> children) {
            return new Same(children.getFirst(), children.getLast(), unit);
        }
    }

    /** Parts set side by side by a space: each should be there, posts with all of them come first. */
    record Sequence(List<QueryNode> parts) implements Group {
        public Sequence {
            parts = List.copyOf(parts);
        }

        @Override
        public List<QueryNode> children() {
            return parts;
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new Sequence(children);
        }
    }

    /** Parts joined by a typed {@code AND}: each must be there. */
    record AllOf(List<QueryNode> parts) implements Group {
        public AllOf {
            parts = List.copyOf(parts);
        }

        @Override
        public List<QueryNode> children() {
            return parts;
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new AllOf(children);
        }
    }

    /** Parts joined by {@code OR}: one of them at least. */
    record AnyOf(List<QueryNode> parts) implements Group {
        public AnyOf {
            parts = List.copyOf(parts);
        }

        @Override
        public List<QueryNode> children() {
            return parts;
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new AnyOf(children);
        }
    }

    /** A part that must be there even in a relaxed answer: {@code +word}. */
    record Required(QueryNode node) implements QueryNode {
        @Override
        public List<QueryNode> children() {
            return List.of(node);
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new Required(children.getFirst());
        }
    }

    /** A part that must not be there. */
    record Not(QueryNode node) implements QueryNode {
        @Override
        public List<QueryNode> children() {
            return List.of(node);
        }

        @Override
        public QueryNode with(List<QueryNode> children) {
            return new Not(children.getFirst());
        }
    }

    /** The fields that a query may name, by their first names; {@code headline:}, {@code by:}, {@code section:} are others. */
    enum Field {
        TITLE,
        AUTHOR,
        CATEGORY,
        TAG,
        LEAD,
        BODY,
        LANG;

        /** Whether a word is the name of a field or a range of days, by which it may have been meant: {@code tag}. */
        public static boolean isName(String word) {
            return FieldNames.of(word).isPresent() || DateTerm.isName(word);
        }
    }

    /** What {@code /s} and {@code /p} ask for. */
    enum Unit {
        SENTENCE,
        PARAGRAPH
    }
}
