package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class TextAnalysisTest {

    private final TextAnalysis english = new TextAnalysis(Language.of("en"));

    @Test
    void englishWordsAreStemmedAndKeptExact() {
        assertEquals(List.of("elect", "in", "london"), stems(english, "Elections in London's"));
        assertEquals(List.of("elections", "in", "london"), exact(english, "Elections in London's"));
    }

    @Test
    void typographicApostrophesAreStraight() {
        assertEquals(List.of("o'neill"), exact(english, "O’Neill"));
    }

    @Test
    void accentsAreFoldedAndTheAccentedFormIsKeptBeside() {
        assertEquals(List.of("cafe"), exact(english, "Café"));
        assertEquals(List.of("\u0003café"), extras(english, "Café"));
    }

    @Test
    void capitalsInMixedTextAreAcronyms() {
        assertEquals(List.of("\u0001US"), extras(english, "The US acts"));
        assertEquals(List.of("\u0001US"), extras(english, "The U.S. acts"));
        assertEquals(List.of(), extras(english, "THE US ACTS"));
    }

    @Test
    void wordsWithSignsAreKeptAsWritten() {
        assertEquals(List.of("\u0002c++"), extras(english, "learning C++."));
        assertEquals(List.of("\u0002r&d"), extras(english, "“R&D” said it"));
        assertEquals(List.of("\u0002£5m"), extras(english, "costs £5m, they say"));
        assertEquals(List.of(), extras(english, "fish + chips & peas"));
    }

    @Test
    void chineseIsSingleCharactersAndPairs() {
        TextAnalysis chinese = new TextAnalysis(Language.of("zh"));
        assertEquals(List.of("四", "川", "地", "震"), exact(chinese, "四川地震"));
        assertEquals(List.of("四川", "川地", "地震"), extras(chinese, "四川地震"));
        assertEquals(List.of("ソ", "ニ", "ー"), exact(chinese, "ソニー"));
        assertEquals(List.of("서", "울"), exact(chinese, "서울"));
    }

    @Test
    void elidedArticlesAreLeftOutInFrench() {
        TextAnalysis french = new TextAnalysis(Language.of("fr"));
        assertEquals(List.of("avion"), exact(french, "l'avion"));
        assertEquals(List.of("avion"), stems(french, "l’avion"));
    }

    @Test
    void stopWordsAreThoseOfSnowball() {
        List<TextAnalysis.Token> tokens = english.tokens("what would the mayor");
        assertTrue(tokens.get(0).stopWord());
        assertTrue(tokens.get(1).stopWord());
        assertFalse(tokens.get(3).stopWord());
    }

    @Test
    void everyLanguageGivesOneStemForEachWord() {
        for (String code : Language.codes()) {
            assertEquals(3, stems(new TextAnalysis(Language.of(code)), "Paris 2024 слово").size(), code);
        }
    }

    @Test
    void aCapitalizedWordHasTheFormsOfThePlainOne() {
        for (String code : Language.codes()) {
            TextAnalysis analysis = new TextAnalysis(Language.of(code));
            for (String word : List.of("elections", "informationen", "nacionales", "istanbul", "a4b", "2004", "h2o")) {
                String capitalized = word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
                assertEquals(exact(analysis, word), exact(analysis, capitalized), code);
                if (!code.equals("tr")) {
                    assertEquals(stems(analysis, word), stems(analysis, capitalized), code);
                }
            }
        }
    }

    private static List<String> exact(TextAnalysis analysis, String text) {
        return analysis.tokens(text).stream().map(t -> t.exact().utf8ToString()).toList();
    }

    private static List<String> stems(TextAnalysis analysis, String text) {
        return analysis.tokens(text).stream().map(t -> t.stem().utf8ToString()).toList();
    }

    private static List<String> extras(TextAnalysis analysis, String text) {
        TokenBuffer buffer = new TokenBuffer();
        analysis.addSentence(buffer, text, 0);
        List<String> terms = new ArrayList<>();
        for (int i = 0; i < buffer.extraSize(); i++) {
            BytesRef term = buffer.extraTerm(i);
            terms.add(term.utf8ToString());
        }
        return terms;
    }
}
