package broadsheet.query;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A tree as text in the query language. {@link QueryParser} reads it as the same tree again; a plain query comes back
 * as it was typed, and each operator's part stands in brackets where it is a group itself.
 */
public final class QueryReading {

    private QueryReading() {}

    /** {@code flood (london OR paris) -sport} for the tree of {@code flood london|paris NOT sport}. */
    public static String of(QueryNode node) {
        return node instanceof QueryNode.Word word ? word.text() : text(node);
    }

    private static String text(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything e -> "";
            case QueryNode.Word w -> word(w.text());
            case QueryNode.Phrase p -> "\"" + p.text() + "\"" + (p.within() > 0 ? "~" + p.within() : "");
            case QueryNode.Prefix p -> p.text() + "*";
            case QueryNode.Wildcard w -> w.text();
            case QueryNode.Fuzzy f -> f.text() + (f.edits() == 1 ? "~1" : "~");
            case QueryNode.InField f -> FieldNames.shown(f.field()) + ":" + part(f.node());
            case QueryNode.Dates d -> dates(d);
            case QueryNode.Near n -> close(n, (n.ordered() ? "PRE/" : "NEAR/") + n.distance());
            case QueryNode.Same s -> close(s, s.unit() == QueryNode.Unit.SENTENCE ? "/s" : "/p");
            case QueryNode.Sequence s -> joined(s.parts(), " ");
            case QueryNode.AllOf a -> joined(a.parts(), " AND ");
            case QueryNode.AnyOf a -> joined(a.parts(), " OR ");
            case QueryNode.Required r -> "+" + part(r.node());
            case QueryNode.Not n -> "-" + part(n.node());
        };
    }

    /** A word that looks like an operator, as the OR of {@code Portland, OR, fire}, gets a full stop. */
    private static String word(String text) {
        return Operator.of(text).isPresent() ? text + "." : text;
    }

    private static String joined(List<QueryNode> parts, String sign) {
        return parts.stream().map(QueryReading::part).collect(Collectors.joining(sign));
    }

    /** A chain of nearness groups from the left, so only its right parts need brackets. */
    private static String close(QueryNode.Close close, String sign) {
        boolean chain = close.left() instanceof QueryNode.Close;
        return (chain ? text(close.left()) : part(close.left())) + " " + sign + " " + part(close.right());
    }

    private static String part(QueryNode node) {
        return node instanceof QueryNode.Group ? "(" + text(node) + ")" : text(node);
    }

    private static String dates(QueryNode.Dates dates) {
        if (dates.from().isEmpty()) {
            return dates.to().map(to -> "before:" + day(to)).orElse("");
        }
        if (dates.to().isEmpty()) {
            return "after:" + day(dates.from().get());
        }
        LocalDate from = dates.from().get();
        LocalDate to = dates.to().get();
        if (from.getDayOfYear() == 1 && to.getDayOfYear() == to.lengthOfYear()) {
            return range("%04d".formatted(from.getYear()), "%04d".formatted(to.getYear()));
        }
        if (from.getDayOfMonth() == 1 && to.getDayOfMonth() == to.lengthOfMonth()) {
            return range(month(from), month(to));
        }
        return range(day(from), day(to));
    }

    private static String range(String from, String to) {
        return from.equals(to) ? "date:" + from : "date:" + from + ".." + to;
    }

    private static String month(LocalDate date) {
        return YearMonth.from(date).toString();
    }

    private static String day(LocalDate date) {
        return date.toString();
    }
}
