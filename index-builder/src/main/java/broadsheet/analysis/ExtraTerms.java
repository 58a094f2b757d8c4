package broadsheet.analysis;

import broadsheet.analysis.Compounds.Compound;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.TokenBuffer.Fields;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefBuilder;

/** Adds the further terms of a sentence's words to their tokens. */
final class ExtraTerms {

    private static final int LEAST_DIGITS = 2;

    private final TokenBuffer buffer;
    private final int first;
    private final WordBreaker breaker;
    private final WordAnalysis words;

    /** @param first the token of the first word */
    ExtraTerms(TokenBuffer buffer, int first, WordBreaker breaker, WordAnalysis words) {
        this.buffer = buffer;
        this.first = first;
        this.breaker = breaker;
        this.words = words;
    }

    /**
     * The word's own further forms.
     *
     * @param mixedCase whether capitals say something in this sentence; with points between them they always do
     */
    void addForms(int word, boolean mixedCase) {
        WordForms forms = buffer.forms(first + word);
        if (Token.has(forms.accented())) {
            buffer.addExtra(first + word, forms.accented(), Fields.EXACT);
        }
        if (Token.has(forms.restored())) {
            buffer.addExtra(first + word, forms.restored(), Fields.BOTH);
            String exact = forms.exact().utf8ToString();
            if (exact.indexOf('\'') > 0) {
                buffer.addExtra(first + word, new BytesRef(exact.replace("'", "")), Fields.EXACT);
            }
        }
        if (Token.has(forms.acronym()) && (mixedCase || breaker.chars()[breaker.start(word) + 1] == '.')) {
            buffer.addExtra(first + word, forms.acronym(), Fields.EXACT);
        }
    }

    /** Two neighbours of Chinese, Japanese or Korean as one term, the second of which is the word behind this one. */
    void addPair(int word) {
        if (word + 1 < breaker.size() && breaker.end(word) == breaker.start(word + 1) && isCjk(word)
                && isCjk(word + 1)) {
            WordForms left = buffer.forms(first + word);
            WordForms right = buffer.forms(first + word + 1);
            add(word, pair(left.exact(), right.exact()), pair(left.stem(), right.stem()));
        }
    }

    private boolean isCjk(int word) {
        return TextAnalysis.isCjk(Character.codePointAt(breaker.chars(), breaker.start(word), breaker.end(word)));
    }

    /** Two terms as one. */
    static BytesRef pair(BytesRef left, BytesRef right) {
        byte[] both = new byte[left.length + right.length];
        System.arraycopy(left.bytes, left.offset, both, 0, left.length);
        System.arraycopy(right.bytes, right.offset, both, left.length, right.length);
        return new BytesRef(both);
    }

    /** A compound in one piece, and the way from that to its parts. */
    void addWhole(Compound compound) {
        WordForms whole = words.forms(compound.whole().toCharArray(), 0, compound.whole().length());
        add(compound.first(), whole.exact(), whole.stem());
        BytesRefBuilder way = new BytesRefBuilder();
        way.copyChars(WordForms.joined(whole.exact().utf8ToString()));
        for (int i = compound.first(); i <= compound.last(); i++) {
            if (i > compound.first()) {
                way.append((byte) ' ');
            }
            way.append(buffer.forms(first + i).exact());
        }
        buffer.addExtra(first + compound.first(), way.toBytesRef(), Fields.EXACT);
    }

    /** The number in the last part of {@code DS-7604NI}, as people know it by that. */
    void addLeadingDigits(int word) {
        int end = breaker.start(word);
        while (end < breaker.end(word) && Character.isDigit(breaker.chars()[end])) {
            end++;
        }
        int digits = end - breaker.start(word);
        if (digits >= LEAST_DIGITS && end < breaker.end(word)) {
            WordForms number = words.forms(breaker.chars(), breaker.start(word), digits);
            buffer.addExtra(first + word, number.exact(), Fields.BOTH);
        }
    }

    private void add(int word, BytesRef exact, BytesRef stem) {
        if (exact.equals(stem)) {
            buffer.addExtra(first + word, exact, Fields.BOTH);
        } else {
            buffer.addExtra(first + word, exact, Fields.EXACT);
            buffer.addExtra(first + word, stem, Fields.STEMS);
        }
    }
}
