package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.words.Familiarity;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The archive's words, for correcting a query: which occur, which are near another, which go together. */
public interface Vocabulary {

    /**
     * A word of the archive that is near another.
     *
     * @param edits letters wrong, missing, too many, or two swapped
     * @param posts that have it, also those that may not be seen yet
     */
    record Near(String word, int edits, int posts) {}

    /** Whether the archive has no post at all. */
    boolean isEmpty();

    /** The tokens of a word, by the archive's commonest language; each is asked for many times in a search. */
    List<Token> tokens(String word);

    /** Whether some post has the word, in this or another form of the same stem, or the owner has named it. */
    boolean occurs(String word) throws IOException;

    /** Whether the owner has named the word in the list of synonyms: then it is right, whatever posts have. */
    boolean isNamed(String word);

    /** How many posts have the stem of a word that no post has in this form; 0 where some post has the form. */
    int postsByStem(String word) throws IOException;

    /** Whether the archive has a word of the same stem that differs in the ending alone. */
    boolean hasOtherEnding(String word);

    /** Whether two words are forms of one, in some language of the archive. */
    boolean shareStem(String left, String right);

    /** Whether a word has signs, as {@code C++}, and no post has it so, nor has the owner named it. */
    boolean lacksWritten(String word) throws IOException;

    /** How many posts have this very form; a rough number where posts are hidden, but 0 only if none may be seen. */
    int frequency(String exact) throws IOException;

    /** The same for one of the {@link #near} words. */
    int frequency(Near near) throws IOException;

    /**
     * The words within a number of edits from a word, and the word itself. The nearest come first, of equally near ones
     * the most frequent.
     *
     * @param edits the most that count
     * @param leastPosts words of fewer posts are left out
     */
    List<Near> near(String exact, int edits, int leastPosts);

    /** How many posts have all of the words, each in any form of its stem in the archive's commonest language. */
    int together(List<String> words) throws IOException;

    /** Whether some post has all of the words, as {@link #together} counts them; much quicker than counting. */
    default boolean areTogether(List<String> words) throws IOException {
        return together(words) > 0;
    }

    /** How many posts have these very forms one behind the other. */
    int inARow(List<String> exact) throws IOException;

    /** Whether the headline of some post has all of the words. */
    boolean inOneHeadline(List<String> words) throws IOException;

    /** Ways to part a word into two that occur, the likeliest first: {@code sea}, {@code wall} for {@code seawall}. */
    List<List<String>> apart(String exact) throws IOException;

    /** The one word that two words make, where it occurs: {@code government} for {@code govern}, {@code ment}. */
    Optional<String> joined(String left, String right) throws IOException;

    /**
     * How well a word is known beyond the archive, in its languages: {@code standpoint} and {@code Oman} are words, whether
     * or not a post has them.
     */
    Familiarity familiarity(String word);

    /** Whether {@link #familiarity} knows all forms of the words of the archive's commonest language. */
    boolean knowsForms();
}
