package broadsheet.index.lucene;

import broadsheet.analysis.TokenBuffer;
import broadsheet.analysis.WordForms;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** A token buffer, or some of its tokens, as Lucene reads it while indexing: stems or exact forms. */
final class TokenBufferStream extends TokenStream {

    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TokenBuffer buffer;
    private final boolean stems;
    private int start;
    private int end;
    private int token;
    private int extra;
    private int lastPosition;

    TokenBufferStream(TokenBuffer buffer, boolean stems) {
        this.buffer = buffer;
        this.stems = stems;
    }

    /** @param tokens how many of the buffer's tokens to give */
    void setEnd(int tokens) {
        setRange(0, tokens);
    }

    /** Gives the tokens from one (included) to another (excluded). */
    void setRange(int first, int behindLast) {
        start = first;
        end = behindLast;
    }

    @Override
    public void reset() {
        token = start - 1;
        extra = 0;
        while (extra < buffer.extraSize() && buffer.extraToken(extra) < start) {
            extra++;
        }
        lastPosition = -1;
    }

    /** Each token sets all attributes that there are, so none is cleared first: that took a tenth of this class's time. */
    @Override
    public boolean incrementToken() {
        while (extra < buffer.extraSize() && buffer.extraToken(extra) == token) {
            int here = extra++;
            if (stems ? buffer.extraInStems(here) : buffer.extraInExact(here)) {
                term.setBytesRef(buffer.extraTerm(here));
                increment.setPositionIncrement(0);
                return true;
            }
        }
        if (++token >= end) {
            return false;
        }
        WordForms forms = buffer.forms(token);
        term.setBytesRef(stems ? forms.stem() : forms.exact());
        increment.setPositionIncrement(buffer.position(token) - lastPosition);
        lastPosition = buffer.position(token);
        return true;
    }
}
