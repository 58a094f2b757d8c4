package broadsheet.index.lucene;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.util.BytesRef;

/** A stream of the one term that stands for a post's words. */
final class StandIn extends TokenStream {

    private static final BytesRef TERM = new BytesRef("x");

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private boolean given;

    @Override
    public void reset() {
        given = false;
    }

    @Override
    public boolean incrementToken() {
        if (given) {
            return false;
        }
        clearAttributes();
        term.setBytesRef(TERM);
        given = true;
        return true;
    }
}
