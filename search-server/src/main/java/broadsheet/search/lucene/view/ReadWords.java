package broadsheet.search.lucene.view;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WrittenForms;
import broadsheet.index.lucene.PostSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/** Words as a language reads them and as the archive has them, remembered for the generation. */
public final class ReadWords {

    /** In all languages together: a word takes some 500 bytes. */
    private static final int MOST = 8_192;
    /** Characters other than a to z and digits in what is remembered: Cyrillic words have ten letters. */
    private static final int MOST_SIGNS = 16;

    private final TextAnalysis analysis;
    private final IndexReader reader;
    private final Memory memory;

    private ReadWords(TextAnalysis analysis, IndexReader reader, Memory memory) {
        this.analysis = analysis;
        this.reader = reader;
        this.memory = memory;
    }

    /**
     * A word, or another text, read.
     *
     * @param tokens with the commonest stems of the archive that they may stand for
     * @param stems all that the token may stand for, the commonest first, where there is one token; else none
     * @param written the term of a word with signs, {@code C++}, whether the archive has it or not; else the empty term
     */
    public record Read(List<Token> tokens, List<BytesRef> stems, BytesRef written) {}

    /**
     * What is known in one language.
     *
     * @param plain tokens by the analysis alone, whatever the archive has
     * @param stems by the exact form of a token without accents
     * @param spellings stems of other spellings, nearly always none
     * @param parts of compounds, nearly always none
     */
    private record Memory(Remembered<List<Token>> plain, Remembered<List<BytesRef>> stems, Remembered<Read> read,
            Remembered<List<BytesRef>> spellings, Remembered<List<String>> parts) {
        private Memory(int most) {
            this(new Remembered<>(most), new Remembered<>(most), new Remembered<>(most), new Remembered<>(most),
                    new Remembered<>(most));
        }
    }

    /** What is known in each language. */
    private record Known(Map<String, Memory> byLanguage) {
        private Known() {
            this(new ConcurrentHashMap<>());
        }
    }

    static ReadWords of(Reading reading, Language language) {
        IndexView view = reading.view();
        Map<String, Memory> known = view.kept(Known.class, Known::new).byLanguage();
        Memory memory = known.get(language.code());
        if (memory == null) {
            memory = new Memory(Math.max(256, MOST / (1 + view.languages().size())));
            known.put(language.code(), memory);
        }
        return new ReadWords(reading.analysis(language), reading.reader(), memory);
    }

    /** The tokens of a text, whatever the archive has of them. */
    public List<Token> tokens(String text) {
        return isWord(text)
                ? memory.plain().of(text, () -> List.copyOf(analysis.tokens(text)))
                : analysis.tokens(text);
    }

    /** What may become many tokens, as forty Chinese characters do, takes ten times the memory of a word. */
    private static boolean isWord(String text) {
        int signs = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = c < 0x80 && Character.isLetterOrDigit(c);
            signs += plain ? 0 : 1;
        }
        return signs <= MOST_SIGNS;
    }

    /** The text as the archive has its words. */
    public Read read(String text) {
        return isWord(text) ? memory.read().of(text, () -> find(text)) : find(text);
    }

    private Read find(String text) {
        List<Token> typed = tokens(text);
        List<Token> tokens = new ArrayList<>(typed.size());
        List<BytesRef> stems = List.of();
        for (Token token : typed) {
            stems = stems(token);
            tokens.add(token.withStem(stems.get(0)));
        }
        return new Read(List.copyOf(tokens), typed.size() == 1 ? stems : List.of(),
                WrittenForms.whole(text).map(WrittenForms.Written::term).orElseGet(BytesRef::new));
    }

    private List<BytesRef> stems(Token token) {
        AccentlessWords accentless = new AccentlessWords(reader, PostSchema.all(analysis.language()));
        return Token.has(token.accented()) || token.cjk()
                ? accentless.stems(token)
                : memory.stems().of(token.exact().utf8ToString(), () -> accentless.stems(token));
    }

    /** What others found out about a word's other spellings in this language: their stems. */
    public Remembered<List<BytesRef>> spellings() {
        return memory.spellings();
    }

    /** What others found out about the parts of a word in one piece. */
    public Remembered<List<String>> parts() {
        return memory.parts();
    }
}
