package broadsheet.web.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of Unicode CLDR 46, "Language Plural Rules", for whole numbers. */
class PluralFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | ONE   | 1
            en | OTHER | 0 2 3 16 100 1000 10000 100000 1000000
            de | ONE   | 1
            de | OTHER | 0 2 16 101 1001 1000000
            es | ONE   | 1
            es | OTHER | 0 2 16 21 101 1000
            fr | ONE   | 0 1
            fr | OTHER | 2 17 21 100 101 1000
            uk | ONE   | 1 21 31 41 51 61 71 81 101 1001
            uk | FEW   | 2 3 4 22 23 24 32 33 34 42 62 102 1002
            uk | MANY  | 0 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 100 111 112 114 1000 1011 1000000
            ar | ZERO  | 0
            ar | ONE   | 1
            ar | TWO   | 2
            ar | FEW   | 3 4 5 6 7 8 9 10 103 104 105 106 107 108 109 110 1003
            ar | MANY  | 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 99 111 1011
            ar | OTHER | 100 101 102 200 201 202 300 301 302 400 1000 10000 1000000
            ja | OTHER | 0 1 2 100
            """)
    void aCountTakesTheFormOfItsLanguage(String language, PluralForm form, String counts) {
        for (String count : counts.split(" ")) {
            assertEquals(form, PluralForm.of(Locale.forLanguageTag(language), Long.parseLong(count)), count);
        }
    }

    @Test
    void aRegionChangesNothing() {
        assertEquals(PluralForm.ONE, PluralForm.of(Locale.forLanguageTag("fr-CA"), 0));
        assertEquals(PluralForm.FEW, PluralForm.of(Locale.forLanguageTag("uk-UA"), 2));
    }

    @Test
    void theFormsAreKeysInSmallLetters() {
        assertEquals("[zero, one, two, few, many, other]",
                Arrays.stream(PluralForm.values()).map(PluralForm::key).toList().toString());
    }
}
