package broadsheet.search.lucene.vocabulary;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.AccentlessWords;
import broadsheet.search.lucene.view.Dictionary;
import broadsheet.search.lucene.view.Reading;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Which words of an archive are forms of one, in any of its languages. */
record Stems(Reading reading) {

    /** Letters by which the forms of a word mostly differ: {@code ferry}, {@code ferries}. */
    private static final int ENDING = 3;
    private static final int MOST_FORMS = 200;

    /** Whether the archive has a word of the same stem that differs in the ending alone. */
    boolean hasOtherEnding(String word) {
        return reading.languages().stream().anyMatch(language -> hasOtherEnding(reading.analysis(language), word));
    }

    private boolean hasOtherEnding(TextAnalysis analysis, String word) {
        Dictionary all = reading.view().words(PostSchema.EXACT);
        for (Token token : analysis.tokens(word)) {
            String exact = token.exact().utf8ToString();
            BytesRef start = new BytesRef(exact.substring(0, Math.clamp(exact.length() - ENDING, 1, exact.length())));
            int from = all.firstFrom(start);
            for (int i = from; i < Math.min(all.size(), from + MOST_FORMS) && all.begins(i, start); i++) {
                List<Token> other = analysis.tokens(all.term(i).utf8ToString());
                if (other.size() == 1 && other.get(0).stem().equals(token.stem())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two words are forms of one. */
    boolean areShared(String left, String right) {
        return reading.languages().stream().anyMatch(
                language -> stems(language, left).stream().anyMatch(stems(language, right)::contains));
    }

    private List<BytesRef> stems(Language language, String word) {
        AccentlessWords accentless = new AccentlessWords(reading.reader(), PostSchema.all(language));
        return reading.analysis(language).tokens(word).stream().flatMap(token -> accentless.stems(token).stream())
                .toList();
    }
}
