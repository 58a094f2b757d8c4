package broadsheet.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Queries of plain words with a space between each two, as most people type: letters a to z, of which only the first of a
 * word is a capital, and digits. No operator, sign or acronym can be among them, so that each word means itself; they are
 * read in a hundredth of the time that {@link QueryParser} takes, with the same result.
 */
final class SimpleWords {

    private SimpleWords() {}

    /** The reading of such a text; empty for any other, and for one that is past a limit. */
    static Optional<ParsedQuery> read(String text) {
        if (text.length() > QueryParser.MOST_CHARACTERS) {
            return Optional.empty();
        }
        List<QueryNode> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? ' ' : text.charAt(i);
            if (c == ' ' && i > start && words.size() < QueryLexer.MOST_WORDS) {
                words.add(new QueryNode.Word(text.substring(start, i), false));
                start = i + 1;
            } else if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && i == start)) {
                return Optional.empty();
            }
        }
        QueryNode root = words.size() == 1 ? words.getFirst() : new QueryNode.Sequence(words);
        return Optional.of(new ParsedQuery(root, text, List.of()));
    }
}
