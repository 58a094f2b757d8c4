package broadsheet.query;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What stands between quotation marks, or behind one that was not closed. */
final class Quotation {

    /** Words of the longest text behind an unclosed mark that is still read as a quotation. */
    private static final int MOST_OPEN_WORDS = 6;
    /** Words from which on a full stop says that a text is a sentence, and no quotation. */
    private static final int WORDS_OF_SENTENCE = 4;
    private static final Pattern SENTENCE_END = Pattern.compile("\\p{Ll}[.!?](?: |$)");
    /** A word that other words may begin with: two letters or more before the star. */
    private static final Pattern STARRED = Pattern.compile(".*[\\p{L}\\p{N}\\p{M}]{2}\\*[^*]*");

    private Quotation() {}

    /**
     * Whether a text is a quotation, and not plain words behind a mark that was not closed; notes what was repaired.
     *
     * @param closed whether the mark has a partner, or lost it where the query was cut
     */
    static boolean isOne(int at, String inside, boolean closed, QueryNotes notes) {
        if (!closed && isLongText(inside)) {
            notes.add(at, "open-quote",
                    "A quotation mark was not closed; the long text behind it was read as plain words.");
            return false;
        }
        if (!closed) {
            notes.add(at, "unclosed-quote", "A quotation mark was not closed; the phrase was read as \"%s\"."
                    .formatted(QueryNotes.shown(inside)));
        }
        noteStars(at, inside, notes);
        return true;
    }

    /** Whether a text is longer than what people quote: a pasted sentence, mostly. */
    private static boolean isLongText(String inside) {
        long words = Arrays.stream(inside.split(" ")).filter(Signs::hasWord).count();
        long unspaced = inside.codePoints().filter(Quotation::isUnspaced).count();
        return words + unspaced / 2 > MOST_OPEN_WORDS
                || words >= WORDS_OF_SENTENCE && SENTENCE_END.matcher(inside).find();
    }

    /** Whether a character is of a script that has no spaces; its words have about two characters. */
    private static boolean isUnspaced(int point) {
        return switch (Character.UnicodeScript.of(point)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    /** Says of each star that is not used: it stands for the end of a word alone. */
    private static void noteStars(int at, String inside, QueryNotes notes) {
        for (String word : inside.indexOf('*') < 0 ? List.<String>of() : List.of(inside.split(" "))) {
            String ends = word.substring(0, Signs.lastWord(word));
            boolean used = STARRED.matcher(word).matches() && ends.indexOf('*') < 0;
            if (word.indexOf('*') >= 0 && Signs.hasWord(word) && !used) {
                notes.add(at, "ignored-wildcard",
                        ("The * of \"%s\" was ignored: between quotation marks it stands behind "
                                + "a word of two letters or more.").formatted(QueryNotes.shown(word)));
            }
        }
    }

    /** The words of a quotation as they would be read without its marks. */
    static List<QueryNode> words(String inside) {
        QueryNotes unheard = new QueryNotes();
        return Arrays.stream(inside.split(" ")).map(word -> WordShape.withoutLead(0, word, unheard))
                .filter(word -> !word.isEmpty()).map(word -> WordShape.of(0, word, unheard))
                .toList();
    }
}
