package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

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
        List<String> ways = List.of("");
        int behind = 0;
        int first = 0;
        while (first < tokens.size()) {
            int last = lastJoined(text, tokens, first);
            int start = tokens.get(first).start();
            int end = tokens.get(last).end();
            // One sign of two words, as ㍻ of 平成, gives two tokens at one place: it is taken once.
            if (start >= behind) {
                List<String> forms = new ArrayList<>(List.of(text.substring(start, end)));
                forms.addAll(others(text, tokens, first, last));
                ways = extended(ways, text.substring(behind, start), forms);
                behind = end;
            }
            first = last + 1;
        }
        return extended(ways, text.substring(behind), List.of(""));
    }

    /** How a word, or words that hyphens join, are written otherwise. */
    private List<String> others(String text, List<Token> tokens, int first, int last) {
        Token word = tokens.get(first);
        if (last > first) {
            String written = text.substring(word.start(), tokens.get(last).end());
            return typed.wholeExact(tokens.subList(first, last + 1), written).map(BytesRef::utf8ToString).stream()
                    .toList();
        }
        List<String> others = new ArrayList<>(TypedWords.withoutApostrophe(word).stream().toList());
        // A word at the quotation's end has nothing behind it, and stands where its first part does.
        if (last + 1 < tokens.size()) {
            others.addAll(typed.partsOf(word));
        }
        return others;
    }

    /** Each way with what stands between and each of the forms behind it; those as typed first. */
    private static List<String> extended(List<String> ways, String between, List<String> forms) {
        return forms.stream().flatMap(form -> ways.stream().map(way -> way + between + form)).limit(MOST).toList();
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
