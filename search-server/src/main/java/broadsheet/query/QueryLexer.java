package broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Clean text to tokens, in one walk from left to right. Every string can be read; a part without meaning gives no token. A hyphen
 * or plus is an operator only in front of a word, quote or bracket, and only after a space or bracket.
 */
final class QueryLexer {

    /** More words than a pasted headline and its first sentence have; the engine's work grows with each. */
    static final int MOST_WORDS = 64;

    private final String text;
    private final Runs runs;
    private final QueryNotes notes;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int words;
    private boolean full;

    private QueryLexer(String text, QueryNotes notes) {
        this.text = text;
        this.runs = new Runs(text);
        this.notes = notes;
    }

    /**
     * The tokens of a text, of 64 words at most.
     *
     * @param text as {@link QueryText#clean} gives it
     */
    static List<Token> tokens(String text, QueryNotes notes) {
        QueryLexer lexer = new QueryLexer(text, notes);
        while (lexer.at < text.length() && !lexer.full) {
            lexer.next();
        }
        return lexer.tokens;
    }

    private void next() {
        int start = at;
        switch (text.charAt(at)) {
            case ' ' -> at++;
            case '(' -> tokens.add(new Token.Open(at++));
            case ')' -> tokens.add(new Token.Close(at++));
            case '"' -> phrase();
            case '|' -> {
                skip('|');
                joint(start, new Operator(Operator.Kind.OR, 0));
            }
            default -> {
                int end = runs.endOfRun(at);
                if (text.startsWith("&&", at)) {
                    skip('&');
                    joint(start, new Operator(Operator.Kind.AND, 0));
                } else if (end == at) {
                    at++;
                } else {
                    run(end);
                }
            }
        }
    }

    private void skip(char c) {
        while (at < text.length() && text.charAt(at) == c) {
            at++;
        }
    }

    private void phrase() {
        int start = at;
        int close = text.indexOf('"', start + 1);
        String inside = text.substring(start + 1, close < 0 ? text.length() : close).strip();
        at = close < 0 ? text.length() : close + 1;
        if (!Signs.hasWord(inside)) {
            notes.add(start, "empty-quotes", "Quotation marks with no word between them were ignored.");
            tokens.add(new Token.Leaf(start, new QueryNode.Everything()));
            return;
        }
        if (!Quotation.isOne(start, inside, close >= 0 || notes.isCut(), notes)) {
            at = start + 1;
            return;
        }
        int within = within();
        String[] forms = inside.split(" ");
        if (room(start, forms.length)) {
            tokens.add(new Token.Leaf(start, new QueryNode.Phrase(inside, within)));
        } else if (MOST_WORDS > words) {
            String begin = String.join(" ", List.of(forms).subList(0, MOST_WORDS - words));
            QueryNode first = Signs.hasWord(begin) ? new QueryNode.Phrase(begin, within) : new QueryNode.Everything();
            tokens.add(new Token.Leaf(start, first));
        }
    }

    /** The number of {@code ~5} behind a phrase, 0 if there is none. */
    private int within() {
        int tilde = text.startsWith(" ~", at) ? at + 1 : at;
        int end = tilde + 1;
        while (end < text.length() && Signs.isDigit(text.charAt(end))) {
            end++;
        }
        if (!text.startsWith("~", tilde) || end == tilde + 1) {
            return 0;
        }
        if (tilde > at) {
            notes.add(at, "spaced-tilde", "The space before %s was ignored."
                    .formatted(QueryNotes.shown(text.substring(tilde, end))));
        }
        int distance = Operator.bounded(text.substring(tilde + 1, end), Operator.FARTHEST);
        notes.distance(tilde, text.substring(tilde, end), distance, 0);
        at = end;
        return Math.min(distance, Operator.FARTHEST);
    }

    private void run(int end) {
        int start = at;
        String run = text.substring(start, end);
        Optional<Operator> operator = Operator.of(run);
        at = end;
        if (operator.isPresent() && runs.standsAlone(start, end, run.startsWith("/") ? " " : " \"()|")) {
            joint(start, operator.get());
            return;
        }
        boolean begins = start == 0 || " (|&".indexOf(text.charAt(start - 1)) >= 0;
        part(start, run, begins);
    }

    private void joint(int start, Operator operator) {
        String typed = text.substring(start, at);
        if (operator.kind() == Operator.Kind.NOT) {
            tokens.add(new Token.Prefix(start, typed));
            return;
        }
        if (operator.kind() == Operator.Kind.NEAR || operator.kind() == Operator.Kind.PRE) {
            notes.distance(start, typed, operator.distance(), 1);
        }
        tokens.add(new Token.Joint(start, typed, operator));
    }

    /** Signs, field names and the word behind them: {@code -title:smith~}. */
    private void part(int start, String run, boolean mayExclude) {
        String rest = run;
        boolean signs = mayExclude;
        while (true) {
            int from = start + run.length() - rest.length();
            String bare = signs ? Signs.withoutPlusAndMinus(rest) : rest;
            String word = WordShape.withoutLead(from, bare, notes);
            boolean opens = runs.opens(at) && bare.isEmpty() && (!rest.isEmpty() || rest.length() < run.length());
            if (word.isEmpty() && !opens) {
                noteStray(from, rest);
                return;
            }
            sign(from, rest.substring(0, rest.length() - bare.length()));
            int colon = word.indexOf(':');
            String name = colon < 0 ? "" : word.substring(0, colon);
            String value = word.substring(colon + 1);
            if (DateTerm.isName(name)) {
                date(from, name, value);
                return;
            }
            Optional<QueryNode.Field> field = FieldNames.of(name);
            if (field.isEmpty() || !hasValue(from, name, value)) {
                if (!word.isEmpty()) {
                    leaf(from, field.isEmpty() ? WordShape.of(from, word, notes) : new QueryNode.Word(name, false));
                }
                return;
            }
            tokens.add(new Token.Name(from, field.get()));
            if (value.isEmpty()) {
                return;
            }
            rest = value;
            signs = true;
        }
    }

    private void sign(int from, String signs) {
        if (signs.isEmpty()) {
            return;
        }
        if (signs.length() > 1) {
            notes.add(from, "repeated-operator", "%s was read as one sign.".formatted(QueryNotes.shown(signs)));
        }
        tokens.add(new Token.Prefix(from, signs.indexOf('-') >= 0 ? "-" : "+"));
    }

    private void noteStray(int from, String signs) {
        if (!signs.isEmpty() && Signs.allOf(signs, "-*?~+")) {
            notes.add(from, "stray-sign", "%s standing alone was ignored.".formatted(QueryNotes.shown(signs)));
        }
    }

    /** Whether a field's name is followed by something to look for, if need be after a space: {@code title: flood}. */
    private boolean hasValue(int from, String name, String value) {
        if (Signs.hasWord(value) || runs.opens(at) && Signs.allOf(value, "-+")) {
            return true;
        }
        if (value.isEmpty() && name.chars().noneMatch(Character::isUpperCase) && runs.hasWordAfterSpace(at)) {
            notes.add(from, "spaced-field", "The space after %s: was ignored.".formatted(name));
            return true;
        }
        notes.alone(from, name);
        return false;
    }

    /** A range of days; where the value is none, name and value are text. */
    private void date(int from, String name, String value) {
        String bare = value.substring(0, Signs.lastWord(value));
        String open = value.startsWith("..", bare.length()) && !value.startsWith("...", bare.length()) ? ".." : "";
        Optional<DateTerm> term = DateTerm.of(name, bare + open).or(() -> DateTerm.of(name, bare));
        if (term.isEmpty()) {
            if (value.isEmpty()) {
                notes.alone(from, name);
            } else {
                notes.noDate(from, name + ":" + value);
            }
            leaf(from, new QueryNode.Word(bare.isEmpty() ? name : name + ":" + bare, false));
            return;
        }
        if (term.get().isBackwards()) {
            notes.swapped(from);
            term = term.map(DateTerm::swapped);
        }
        if (room(from, 1)) {
            tokens.add(new Token.Day(from, term.get()));
        }
    }

    private void leaf(int from, QueryNode node) {
        if (room(from, 1)) {
            tokens.add(new Token.Leaf(from, node));
        }
    }

    /** Counts words; past the limit the reading stops. */
    private boolean room(int from, int more) {
        if (words + more > MOST_WORDS) {
            full = true;
            notes.add(from, QueryNotes.WORD_LIMIT,
                    "Only the first %d words were used.".formatted(MOST_WORDS));
            return false;
        }
        words += more;
        return true;
    }
}
