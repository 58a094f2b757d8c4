package broadsheet.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Gives Portuguese endings typed without them their cedilla and tilde back, which the stemmer goes by: {@code eleicoes}
 * is {@code eleições}, {@code alemaes} is {@code alemães}. Hardly a Portuguese word really ends so.
 */
final class NasalEndings extends TokenFilter {

    private static final List<String> BARE = List.of("coes", "cao", "oes", "aes", "ao");
    private static final List<String> WRITTEN = List.of("ções", "ção", "ões", "ães", "ão");
    private static final int SHORTEST_ROOT = 2;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    NasalEndings(TokenStream words) {
        super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        for (int i = 0; i < BARE.size(); i++) {
            int root = word.length() - BARE.get(i).length();
            if (root >= SHORTEST_ROOT && word.endsWith(BARE.get(i))) {
                term.setLength(root).append(WRITTEN.get(i));
                return true;
            }
        }
        return true;
    }
}
