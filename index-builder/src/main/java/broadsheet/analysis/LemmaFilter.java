package broadsheet.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Puts each word's stem by dictionary in its place. */
final class LemmaFilter extends TokenFilter {

    private final Lemmas lemmas;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    LemmaFilter(TokenStream words, Lemmas lemmas) {
        super(words);
        this.lemmas = lemmas;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String stem = lemmas.stem(term.toString());
        term.setEmpty().append(stem);
        return true;
    }
}
