package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.query.QueryNode;
import java.util.List;

/** A query's words as tokens of the archive's commonest language. */
record PlainWords(Vocabulary words) {

    /** Whether a word is one token of letters, perhaps with punctuation beside it, and no acronym. */
    boolean isPlain(QueryNode.Word word) {
        return isLetters(word) && !word.acronym();
    }

    /** The same for an acronym, too. */
    boolean isLetters(QueryNode.Word word) {
        List<Token> tokens = words.tokens(word.text());
        return tokens.size() == 1 && !tokens.get(0).cjk() && isLetters(word.text());
    }

    /** Asked several times for each word of a search, so that it makes nothing. */
    private static boolean isLetters(String text) {
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (!Character.isLetter(c) && ".,;:!?'’".indexOf(c) < 0) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /** Whether the first token of a word is a stop word. */
    boolean isStopWord(QueryNode.Word word) {
        return words.tokens(word.text()).get(0).stopWord();
    }

    /** The form of its first token by which posts are counted: lower case, without accents. */
    String exact(QueryNode.Word word) {
        return words.tokens(word.text()).get(0).exact().utf8ToString();
    }
}
