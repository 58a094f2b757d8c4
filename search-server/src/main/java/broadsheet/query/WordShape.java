package broadsheet.query;

import java.util.regex.Pattern;

/**
 * The meaning of a run of characters without spaces, quotes or brackets: a word, a beginning, a pattern, or a word
 * with other letters. Punctuation around it is cut off where it means nothing: {@code (£5m!)} is the word {@code £5m}, but
 * {@code C++}, {@code C#}, {@code .net} and {@code U.S.} stay whole.
 */
final class WordShape {

    private static final Pattern INITIALS = Pattern.compile("\\p{L}(?:\\.\\p{L})+");
    private static final Pattern STAR = Pattern.compile("(\\?*)\\*.*");

    /** The signs that a beginning may hold beside letters, as in {@code covid-1*}, {@code o'ne*}, {@code at&t*}, and joiners. */
    private static final String IN_PREFIX = "'’`´′-.&\u200c\u200d";

    private static final int PREFIX_LETTERS = 2;
    private static final int MOST_EDITS = 2;

    private final int at;
    private final QueryNotes notes;
    private String text;
    private String tail;
    private int edits;

    private WordShape(int at, String raw, QueryNotes notes) {
        this.at = at;
        this.notes = notes;
        this.text = raw;
        this.tail = "";
    }

    /**
     * Reads one run of characters.
     *
     * @param at its offset, for notes
     * @param raw begins with what {@link #withoutLead} leaves and has a letter or number
     */
    static QueryNode of(int at, String raw, QueryNotes notes) {
        WordShape shape = new WordShape(at, raw, notes);
        boolean fuzzy = shape.cutEdits();
        shape.cutTail();
        return shape.node(fuzzy);
    }

    /** The run without the signs in front that mean nothing; empty if it is nothing but signs. */
    static String withoutLead(int at, String raw, QueryNotes notes) {
        int first = Signs.firstWord(raw);
        if (first == raw.length()) {
            return "";
        }
        String lead = raw.substring(0, first);
        boolean isPoint = lead.equals(".") && Character.isLetterOrDigit(raw.codePointAt(first));
        if (isPoint || first > 0 && Signs.isCurrency(raw.charAt(first - 1))) {
            return raw.substring(first - 1);
        }
        if (lead.indexOf('*') >= 0 || lead.indexOf('?') >= 0) {
            notes.add(at, "leading-wildcard", "A word cannot begin with * or ?; \"%s\" was read without it."
                    .formatted(QueryNotes.shown(raw)));
        }
        return raw.substring(first);
    }

    /** Takes {@code ~}, {@code ~1} off the end; the number may be a fraction, as older Lucene had it. */
    private boolean cutEdits() {
        boolean fuzzy = false;
        String digits = "";
        while (true) {
            int end = Signs.lastWord(text);
            int tilde = text.indexOf('~', end);
            if (tilde >= 0) {
                text = text.substring(0, tilde);
                fuzzy = true;
                continue;
            }
            tilde = text.lastIndexOf('~', end);
            if (tilde <= 0 || !Signs.allOf(text.substring(tilde + 1, end), "0123456789.")) {
                edits = fuzzy ? edits(digits) : 0;
                return fuzzy;
            }
            digits = text.substring(tilde + 1, end);
            text = text.substring(0, tilde);
            fuzzy = true;
        }
    }

    private int edits(String digits) {
        if (digits.isEmpty()) {
            return MOST_EDITS;
        }
        int typed = digits.indexOf('.') >= 0 ? MOST_EDITS + 1 : Operator.bounded(digits, MOST_EDITS);
        if (typed < 1 || typed > MOST_EDITS) {
            notes.add(at, "fuzzy-limit", "A word may have one or two letters different; ~%s was read as ~%d."
                    .formatted(QueryNotes.shown(digits), Math.clamp(typed, 1, MOST_EDITS)));
        }
        return Math.clamp(typed, 1, MOST_EDITS);
    }

    /** Splits off what stands behind the last letter, and keeps of it only what means something. */
    private void cutTail() {
        int end = Signs.lastWord(text);
        String rest = text.substring(end);
        text = text.substring(0, end);
        if (rest.startsWith("+") || rest.startsWith("#")) {
            text += rest.startsWith("++") ? "++" : rest.substring(0, 1);
        } else if (rest.startsWith(".") && INITIALS.matcher(text).matches()) {
            text += ".";
        } else if (!rest.isEmpty()) {
            var star = STAR.matcher(rest);
            tail = star.matches() ? star.group(1) + "*" : "";
        }
    }

    private QueryNode node(boolean fuzzy) {
        boolean inside = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        if (!inside && tail.isEmpty()) {
            return fuzzy ? new QueryNode.Fuzzy(text, edits) : word();
        }
        if (!inside && tail.equals("*")) {
            return prefix();
        }
        String pattern = (text + tail).replaceAll("\\*{2,}", "*");
        if (!isPlain(pattern, "'’`´′-*?")) {
            return word();
        }
        int star = pattern.indexOf('*');
        if (star >= 0 && letters(pattern.substring(0, star)) < PREFIX_LETTERS) {
            noteShort(pattern);
            return text.indexOf('*') < 0 && text.indexOf('?') >= 0 ? new QueryNode.Wildcard(text) : word();
        }
        return new QueryNode.Wildcard(pattern);
    }

    private QueryNode prefix() {
        if (!isPlain(text, IN_PREFIX)) {
            notes.add(at, "ignored-wildcard", "The * behind \"%s\" was ignored, as that is not a plain word."
                    .formatted(QueryNotes.shown(text)));
            return word();
        }
        if (letters(text) < PREFIX_LETTERS) {
            noteShort(text + "*");
            return word();
        }
        return new QueryNode.Prefix(text);
    }

    private void noteShort(String pattern) {
        notes.add(at, "short-prefix", "A * needs two letters or more before it; that of \"%s\" was ignored."
                .formatted(QueryNotes.shown(pattern)));
    }

    /** Whether the word is in capitals that matter is known only when the whole query is read: {@link Acronyms}. */
    private QueryNode word() {
        return new QueryNode.Word(text, false);
    }

    private static boolean isPlain(String text, String allowed) {
        return text.codePoints().allMatch(c -> Signs.belongs(c) || allowed.indexOf(c) >= 0);
    }

    private static long letters(String text) {
        return text.codePoints().filter(Signs::begins).count();
    }
}
