package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a word is without its accents, and without its ending. */
class FoldingTablesTest {

    @ParameterizedTest
    @CsvSource({"cafe, cafe", "café, cafe", "naïve, naive", "straße, strasse", "øresund, oresund", "łódź, lodz",
            "æsir, aesir", "ñandú, nandu", "αθήνα, αθηνα", "ὁδός, οδοσ", "οδός, οδοσ", "ёлка, елка", "ґанок, ганок",
            "йод, йод", "їжа, їжа", "мо́ре, море", "مُحَمَّد, محمد", "كتـــاب, كتاب", "שָׁלוֹם, שלום", "हिन्दी, हिन्दी",
            "ภาษาไทย, ภาษาไทย", "東京, 東京", "ｆｕｌｌ, full", "ﬁne, fine"})
    void accentsAreFolded(String word, String folded) {
        assertEquals(folded, Accents.folded(word));
    }

    @Test
    void aWordOfMarksAloneStaysAsItIs() {
        assertEquals("\u0301", Accents.folded("\u0301"));
    }

    @Test
    void asciiIsNotCopied() {
        String word = "harbour";
        assertSame(word, Accents.folded(word));
    }

    @ParameterizedTest
    @CsvSource({"зеленського, зеленськ", "зеленському, зеленськ", "зеленський, зеленськ", "портами, порт", "дім, дім",
            "я, я"})
    void ukrainianEndingsAreCut(String word, String root) {
        assertEquals(root, LightEndings.UKRAINIAN.cut(word));
    }

    @ParameterizedTest
    @CsvSource({"kowalskiego, kowalsk", "kowalskiemu, kowalsk", "kowalski, kowalsk", "portami, port", "dom, dom",
            "oko, oko"})
    void polishEndingsAreCut(String word, String root) {
        assertEquals(root, LightEndings.POLISH.cut(word));
    }

    @ParameterizedTest
    @CsvSource({"nowy, now", "nowa, now", "port, port", "mała, mał"})
    void aDictionarysFormLosesOnlyItsOwnEndings(String lemma, String root) {
        assertEquals(root, LightEndings.POLISH.cutLemma(lemma));
    }

    @ParameterizedTest
    @CsvSource({"a, b", "harbour, harbor", "abcdefgh, abcdefgi", "ab, ba", "1, 11"})
    void shortWordsHaveKeysOfTheirOwn(String one, String other) {
        long key = ShortWords.key(one.toCharArray(), 0, one.length());
        assertEquals(false, key == ShortWords.NONE);
        assertEquals(false, key == ShortWords.key(other.toCharArray(), 0, other.length()));
    }

    @ParameterizedTest
    @CsvSource({"abcdefghi", "café", "ёлка"})
    void longAndForeignWordsAreNoShortOnes(String word) {
        assertEquals(ShortWords.NONE, ShortWords.key(word.toCharArray(), 0, word.length()));
    }

    @Test
    void shortWordsAreRememberedWhenTheTableGrows() {
        ShortWords words = new ShortWords();
        for (int i = 0; i < 10_000; i++) {
            words.put(key("w" + i), new WordForms(i, new BytesRef("w" + i), WordForms.NONE, WordForms.NONE,
                    WordForms.NONE, WordForms.NONE, true));
        }
        for (int i = 0; i < 10_000; i++) {
            assertEquals(i, words.get(key("w" + i)).number());
        }
        assertSame(WordForms.UNKNOWN, words.get(key("other")));
        words.clear();
        assertSame(WordForms.UNKNOWN, words.get(key("w1")));
    }

    private static long key(String word) {
        return ShortWords.key(word.toCharArray(), 0, word.length());
    }
}
