package broadsheet.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Makes brackets pair up and not go too deep, so that the parser's recursion is bounded. */
final class Brackets {

    private Brackets() {}

    /**
     * The tokens with each bracket closed, those beyond the depth left out in pairs.
     *
     * @param deepest how many may be open at a time
     */
    static List<Token> balanced(List<Token> tokens, int deepest, QueryNotes notes) {
        List<Token> balanced = new ArrayList<>(tokens.size());
        Deque<Boolean> kept = new ArrayDeque<>();
        for (Token token : tokens) {
            switch (token) {
                case Token.Open open -> {
                    boolean keep = kept.size() < deepest;
                    kept.push(keep);
                    if (keep) {
                        balanced.add(open);
                    } else {
                        notes.add(open.at(), QueryNotes.DEPTH_LIMIT, "Brackets that deep were ignored.");
                    }
                }
                case Token.Close close -> {
                    if (kept.isEmpty()) {
                        noteUnbalanced(close.at(), notes);
                    } else if (kept.pop()) {
                        balanced.add(close);
                    }
                }
                default -> balanced.add(token);
            }
        }
        if (!kept.isEmpty() && !notes.isCut()) {
            noteUnbalanced(tokens.getLast().at(), notes);
        }
        kept.stream().filter(keep -> keep).forEach(keep -> balanced.add(new Token.Close(tokens.getLast().at())));
        return balanced;
    }

    private static void noteUnbalanced(int at, QueryNotes notes) {
        notes.add(at, "unbalanced-brackets", "A bracket had no partner; it was closed or left out.");
    }

    /** How many brackets are open at once at most in a reading; those between quotation marks do not count. */
    static int depth(String reading) {
        int open = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < reading.length(); i++) {
            switch (reading.charAt(i)) {
                case '"' -> quoted = !quoted;
                case '(' -> open += quoted ? 0 : 1;
                case ')' -> open -= quoted ? 0 : 1;
                default -> {
                    continue;
                }
            }
            deepest = Math.max(deepest, open);
        }
        return deepest;
    }
}
