package broadsheet.query;

import java.util.regex.Pattern;

/**
 * Marks words in capitals where the capitals say something: {@code US} in {@code US election}, not in
 * {@code US ELECTION}. It looks at the words of the tree alone, so that a reading is marked as the query was.
 */
final class Acronyms {

    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}{2,5}|\\p{Lu}(?:\\.\\p{Lu}){1,4}\\.?");

    private Acronyms() {}

    static QueryNode mark(QueryNode root) {
        return hasOtherLetters(root) ? marked(root) : root;
    }

    private static boolean hasOtherLetters(QueryNode node) {
        return node instanceof QueryNode.Text leaf
                ? hasOtherLetters(leaf.text())
                : node.children().stream().anyMatch(Acronyms::hasOtherLetters);
    }

    /** Letters of scripts without capitals count too: in a Chinese query, Latin capitals are a choice. */
    private static boolean hasOtherLetters(String text) {
        return text.codePoints().anyMatch(c -> Character.isLetter(c) && !Character.isUpperCase(c));
    }

    private static boolean isInCapitals(String text) {
        return Character.isUpperCase(text.codePointAt(0)) && CAPITALS.matcher(text).matches();
    }

    private static QueryNode marked(QueryNode node) {
        return node instanceof QueryNode.Word word
                ? new QueryNode.Word(word.text(), isInCapitals(word.text()))
                : node.with(node.children().stream().map(Acronyms::marked).toList());
    }
}
