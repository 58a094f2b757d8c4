package broadsheet.search.snippet;

import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Whole;
import broadsheet.search.Hit.Mark;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The tokens of a shown sentence, by which positions become marks. A mark covers what was found: of {@code AT&T} or of
 * {@code e-mail} found as email the whole, of Chinese found by two characters both.
 */
final class SentenceTokens {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s:\"“”„«»()]+");
    /** What some write within a word and others do not: {@code e-mail}, {@code 1,000}. */
    private static final String WITHIN_WORDS = "-.,‐‑ \u00A0\u2009\u202F";

    private final TextAnalysis analysis;
    private final String sentence;
    private final int[] offsets;
    private Optional<List<Whole>> wholes = Optional.empty();

    SentenceTokens(TextAnalysis analysis, String sentence) {
        this.analysis = analysis;
        this.sentence = sentence;
        this.offsets = analysis.offsets(sentence);
    }

    /** How many there are. */
    int count() {
        return offsets.length / 2;
    }

    /** Where a token starts, an offset in the sentence. */
    int start(int token) {
        return offsets[2 * token];
    }

    /**
     * The mark of some tokens.
     *
     * @param label what was typed and is found there
     */
    Mark mark(int first, int last, String label) {
        int end = isPairOf(label, last) ? last + 1 : last;
        Mark mark = new Mark(start(first), offsets[2 * end + 1]);
        Mark part = new Mark(start(end), offsets[2 * end + 1]);
        for (Whole whole : isJoined(part) ? wholes() : List.<Whole>of()) {
            boolean around = whole.start() <= part.start() && part.end() <= whole.end();
            if (around && isMeant(whole, part, label)) {
                return new Mark(Math.min(mark.start(), whole.start()), whole.end());
            }
        }
        return mark;
    }

    /** Whether something stands beside a token, without a space or between digits; else it is no part of a whole. */
    private boolean isJoined(Mark part) {
        boolean before = part.start() > 0 && !Character.isWhitespace(sentence.charAt(part.start() - 1));
        if (before || part.end() == sentence.length()) {
            return before;
        }
        char behind = sentence.charAt(part.end());
        boolean inNumber = part.end() + 1 < sentence.length() && Character.isDigit(sentence.charAt(part.end() + 1));
        return Character.isWhitespace(behind) ? inNumber : ",;:!?".indexOf(behind) < 0;
    }

    private List<Whole> wholes() {
        if (wholes.isEmpty()) {
            wholes = Optional.of(analysis.wholes(sentence));
        }
        return wholes.get();
    }

    /** Whether a token and the next are two characters that were typed so; found by both, they stand at the first. */
    private boolean isPairOf(String label, int token) {
        if (token + 1 >= count() || offsets[2 * token + 1] != start(token + 1)
                || !TextAnalysis.isCjk(sentence.codePointAt(start(token)))) {
            return false;
        }
        return analysis.folded(label)
                .contains(analysis.folded(sentence.substring(start(token), offsets[2 * token + 3])));
    }

    /** Whether some typed word agrees with more of the whole than with the part alone. */
    private boolean isMeant(Whole whole, Mark part, String label) {
        String all = bare(whole.text());
        int own = Math.max(bare(sentence.substring(part.start(), part.end())).length(), 1);
        for (String word : BETWEEN_WORDS.split(label)) {
            if (commonStart(bare(word), all) > own) {
                return true;
            }
        }
        return false;
    }

    private String bare(String text) {
        String folded = analysis.folded(text);
        StringBuilder bare = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            if (WITHIN_WORDS.indexOf(folded.charAt(i)) < 0) {
                bare.append(folded.charAt(i));
            }
        }
        return bare.toString();
    }

    private static int commonStart(String one, String other) {
        int common = 0;
        while (common < Math.min(one.length(), other.length()) && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        return common;
    }
}
