package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which English words are known with their apostrophe and without. */
class ContractionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dont     | don't
            don't    | dont
            Don’t    | dont
            youre    | you're
            YOU'RE   | youre
            Im       | i'm
            I'm      | im
            cant     | can't
            theyve   | they've
            wouldnt  | wouldn't
            oclock   | o'clock
            """)
    void eachFindsTheOther(String typed, String other) {
        assertEquals(Optional.of(other), Contractions.other(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"well", "we'll", "were", "we're", "its", "it's", "shed", "hell", "ill", "done", "d'ont",
            ""})
    void wordsWithAnotherSenseAndAllOthersHaveNone(String typed) {
        assertEquals(Optional.empty(), Contractions.other(typed));
    }
}
