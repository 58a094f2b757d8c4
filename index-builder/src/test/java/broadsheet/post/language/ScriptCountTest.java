package broadsheet.post.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.language: scripts, their telling letters, and the table of function words. */
class ScriptCountTest {

    private static ScriptCount count(String text) {
        return ScriptCount.of(text.toCharArray());
    }

    @ParameterizedTest
    @CsvSource({"Собака бежит по улице, ru", "Был ещё дождь, ru", "Дощ над містом, uk",
            "дождж ў горадзе, be", "ѓорче живее тука, mk", "киша је пала, sr", "жаңбыр жауды, kk",
            "дъжд над града в този час, bg", "кот дома там, ru", "Βροχή στην πόλη, el", "גשם בעיר, he",
            "المطر في المدينة, ar", "باران در شهر می‌بارد گچ, fa", "بارش ہے اور ٹھنڈ, ur", "雨が降った, ja",
            "城市下雨了, zh", "도시에 비가 왔다, ko", "ฝนตกในเมือง, th", "शहर में बारिश, hi", "अ, und",
            "123, und"})
    void lettersTellALanguage(String text, String language) {
        assertEquals(language, LanguageGuess.of(text));
    }

    @Test
    void aTextWithSomeLatinNamesIsStillOfItsScript() {
        assertFalse(count("Apache Lucene 在城市里找到了很多新闻文章").isMostlyLatin());
        assertTrue(count("The word 東京 is the name of a city on the sea").isMostlyLatin());
        assertTrue(count("123").isMostlyLatin());
    }

    @Test
    void lettersAreCountedWithoutSigns() {
        assertEquals(5, count("aé б, 7 字!😀ñ").letters());
    }

    @Test
    void aTableGivesTheNumbersOfItsWords() {
        Map<String, int[]> entries = new HashMap<>();
        for (int i = 0; i < 1000; i++) {
            entries.put("word" + i, new int[]{i, i + 1});
        }
        // Equal hash codes: both must be found.
        entries.put("Aa", new int[]{7});
        entries.put("BB", new int[]{8});
        WordTable table = new WordTable(entries);
        char[] text = "a word999 AaBB".toCharArray();
        assertArrayEquals(new int[]{999, 1000}, table.get(text, 2, 9, "word999".hashCode()));
        assertArrayEquals(new int[]{7}, table.get(text, 10, 12, "Aa".hashCode()));
        assertArrayEquals(new int[]{8}, table.get(text, 12, 14, "BB".hashCode()));
        assertArrayEquals(new int[]{}, table.get(text, 2, 8, "word99x".hashCode()));
        assertArrayEquals(new int[]{}, table.get(text, 0, 1, "a".hashCode()));
    }
}
