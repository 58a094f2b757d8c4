package broadsheet.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The repairs of one query. The codes are stable:
 *
 * <table>
 * <caption>codes</caption>
 * <tr><td>unclosed-quote</td><td>{@code "abc}</td></tr>
 * <tr><td>open-quote</td><td>{@code "} before a long text that has no closing one</td></tr>
 * <tr><td>empty-quotes</td><td>{@code ""}, {@code "?"}</td></tr>
 * <tr><td>empty-brackets</td><td>{@code ()}</td></tr>
 * <tr><td>stray-sign</td><td>{@code - * ? ~ +} standing alone</td></tr>
 * <tr><td>unbalanced-brackets</td><td>{@code (a b}, {@code a b)}</td></tr>
 * <tr><td>dangling-operator</td><td>{@code a AND}, {@code OR a}</td></tr>
 * <tr><td>repeated-operator</td><td>{@code a OR OR b}</td></tr>
 * <tr><td>leading-wildcard</td><td>{@code *ing}</td></tr>
 * <tr><td>short-prefix</td><td>{@code a*}, {@code a*b}</td></tr>
 * <tr><td>ignored-wildcard</td><td>{@code x:ab*}, {@code "a* b"}: a star where no word begins so</td></tr>
 * <tr><td>spaced-tilde</td><td>{@code "a b" ~5}</td></tr>
 * <tr><td>distance-limit</td><td>{@code NEAR/999}, {@code NEAR/0}</td></tr>
 * <tr><td>fuzzy-limit</td><td>{@code smith~3}, {@code smith~0}</td></tr>
 * <tr><td>field-alone</td><td>{@code title:}</td></tr>
 * <tr><td>spaced-field</td><td>{@code title: flood}</td></tr>
 * <tr><td>field-in-field</td><td>{@code title:author:smith}</td></tr>
 * <tr><td>near-operand</td><td>{@code a NEAR/5 -b}, {@code a NEAR/5 title:b}</td></tr>
 * <tr><td>bad-date</td><td>{@code date:2024-02-31}</td></tr>
 * <tr><td>swapped-dates</td><td>{@code after:2024 before:2020}</td></tr>
 * <tr><td>word-limit, length-limit, depth-limit, pattern-limit, nearness-limit</td><td>too much of it</td></tr>
 * </table>
 */
final class QueryNotes {

    static final String WORD_LIMIT = "word-limit";
    static final String LENGTH_LIMIT = "length-limit";
    static final String DEPTH_LIMIT = "depth-limit";

    private static final int QUOTED = 40;

    /** By note, so that each is said once; the value is its offset in the text. */
    private final Map<Note, Integer> offsets = new LinkedHashMap<>();

    void add(int at, String code, String message) {
        offsets.putIfAbsent(new Note(code, message), at);
    }

    /** Adds a note where a distance is beyond the limits. @param typed with its sign, {@code NEAR/999} */
    void distance(int at, String typed, int distance, int least) {
        if (distance < least || distance > Operator.FARTHEST) {
            add(at, "distance-limit", "%s was read as %d, as the distance is %d to %d words.".formatted(shown(typed),
                    Math.clamp(distance, least, Operator.FARTHEST), least, Operator.FARTHEST));
        }
    }

    void swapped(int at) {
        add(at, "swapped-dates", "The first day was later than the last; they were swapped.");
    }

    void alone(int at, String field) {
        add(at, "field-alone", "%s: has nothing behind it and was read as a word.".formatted(field));
    }

    /** @param typed with its field, {@code date:soon} */
    void noDate(int at, String typed) {
        add(at, "bad-date", "%s is not a date such as 2024, 2024-03 or 2024-03-01; it was read as text."
                .formatted(shown(typed)));
    }

    /** Whether a limit has cut the text; a bracket or quotation mark left open by the cut is no mistake. */
    boolean isCut() {
        return offsets.keySet().stream().anyMatch(n -> n.code().equals(WORD_LIMIT) || n.code().equals(LENGTH_LIMIT));
    }

    List<Note> inOrder() {
        List<Note> notes = new ArrayList<>(offsets.keySet());
        notes.sort(Comparator.comparing(offsets::get));
        return notes;
    }

    /** The text as a sentence can show it: its first 40 characters. */
    static String shown(String text) {
        return text.codePointCount(0, text.length()) <= QUOTED
                ? text
                : text.substring(0, text.offsetByCodePoints(0, QUOTED)) + "\u2026";
    }
}
