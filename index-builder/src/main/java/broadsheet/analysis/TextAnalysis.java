package broadsheet.analysis;

import broadsheet.analysis.Compounds.Compound;
import broadsheet.analysis.TokenBuffer.Fields;
import broadsheet.analysis.WrittenForms.Written;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.th.ThaiTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.BytesRef;

/**
 * Sentences into tokens, for one language, in the same way for the writer, for queries and for snippets. Characters of
 * Chinese, Japanese and Korean are tokens of their own, with each two neighbours as a further term. Not for several
 * threads at once.
 */
public final class TextAnalysis {

    private static final NormalizedText AS_WRITTEN = NormalizedText.plain("");

    private final Language language;
    private final WordAnalysis words;
    private final boolean thai;
    private final WordBreaker breaker = new WordBreaker();
    private final Tokenizer tokenizer;
    private final OffsetAttribute offset;

    public TextAnalysis(Language language) {
        this.language = language;
        this.words = new WordAnalysis(language);
        this.thai = language.code().equals("th");
        this.tokenizer = thai ? new ThaiTokenizer() : new StandardTokenizer();
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
                    forms.acronym(), words.isStopWord(word), isCjk(word, forms)));
        }
        return tokens;
    }

    /** By the letters of its plain dress: ㍻ is a sign, and 平成 are characters. */
    private static boolean isCjk(String word, WordForms forms) {
        return word.charAt(0) > 0x7F && isCjk(forms.exact().utf8ToString().codePointAt(0));
    }

    /** Where the tokens of a sentence stand: start and end (exclusive) of each, one after the other. */
    public int[] offsets(String sentence) {
        NormalizedText text = read(sentence);
        int[] offsets = new int[2 * breaker.size()];
        for (int i = 0; i < breaker.size(); i++) {
            offsets[2 * i] = text.start(breaker.start(i));
            offsets[2 * i + 1] = text.end(breaker.end(i));
        }
        return offsets;
    }

    /**
     * What stands in a sentence in several tokens, or with signs that no token has, and is found in one piece: a mark of
     * the whole covers all of it.
     */
    public List<Whole> wholes(String sentence) {
        NormalizedText text = read(sentence);
        List<Whole> wholes = new ArrayList<>();
        for (Compound compound : Compounds.in(breaker)) {
            wholes.add(new Whole(text.start(breaker.start(compound.first())), text.end(breaker.end(compound.last())),
                    compound.whole()));
        }
        for (Written written : WrittenForms.in(text.text())) {
            wholes.add(new Whole(text.start(written.start()), text.end(written.end()),
                    text.text().substring(written.start(), written.end())));
        }
        return wholes;
    }

    /**
     * Several tokens, or a token with its signs, that are found as one word.
     *
     * @param start offset in the sentence
     * @param end offset behind it
     * @param text in one piece: {@code email} for {@code e-mail}
     */
    public record Whole(int start, int end, String text) {}

    /**
     * Adds the tokens of a sentence, the first at the given position, the others behind it without gaps.
     *
     * @return the position behind the last token
     */
    public int addSentence(TokenBuffer buffer, String sentence, int position) {
        return add(buffer, read(sentence), position);
    }

    /** The same for a sentence that stands in a text from {@code from} to {@code to}, end exclusive. */
    public int addSentence(TokenBuffer buffer, char[] text, int from, int to, int position) {
        if (!thai && breaker.read(text, from, to) && !breaker.hasSigns()) {
            int first = buffer.size();
            int next = addWords(buffer, AS_WRITTEN, position);
            addExtras(buffer, first, false, List.of());
            return next;
        }
        return addSentence(buffer, new String(text, from, to - from), position);
    }

    /** Finds the words of a sentence, which are then in {@link #breaker}. */
    private NormalizedText read(String sentence) {
        if (!thai && breaker.read(sentence)) {
            return NormalizedText.plain(sentence);
        }
        NormalizedText text = NormalizedText.of(sentence);
        if (thai || !breaker.read(text.text())) {
            tokenize(text.text());
        }
        return text;
    }

    private int add(TokenBuffer buffer, NormalizedText text, int position) {
        int first = buffer.size();
        int next = addWords(buffer, text, position);
        boolean mayBeCjk = buffer.size() > first && !breaker.isSimple();
        boolean signs = breaker.hasSigns() || !breaker.isSimple();
        addExtras(buffer, first, mayBeCjk, signs ? WrittenForms.in(text.text()) : List.of());
        return next;
    }

    private int addWords(TokenBuffer buffer, NormalizedText text, int position) {
        char[] chars = breaker.chars();
        for (int i = 0; i < breaker.size(); i++) {
            int start = breaker.start(i);
            int end = breaker.end(i);
            buffer.add(position + i, text.start(start), text.end(end), words.forms(chars, start, end - start));
        }
        return position + breaker.size();
    }

    private void tokenize(String text) {
        breaker.begin(text);
        try {
            tokenizer.setReader(new StringReader(WordBreaker.parted(text)));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                addToken();
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    /** A run of Katakana or Hangul, which the tokenizer gives in one piece, is taken as single characters. */
    private void addToken() {
        int start = offset.startOffset();
        int end = offset.endOffset();
        if (!isCjk(Character.codePointAt(breaker.chars(), start, end))) {
            breaker.add(start, end);
            return;
        }
        while (start < end) {
            int width = Character.charCount(Character.codePointAt(breaker.chars(), start, end));
            breaker.add(start, start + width);
            start += width;
        }
    }

    /**
     * Adds the further terms of the words in {@link #breaker}, whose tokens begin at {@code first}.
     *
     * @param mayBeCjk false where it is known that no character is
     * @param signed the words with signs in the sentence
     */
    private void addExtras(TokenBuffer buffer, int first, boolean mayBeCjk, List<Written> signed) {
        boolean mixedCase = false;
        for (int i = first; i < buffer.size() && !mixedCase; i++) {
            mixedCase = buffer.forms(i).lower();
        }
        ExtraTerms extras = new ExtraTerms(buffer, first, breaker, words);
        Iterator<Written> written = signed.iterator();
        Optional<Written> next = following(written);
        Iterator<Compound> compounds = Compounds.in(breaker).iterator();
        Optional<Compound> compound = following(compounds);
        for (int i = 0; i < breaker.size(); i++) {
            extras.addForms(i, mixedCase);
            while (next.isPresent() && next.get().start() <= breaker.start(i)) {
                if (breaker.start(i) < next.get().end()) {
                    buffer.addExtra(first + i, next.get().term(), Fields.EXACT);
                }
                next = following(written);
            }
            if (compound.isPresent() && i == compound.get().last()) {
                extras.addLeadingDigits(i);
            }
            if (compound.isPresent() && i == compound.get().first()) {
                extras.addWhole(compound.get());
            }
            while (compound.isPresent() && i >= compound.get().last()) {
                compound = following(compounds);
            }
            if (mayBeCjk) {
                extras.addPair(i);
            }
        }
    }

    private static <T> Optional<T> following(Iterator<T> all) {
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
    }

    /** A text in lower case, its letters in plain dress and without accents, so that two ways to write it are equal. */
    public String folded(String text) {
        return words.simplified(Accents.folded(NormalizedText.of(text).text().toLowerCase(Locale.ROOT)));
    }

    /** Whether a character belongs to a script that is written without spaces or, as Hangul, is searched by pairs. */
    public static boolean isCjk(int codePoint) {
        if (codePoint < 0x1100) {
            return false;
        }
        return switch (Character.UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
            default -> codePoint == 'ー' || codePoint == 'ｰ';
        };
    }
}
