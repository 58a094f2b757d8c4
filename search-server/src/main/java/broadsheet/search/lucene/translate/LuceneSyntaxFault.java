package broadsheet.search.lucene.translate;

import broadsheet.search.SearchException.BadSyntax;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.queryparser.flexible.standard.parser.ParseException;
import org.apache.lucene.queryparser.flexible.standard.parser.TokenMgrError;

/** The exception of Lucene's parser as a fault with its reason and its spot in the text. */
final class LuceneSyntaxFault {

    private static final int LONGEST_MESSAGE = 200;
    /** Lucene gives the spot of such a fault in its message alone; columns count from 0, through all lines. */
    private static final Pattern LEXICAL = Pattern.compile("Lexical error at line \\d+, column (\\d+)");
    private static final Pattern LEADING_WILDCARD = Pattern.compile("(?<![^\\s(+\\-!:^])[*?](?=[^\\s):])");
    private static final Pattern NO_DAY = Pattern.compile("Could not parse text \"(.*)\" using .*");

    private LuceneSyntaxFault() {}

    static BadSyntax of(Throwable thrown, String text) {
        if (thrown instanceof ParseException e && e.currentToken != null && e.currentToken.next != null) {
            return unexpected(e.currentToken.next.image, e.currentToken.next.beginColumn, text);
        }
        if (thrown.getCause() instanceof TokenMgrError e) {
            return unfinished(e, text);
        }
        String message = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("").strip();
        Matcher leading = LEADING_WILDCARD.matcher(text);
        if (message.startsWith("Leading wildcard") && leading.find()) {
            return at(leading.start(), "a pattern may not begin with " + leading.group(), text);
        }
        Matcher day = NO_DAY.matcher(message);
        if (day.matches()) {
            return at(wordAfter(text.indexOf("date:"), day.group(1), text),
                    "expected a day like 2024-03-01, came \"" + day.group(1) + "\"", text);
        }
        return at(0, message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "…" : message, text);
    }

    private static BadSyntax unexpected(String token, int position, String text) {
        return at(position, token.isEmpty() ? "the text ends too early" : "\"" + token + "\" cannot stand here", text);
    }

    /** A quote that is not closed is found only at the end of the text; the spot to show is where it opens. */
    private static BadSyntax unfinished(TokenMgrError error, String text) {
        int quote = -1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                if (++i == text.length()) {
                    return at(i - 1, "nothing follows the backslash", text);
                }
            } else if (text.charAt(i) == '"') {
                quote = quote < 0 ? i : -1;
            }
        }
        if (quote >= 0) {
            return at(quote, "this quote is not closed", text);
        }
        Matcher spot = LEXICAL.matcher(String.valueOf(error.getMessage()));
        return at(spot.find() ? Integer.parseInt(spot.group(1)) : 0, "this sign cannot stand here", text);
    }

    private static int wordAfter(int start, String word, String text) {
        Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text);
        return found.find(Math.max(0, start)) ? found.start() : Math.max(0, start);
    }

    private static BadSyntax at(int position, String message, String text) {
        return new BadSyntax(message, text, Math.clamp(position, 0, text.length()));
    }
}
