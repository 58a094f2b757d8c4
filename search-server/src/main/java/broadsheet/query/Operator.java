package broadsheet.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word or sign that joins two parts or excludes the next.
 *
 * @param distance as typed, only for {@code NEAR} and {@code PRE}, else 0; never more than {@link #FARTHEST} + 1
 */
record Operator(Kind kind, int distance) {

    enum Kind {
        AND,
        OR,
        NOT,
        NEAR,
        PRE,
        SENTENCE,
        PARAGRAPH
    }

    /** The farthest that two parts may stand apart: the product's own limit, as wide as a long paragraph. */
    static final int FARTHEST = 100;

    private static final Pattern NEAR = Pattern.compile("(?:NEAR/?|W/|/)([0-9]+)");
    private static final Pattern PRE = Pattern.compile("(?:PRE/|ADJ/?)([0-9]+)");

    /** {@code W/5} is NEAR with distance 5; {@code near/5} is nothing, as operators are typed in capitals. */
    static Optional<Operator> of(String text) {
        return switch (text) {
            case "AND" -> Optional.of(new Operator(Kind.AND, 0));
            case "OR" -> Optional.of(new Operator(Kind.OR, 0));
            case "NOT" -> Optional.of(new Operator(Kind.NOT, 0));
            case "/s" -> Optional.of(new Operator(Kind.SENTENCE, 0));
            case "/p" -> Optional.of(new Operator(Kind.PARAGRAPH, 0));
            case String other when other.isEmpty() || !Signs.isDigit(other.charAt(other.length() - 1)) ->
                Optional.empty();
            default -> distance(NEAR, Kind.NEAR, text).or(() -> distance(PRE, Kind.PRE, text));
        };
    }

    /** Whether it binds two parts by their positions in the text. */
    boolean isClose() {
        return kind != Kind.AND && kind != Kind.OR && kind != Kind.NOT;
    }

    /** The distance that is used, 1 to {@link #FARTHEST}. */
    int allowedDistance() {
        return Math.clamp(distance, 1, FARTHEST);
    }

    /** The number that the digits mean, but no more than one above the limit, however many digits there are. */
    static int bounded(String digits, int limit) {
        int value = 0;
        for (int i = 0; i < digits.length() && value <= limit; i++) {
            value = value * 10 + digits.charAt(i) - '0';
        }
        return Math.min(value, limit + 1);
    }

    private static Optional<Operator> distance(Pattern pattern, Kind kind, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(new Operator(kind, bounded(matcher.group(1), FARTHEST)))
                : Optional.empty();
    }
}
