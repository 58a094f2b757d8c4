package broadsheet.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Bounds the parts of a query that are dear to answer: words that stand for many words, each of which is looked up in
 * the whole vocabulary, and signs of nearness, for which every place of a word in a text is read. What is past a limit
 * is left out; a note says so.
 */
final class QueryLimits {

    /** Different words with a {@code *}, {@code ?} or {@code ~}: nobody types more by hand. */
    static final int MOST_PATTERNS = 8;
    /** The same words again, in other parts of the query. */
    static final int MOST_REPEATED = 16;
    static final int MOST_CLOSE = 8;

    private final QueryNotes notes;
    private final Set<QueryNode> patterns = new HashSet<>();
    private int repeated;
    private int close;

    private QueryLimits(QueryNotes notes) {
        this.notes = notes;
    }

    /** The tokens without those that are past a limit. */
    static List<Token> within(List<Token> tokens, QueryNotes notes) {
        QueryLimits limits = new QueryLimits(notes);
        List<Token> within = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            switch (token) {
                case Token.Leaf leaf -> within.add(new Token.Leaf(leaf.at(), limits.leaf(leaf)));
                case Token.Joint joint when joint.operator().isClose() && !limits.hasRoom(joint) -> {
                }
                default -> within.add(token);
            }
        }
        return within;
    }

    private QueryNode leaf(Token.Leaf leaf) {
        return switch (leaf.node()) {
            case QueryNode.Pattern pattern -> hasRoom(leaf.at(), pattern) ? pattern : new QueryNode.Everything();
            case QueryNode.Phrase phrase when phrase.text().indexOf('*') >= 0 -> phrase(leaf.at(), phrase);
            default -> leaf.node();
        };
    }

    /** A quotation keeps its words and loses stars. */
    private QueryNode phrase(int at, QueryNode.Phrase phrase) {
        StringBuilder text = new StringBuilder();
        for (String word : phrase.text().split(" ")) {
            boolean closed = word.indexOf('*') >= 0 && !hasRoom(at, new QueryNode.Prefix(word));
            String kept = closed ? word.replace("*", "") : word;
            text.append(text.isEmpty() || kept.isEmpty() ? "" : " ").append(kept);
        }
        return Signs.hasWord(text.toString())
                ? new QueryNode.Phrase(text.toString().strip(), phrase.within())
                : new QueryNode.Everything();
    }

    private boolean hasRoom(int at, QueryNode pattern) {
        boolean room = repeated < MOST_REPEATED
                && (patterns.contains(pattern) || patterns.size() < MOST_PATTERNS);
        if (room) {
            repeated++;
            patterns.add(pattern);
        } else {
            notes.add(at, "pattern-limit",
                    "Only the first %d words with *, ? or ~ were used.".formatted(MOST_PATTERNS));
        }
        return room;
    }

    private boolean hasRoom(Token.Joint joint) {
        if (++close <= MOST_CLOSE) {
            return true;
        }
        notes.add(joint.at(), "nearness-limit",
                "Only the first %d signs of nearness (NEAR, PRE, /5, /s, /p) were used.".formatted(MOST_CLOSE));
        return false;
    }
}
