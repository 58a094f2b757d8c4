package broadsheet.analysis;

import broadsheet.analysis.WrittenForms.Written;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Sentences into tokens, for one language, in the same way for the writer, for queries and for snippets. Characters of
 * Chinese, Japanese and Korean are tokens of their own, with each two neighbours as a further term. Not for several
 * threads at once.
 */
public final class TextAnalysis {

    private final Language language;
    private final WordAnalysis words;
    private final boolean thai;
    private final WordBreaker breaker = new WordBreaker();
    private final Tokenizer tokenizer;
    private final CharTermAttribute term;
    private final OffsetAttribute offset;

    public TextAnalysis(Language language) {
        this.language = language;
        this.words = new WordAnalysis(language);
        this.thai = language.code().equals("th");
        this.tokenizer = thai ? new ThaiTokenizer() : new StandardTokenizer();
        this.term = tokenizer.addAttribute(CharTermAttribute.class);
        this.offset = tokenizer.addAttribute(OffsetAttribute.class);
    }

    public Language language() {
        return language;
    }

    /** One token of a query or a snippet. */
    public record Token(int start, int end, String word, BytesRef exact, BytesRef stem, BytesRef accented,
            BytesRef acronym, boolean stopWord, boolean cjk) {

        /** The same token with another stem. */
        public Token withStem(BytesRef other) {
            return other.equals(stem)
                    ? this
                    : new Token(start, end, word, exact, other, accented, acronym, stopWord, cjk);
        }

        /** Whether the form is there at all. */
        public static boolean has(BytesRef form) {
            return form.length > 0;
        }
    }

    /** The tokens of a short text, with their forms. */
    public List<Token> tokens(String text) {
        TokenBuffer buffer = new TokenBuffer(Math.min(256, 4 + text.length() / 4));
        addSentence(buffer, text, 0);
        List<Token> tokens = new ArrayList<>(buffer.size());
        for (int i = 0; i < buffer.size(); i++) {
            String word = text.substring(buffer.start(i), buffer.end(i));
            WordForms forms = buffer.forms(i);
            tokens.add(new Token(buffer.start(i), buffer.end(i), word, forms.exact(), forms.stem(), forms.accented(),
                    forms.acronym(), words.isStopWord(word), isCjk(word.codePointAt(0))));
        }
        return tokens;
    }

    /** Where the tokens of a sentence stand: start and end (exclusive) of each, one after the other. */
    public int[] offsets(String sentence) {
        if (!thai && breaker.read(sentence)) {
            return breaker.offsets();
        }
        TokenBuffer buffer = new TokenBuffer();
        addSentence(buffer, sentence, 0);
        int[] offsets = new int[2 * buffer.size()];
        for (int i = 0; i < buffer.size(); i++) {
            offsets[2 * i] = buffer.start(i);
            offsets[2 * i + 1] = buffer.end(i);
        }
        return offsets;
    }

    /**
     * Adds the tokens of a sentence, the first at the given position, the others behind it without gaps.
     *
     * @return the position behind the last token
     */
    public int addSentence(TokenBuffer buffer, String sentence, int position) {
        return addSentence(buffer, sentence, !thai && breaker.read(sentence), position);
    }

    /** The same for a sentence that stands in a text from {@code from} to {@code to}, end exclusive. */
    public int addSentence(TokenBuffer buffer, char[] text, int from, int to, int position) {
        if (!thai && breaker.read(text, from, to) && !breaker.hasSigns()) {
            int first = buffer.size();
            int next = addWords(buffer, position);
            addExtras(buffer, "", first, false, List.of());
            return next;
        }
        return addSentence(buffer, new String(text, from, to - from), position);
    }

    private int addSentence(TokenBuffer buffer, String sentence, boolean simple, int position) {
        int first = buffer.size();
        int next = simple ? addWords(buffer, position) : addTokens(buffer, sentence, position);
        addExtras(buffer, sentence, first, !simple,
                simple && !breaker.hasSigns() ? List.of() : WrittenForms.in(sentence));
        return next;
    }

    private int addWords(TokenBuffer buffer, int position) {
        char[] chars = breaker.chars();
        for (int i = 0; i < breaker.size(); i++) {
            int start = breaker.start(i);
            int end = breaker.end(i);
            buffer.add(position + i, start, end, words.forms(chars, start, end - start));
        }
        return position + breaker.size();
    }

    private int addTokens(TokenBuffer buffer, String sentence, int position) {
        int next = position;
        try {
            tokenizer.setReader(new StringReader(WordBreaker.parted(sentence)));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                next = addToken(buffer, next);
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
        return next;
    }

    private int addToken(TokenBuffer buffer, int position) {
        char[] chars = term.buffer();
        int length = term.length();
        int start = offset.startOffset();
        if (length > 1 && isCjk(Character.codePointAt(chars, 0, length))) {
            return addCharacters(buffer, chars, length, start, position);
        }
        buffer.add(position, start, offset.endOffset(), words.forms(chars, 0, length));
        return position + 1;
    }

    /** A run of Katakana or Hangul, which the tokenizer gives in one piece, as single characters. */
    private int addCharacters(TokenBuffer buffer, char[] chars, int length, int start, int position) {
        int next = position;
        int i = 0;
        while (i < length) {
            int width = Character.charCount(Character.codePointAt(chars, i, length));
            buffer.add(next++, start + i, start + i + width, words.forms(chars, i, width));
            i += width;
        }
        return next;
    }

    /**
     * @param mayBeCjk false where it is known that no character is
     * @param signed the words with signs in the sentence
     */
    private void addExtras(TokenBuffer buffer, String sentence, int first, boolean mayBeCjk,
            List<Written> signed) {
        boolean mixedCase = false;
        for (int i = first; i < buffer.size() && !mixedCase; i++) {
            mixedCase = buffer.forms(i).lower();
        }
        Iterator<Written> written = signed.iterator();
        Optional<Written> next = following(written);
        for (int i = first; i < buffer.size(); i++) {
            WordForms forms = buffer.forms(i);
            if (Token.has(forms.accented())) {
                buffer.addExtra(i, forms.accented(), false);
            }
            if (Token.has(forms.restored())) {
                buffer.addExtra(i, forms.restored(), true);
            }
            if (mixedCase && Token.has(forms.acronym())) {
                buffer.addExtra(i, forms.acronym(), false);
            }
            while (next.isPresent() && next.get().start() <= buffer.start(i)) {
                if (buffer.start(i) < next.get().end()) {
                    buffer.addExtra(i, next.get().term(), false);
                }
                next = following(written);
            }
            if (mayBeCjk && i + 1 < buffer.size() && areNeighbours(buffer, sentence, i)) {
                buffer.addExtra(i, pair(forms.exact(), buffer.forms(i + 1).exact()), true);
            }
        }
    }

    private static Optional<Written> following(Iterator<Written> written) {
        return written.hasNext() ? Optional.of(written.next()) : Optional.empty();
    }

    private static boolean areNeighbours(TokenBuffer buffer, String sentence, int token) {
        return buffer.end(token) == buffer.start(token + 1) && isCjk(sentence.codePointAt(buffer.start(token)))
                && isCjk(sentence.codePointAt(buffer.start(token + 1)));
    }

    private static BytesRef pair(BytesRef left, BytesRef right) {
        byte[] both = new byte[left.length + right.length];
        System.arraycopy(left.bytes, left.offset, both, 0, left.length);
        System.arraycopy(right.bytes, right.offset, both, left.length, right.length);
        return new BytesRef(both);
    }

    /** Whether a character belongs to a script that is written without spaces or, as Hangul, is searched by pairs. */
    public static boolean isCjk(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> codePoint == 'ー';
        };
    }
}
