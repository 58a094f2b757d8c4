package broadsheet.copies;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadlineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "Breaking: Ferry sails       | breaking   | Ferry sails",
            "BIG  News: Ferry sails      | big news   | Ferry sails",
            "Wer's glaubt: Die Fähre     | wer's glaubt | Die Fähre",
            "快讯：渡轮复航                 | 快讯         | 渡轮复航",
            "Ferry sails                 | ''         | Ferry sails",
            "At 10:30 the ferry sails    | ''         | At 10:30 the ferry sails",
            "Covid-19: What we know      | ''         | Covid-19: What we know",
            "What the mayor said on Monday: no | '' | What the mayor said on Monday: no",
            "Breaking:                   | ''         | Breaking:",
            ": Ferry sails               | ''         | : Ferry sails"})
    void headStandsBeforeAnEarlyColon(String headline, String head, String rest) {
        Headline parts = Headline.of(headline);
        assertEquals(head.equals("''") ? "" : head, parts.head());
        assertEquals(rest, parts.rest());
        assertEquals(rest, headline.substring(parts.restStart()));
    }
}
