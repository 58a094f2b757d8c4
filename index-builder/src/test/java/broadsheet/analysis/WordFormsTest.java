package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A word's forms, and what they are made by: accents, endings, signs, the memory of short words. */
class WordFormsTest {

    private static WordForms forms(String language, String word) {
        return new WordAnalysis(Language.of(language)).forms(word.toCharArray(), 0, word.length());
    }

    private static String text(BytesRef term) {
        return term.utf8ToString().replace('\u0000', '/').replaceAll("[\u0001-\u0004]", "");
    }

    /** Language and word; exact form, stem, accented form, typed form and stem where these differ, acronym. */
    @ParameterizedTest
    @CsvSource({"en, elections, elections, elect, '', '', ''", "en, Elections, elections, elect, '', '', ''",
            "en, café, cafe, cafe, café, '', ''", "en, Café, cafe, cafe, café, '', ''",
            "en, London's, london, london, '', '', ''", "en, LONDON'S, london, london, '', '', LONDON",
            "en, O’Neill, o'neill, o'neil, '', oneill/o'neil, ''", "en, we'll, we'll, we'll, '', '', ''",
            "en, US, us, us, '', '', US", "en, U.S, us, us, '', '', US", "en, Us, us, us, '', '', ''",
            "en, MH370, mh370, mh370, '', '', MH370", "en, G20, g20, g20, '', '', ''",
            "en, UNESCOS, unescos, unesco, '', '', ''", "en, 'A', a, a, '', '', ''",
            "en, '1,000', '1000', '1000', '', '', ''", "en, 2024, 2024, 2024, '', '', ''",
            "fr, l'avion, avion, avion, '', '', ''", "fr, L’élection, election, election, élection, '', ''",
            "it, dell'arte, arte, arte, '', '', ''", "de, Häuser, hauser, haus, häuser, '', ''",
            "de, Straße, strasse, strass, straße, '', ''", "de, Merkel's, merkel's, merkel's, '', '', ''",
            "pt, eleições, eleicoes, eleic, eleições, '', ''", "pt, eleicoes, eleicoes, eleic, '', '', ''",
            "ru, Ёлка, елка, елк, '', '', ''", "ru, США, сша, сша, '', '', США",
            "el, Αθήνα, αθηνα, αθην, αθήνα, '', ''",
            "xx, Trams, trams, trams, '', '', ''", "xx, Trams's, trams, trams, '', '', ''",
            "zh, 電, 電, 电, '', '', ''", "ar, الانتخابات, الانتخابات, انتخاب, '', '', ''"})
    void aWordHasTheseForms(String language, String word, String exact, String stem, String accented, String restored,
            String acronym) {
        WordForms forms = forms(language, word);
        assertEquals(List.of(exact, stem, accented, restored, acronym), List.of(text(forms.exact()), text(forms.stem()),
                text(forms.accented()), text(forms.restored()), text(forms.acronym())));
    }

    @ParameterizedTest
    @CsvSource({"en, the, true", "en, The, true", "en, THE, true", "en, tram, false", "de, der, true", "de, the, false",
            "fr, l'le, true", "xx, the, false", "pt, não, true", "pl, nie, true", "uk, та, true", "zh, 的, false"})
    void aLanguageKnowsItsStopWords(String language, String word, boolean stopWord) {
        assertEquals(stopWord, new WordAnalysis(Language.of(language)).isStopWord(word));
    }

    @Test
    void aWordThatComesAgainHasTheSameForms() {
        WordAnalysis analysis = new WordAnalysis(Language.of("en"));
        char[] text = "tram Tram tram".toCharArray();
        WordForms first = analysis.forms(text, 0, 4);
        assertSame(first, analysis.forms(text, 10, 4));
        assertSame(first, analysis.forms(text, 5, 4), "a capital at the beginning changes nothing");
        assertEquals(false, first.number() == analysis.forms("ferry".toCharArray(), 0, 5).number());
    }

    @Test
    void markedFormsAreNoWords() {
        assertEquals(List.of(true, true, true, true, true, false, false, false),
                List.of("\u0001US", "\u0002c++", "\u0003café", "\u0004cafe", "\u0005email", "us", "", "\u0006").stream()
                        .map(term -> WordForms.isMarked(new BytesRef(term))).toList());
        assertEquals("\u0004cafe\u0000", WordForms.restored("cafe"));
        assertEquals("\u0005email\u0000", WordForms.joined("email"));
    }

    @ParameterizedTest
    @CsvSource({"cafe, cafe", "café, cafe", "naïve, naive", "straße, strasse", "œuvre, oeuvre", "łódź, lodz",
            "αθήνα, αθηνα", "λόγος, λογοσ", "ёлка, елка", "йод, йод", "їжак, їжак", "ґанок, ганок", "مُحَمَّد, محمد",
            "שָׁלוֹם, שלום", "हिन्दी, हिन्दी", "電車, 電車", "ﬁn, fin", "'', ''", "Ω, Ω"})
    void accentsAreTakenOff(String word, String folded) {
        assertEquals(folded, Accents.folded(word));
        assertEquals(folded, Accents.folded(folded), "once is enough");
    }

    @Test
    void marksAloneStay() {
        assertEquals("\u0301", Accents.folded("\u0301"));
        assertSame("plain", Accents.folded("plain"));
    }

    @ParameterizedTest
    @CsvSource({"зеленського, зеленськ", "зеленському, зеленськ", "зеленський, зеленськ", "києві, києв", "ток, ток",
            "рада, рад"})
    void ukrainianEndingsAreCut(String word, String root) {
        assertEquals(root, LightEndings.UKRAINIAN.cut(word));
    }

    @ParameterizedTest
    @CsvSource({"tuskiem, tusk", "tuskowi, tusk", "nowego, now", "tusk, tusk", "ala, ala", "okno, okn"})
    void polishEndingsAreCut(String word, String root) {
        assertEquals(root, LightEndings.POLISH.cut(word));
    }

    @Test
    void lemmasLoseOtherEndingsThanWords() {
        assertEquals("okn", LightEndings.POLISH.cutLemma("okno"));
        assertEquals("nowego", LightEndings.POLISH.cutLemma("nowego") + "o");
        assertEquals("гарн", LightEndings.UKRAINIAN.cutLemma("гарний"));
        assertEquals("рад", LightEndings.UKRAINIAN.cutLemma("рада"));
    }

    private static List<String> nasal(String words) throws Exception {
        WhitespaceTokenizer tokenizer = new WhitespaceTokenizer();
        tokenizer.setReader(new StringReader(words));
        List<String> found = new ArrayList<>();
        try (TokenStream stream = new NasalEndings(tokenizer)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                found.add(term.toString());
            }
            stream.end();
        }
        return found;
    }

    @Test
    void portugueseEndingsGetTheirTildesBack() throws Exception {
        assertEquals(List.of("eleições", "eleição", "milhões", "alemães", "alemão", "eleições", "casa", "ao"),
                nasal("eleicoes eleicao milhoes alemaes alemao eleições casa ao"));
        assertEquals(List.of("pao", "coes"), nasal("pao coes"), "a root has two letters at least");
    }

    /** Start and end of each word with signs, and the word. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            learning C++ and C#.     | 9-12 c++, 17-19 c#
            AT&T pays £5m, or 5%     | 0-4 at&t, 10-13 £5m, 18-20 5%
            “R&D” (#budget)          | 1-4 r&d, 7-14 #budget
            fish + chips & peas      |
            plain words              |
            a@b.example writes       | 0-11 a@b.example
            $1.50. Next              | 0-5 $1.50
            20°C                     | 0-4 20°c
            R&D-cost                 | 0-3 r&d
            ++                       |
            東京C++です                | 2-5 c++
            """)
    void wordsWithSignsAreFoundInAText(String text, String words) {
        String found = String.join(", ", WrittenForms.in(text).stream()
                .map(word -> word.start() + "-" + word.end() + " " + text(word.term())).toList());
        assertEquals(words == null ? "" : words, found);
    }

    @Test
    void aWordWithSignsOfMoreThan40LettersIsNone() {
        assertEquals(1, WrittenForms.in("a".repeat(39) + "+").size());
        assertEquals(0, WrittenForms.in("a".repeat(40) + "+").size());
    }

    @ParameterizedTest
    @CsvSource({"C++, c++", "AT&T, at&t", "C++ 20, ''", "tram, ''", "'', ''", "(C++), ''", "£5m, £5m"})
    void aTextMayBeOneWordWithSigns(String text, String word) {
        assertEquals(word, WrittenForms.whole(text).map(written -> text(written.term())).orElse(""));
    }

    private static long key(String word) {
        return ShortWords.key(("<" + word).toCharArray(), 1, word.length());
    }

    @Test
    void aShortWordIsANumber() {
        assertEquals(0x74726166666963L, key("traffic"));
        assertEquals(0x61L, key("a"));
        assertEquals(ShortWords.NONE, key("elections"), "nine letters");
        assertEquals(ShortWords.NONE, key("café"), "not ASCII");
    }

    @Test
    void shortWordsAreRememberedWhenTheTableGrows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        ShortWords words = new ShortWords();
        List<Long> keys = new ArrayList<>();
        List<WordForms> forms = new ArrayList<>();
        WordForms any = forms("en", "x");
        for (int i = 0; i < 20_000; i++) {
            long key = key(Integer.toString(random.nextInt(50_000_000), 36));
            if (words.get(key) == WordForms.UNKNOWN) {
                WordForms made = new WordForms(i, any.exact(), any.stem(), any.accented(), any.restored(),
                        any.acronym(), true);
                words.put(key, made);
                keys.add(key);
                forms.add(made);
            }
        }
        for (int i = 0; i < keys.size(); i++) {
            assertSame(forms.get(i), words.get(keys.get(i)), "seed " + seed);
        }
        words.clear();
        assertSame(WordForms.UNKNOWN, words.get(keys.get(0)));
    }
}
