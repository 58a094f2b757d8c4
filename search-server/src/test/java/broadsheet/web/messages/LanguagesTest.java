package broadsheet.web.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            de                          | de
            de-AT                       | de
            de-AT,de;q=0.9,en;q=0.1     | de
            en;q=0.2,fr;q=0.3           | fr
            pt-BR,es;q=0.5              | es
            ar-EG                       | ar
            uk                          | uk
            zh-Hant-TW                  | it
            pt                          | it
            *                           | it
            de;q=0                      | it
            ''                          | it
            ;;;                         | it
            de;q=x                      | it
            """)
    void theBestKnownLanguageOfTheHeaderIsTakenElseTheSites(String header, String language) {
        assertEquals(Locale.forLanguageTag(language), Languages.best(header, Locale.ITALIAN));
    }

    @Test
    void aHeaderOfMoreThan200CharactersIsNotRead() {
        String header = "x".repeat(7) + ",xx".repeat(63) + ",fr";
        assertEquals(199, header.length());
        assertEquals(Locale.FRENCH, Languages.best(header, Locale.ITALIAN));
        assertEquals(Locale.ITALIAN, Languages.best("," + header + ",", Locale.ITALIAN));
    }
}
