package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a quotation's words are written: {@code "e-mail address"} is also "email address", and where the
 * archive parts {@code email}, the other way round. The first is the quotation as typed.
 */
final class WrittenWays {

    /** A quotation rarely has more than one such word. */
    private static final int MOST = 8;

    private final TypedWords typed;

    WrittenWays(TypedWords typed) {
        this.typed = typed;
    }

    List<String> of(String text) {
        List<Token> tokens = typed.tokens(text);
        List<String> ways = new ArrayList<>(List.of(text));
        int first = 0;
        while (first < tokens.size()) {
            int last = lastJoined(text, tokens, first);
            Token start = tokens.get(first);
            Token end = tokens.get(last);
            String written = text.substring(start.start(), end.end());
            List<String> others = new ArrayList<>();
            if (last > first) {
                List<Token> parts = tokens.subList(first, last + 1);
                typed.wholeExact(parts, written).ifPresent(whole -> others.add(whole.utf8ToString()));
            } else if (last + 1 < tokens.size()) {
                // A word at the quotation's end has nothing behind it, and stands where its first part does.
                others.addAll(typed.partsOf(start));
            }
            if (last == first) {
                TypedWords.withoutApostrophe(start).ifPresent(others::add);
            }
            addWays(ways, written, others);
            first = last + 1;
        }
        return ways;
    }

    private static void addWays(List<String> ways, String written, List<String> others) {
        for (String way : List.copyOf(ways)) {
            for (String other : others) {
                if (ways.size() < MOST) {
                    ways.add(way.replace(written, other));
                }
            }
        }
    }

    private static int lastJoined(String text, List<Token> tokens, int first) {
        int last = first;
        while (last + 1 < tokens.size() && isJoint(text, tokens.get(last), tokens.get(last + 1))) {
            last++;
        }
        return last;
    }

    private static boolean isJoint(String text, Token left, Token right) {
        if (right.start() - left.end() != 1 || left.cjk() || right.cjk()) {
            return false;
        }
        char between = text.charAt(left.end());
        boolean digits = Character.isDigit(text.charAt(left.end() - 1))
                && Character.isDigit(text.charAt(right.start()));
        return "-.\u2010\u2011".indexOf(between) >= 0 || digits && Character.isSpaceChar(between);
    }
}
