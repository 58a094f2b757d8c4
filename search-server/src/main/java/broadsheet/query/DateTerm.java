package broadsheet.query;

import java.util.Locale;
import java.util.Optional;

/**
 * The days typed after {@code date:}, {@code after:} or {@code before:}; at least one end is given.
 *
 * @param from its first day is where the range begins: {@code after:2024} begins on 2024-01-01
 * @param to its last day is where the range ends: {@code before:2024} ends on 2024-12-31
 */
record DateTerm(Optional<DateSpan> from, Optional<DateSpan> to) {

    static boolean isName(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "date", "after", "before" -> true;
            default -> false;
        };
    }

    /**
     * Reads a value such as {@code 2024-01..2024-03}, {@code 2024..} or, behind {@code after}, {@code 2024-03-01}.
     *
     * @param name one for which {@link #isName} holds
     */
    static Optional<DateTerm> of(String name, String value) {
        Optional<DateSpan> span = DateSpan.of(value);
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "after" -> span.map(s -> new DateTerm(Optional.of(s), Optional.empty()));
            case "before" -> span.map(s -> new DateTerm(Optional.empty(), Optional.of(s)));
            default -> span.isPresent() ? span.map(s -> new DateTerm(span, span)) : range(value);
        };
    }

    private static Optional<DateTerm> range(String value) {
        int dots = value.indexOf("..");
        if (dots < 0) {
            return Optional.empty();
        }
        String left = value.substring(0, dots);
        String right = value.substring(dots + 2);
        Optional<DateSpan> from = DateSpan.of(left);
        Optional<DateSpan> to = DateSpan.of(right);
        boolean leftReads = left.isEmpty() || from.isPresent();
        boolean rightReads = right.isEmpty() || to.isPresent();
        return leftReads && rightReads && (from.isPresent() || to.isPresent())
                ? Optional.of(new DateTerm(from, to))
                : Optional.empty();
    }

    /** Whether the range begins after its end. */
    boolean isBackwards() {
        return from.isPresent() && to.isPresent() && from.get().first().isAfter(to.get().last());
    }

    DateTerm swapped() {
        return new DateTerm(to, from);
    }

    QueryNode.Dates toNode() {
        return new QueryNode.Dates(from.map(DateSpan::first), to.map(DateSpan::last));
    }
}
