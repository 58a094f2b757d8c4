package broadsheet.search.lucene.translate;

import broadsheet.search.SearchException;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.queryparser.flexible.core.QueryNodeException;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Lucene's own standard syntax, for programs, guarded against what would be too dear to answer: no regular expressions
 * (16 characters of one can fill the memory while it is being parsed), no interval functions, no leading wildcards,
 * and limits to length, depth and the number of patterns.
 */
public final class LuceneSyntax {

    private static final int LONGEST = 2_000;
    private static final int DEEPEST = 16;
    private static final int MOST_PATTERNS = 16;

    private LuceneSyntax() {}

    /** @throws SearchException.BadSyntax naming what is wrong and where */
    public static Translation translate(String text, Reading reading) {
        check(text);
        Query query = text.isBlank() ? MatchAllDocsQuery.INSTANCE : parse(text, reading);
        Map<String, List<Piece>> pieces = new HashMap<>();
        reading.languages().forEach(language -> pieces.put(language.code(), List.of(new Piece(text, query, false))));
        return new Translation(query, Optional.empty(), !text.isBlank(), pieces, List.of(), List.of());
    }

    private static Query parse(String text, Reading reading) {
        try {
            return LuceneSyntaxParser.over(reading).parse(text, null);
        } catch (QueryNodeException | RuntimeException | StackOverflowError e) {
            throw LuceneSyntaxFault.of(e, text);
        }
    }

    private static void check(String text) {
        if (text.length() > LONGEST) {
            throw new SearchException.BadSyntax("a query may have " + LONGEST + " characters, this has "
                    + text.length(), text, LONGEST);
        }
        boolean quoted = false;
        int depth = 0;
        int patterns = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                patterns += c == '*' || c == '?' || c == '~' ? 1 : 0;
                checkAt(text, i, depth, patterns);
            }
        }
    }

    private static void checkAt(String text, int at, int depth, int patterns) {
        if (text.charAt(at) == '/') {
            throw new SearchException.BadSyntax("regular expressions are not answered; write \\/ for a slash", text,
                    at);
        }
        if (text.startsWith("fn:", at)) {
            throw new SearchException.BadSyntax("interval functions are not answered", text, at);
        }
        if (depth > DEEPEST) {
            throw new SearchException.BadSyntax("brackets may be " + DEEPEST + " deep", text, at);
        }
        if (patterns > MOST_PATTERNS) {
            throw new SearchException.BadSyntax("at most " + MOST_PATTERNS + " of *, ? and ~ are answered", text, at);
        }
    }
}
