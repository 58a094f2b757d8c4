package broadsheet.search.snippet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which sentences are chosen, by their numbers from 0, in the order of their worth. */
class PassageChooserTest {

    private static final MadeText DAY = new MadeText("T The mayor", "E The mayor left early.", "E Rain fell on Orsa.",
            "B The bishop came by boat.", "B {w1-w60} clerk.", "B {w61-w120} judge.", "B¶ A cook and the bishop sang.",
            "B The cook slept.", "B¶ The mayor left early.", "B Oysters, a cook and a clerk.");

    private static String chosen(MadeText text, String... pieces) {
        return new PassageChooser(text.sentences()).choose(text.spans(List.of(pieces))).stream()
                .map(stretch -> stretch.first() + "-" + stretch.last()).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # nothing matched
            xylophone                     | 0-1
            # one word: its first sentence, with the next where that is short and in the same paragraph
            mayor                         | 0-1
            bishop                        | 2-3
            clerk                         | 3-3
            judge                         | 4-4
            cook                          | 5-6
            oysters                       | 8-8
            # two words: the sentence with both, else one each
            cook, bishop                  | 5-6
            clerk, oysters                | 8-8
            clerk, judge                  | 3-3 4-4
            judge, clerk                  | 3-3 4-4
            mayor, rain                   | 0-1
            rain, bishop                  | 1-1 2-3
            slept, oysters                | 6-6 8-8
            # three words, and of four the first three
            mayor, bishop, judge          | 0-1 2-3 4-4
            rain, boat, slept, oysters    | 1-1 2-3 6-6
            # a sentence that repeats another is passed over
            mayor, oysters                | 0-1 8-8
            # a match over several sentences
            cook .. slept                 | 6-6
            sang .. slept                 | 5-6
            boat .. w3                    | 2-3
            boat .. judge                 | 2-4
            boat .. sang                  | 2-3 5-6
            sang .. oysters               | 5-8
            boat .. clerk .. judge        | 2-4
            boat .. judge .. sang         | 5-6 2-4
            # one that fits goes before one that does not
            cook .. oysters               | 6-8
            cook .. clerk                 | 8-8
            """)
    void theSentencesThatSayMostAreChosen(String pieces, String stretches) {
        assertEquals(stretches, chosen(DAY, pieces.split(", ")));
    }

    @Test
    void anEmptyTextHasNone() {
        assertEquals("", chosen(new MadeText("T The mayor"), "mayor"));
    }

    /** Between all of them stands more than a snippet can show: the two first parts and the last one are taken. */
    @Test
    void ofFourPartsFarApartTheFirstTwoAndTheLastAreTaken() {
        MadeText text = new MadeText("B One mayor.", "B¶ {w1-w99}.", "B¶ One bishop.", "B¶ {w101-w199}.",
                "B¶ One clerk.",
                "B¶ {w201-w299}.", "B¶ One judge.");
        assertEquals("0-0 2-2 6-6", chosen(text, "mayor .. bishop .. clerk .. judge"));
    }

    @Test
    void aPassageGrowsOnlyAsFarAsASnippetReaches() {
        MadeText fits = new MadeText("B The mayor {w1-w40}.", "B The bishop {w41-w70}.");
        assertEquals("0-1", chosen(fits, "mayor", "bishop"));
        MadeText tooLong = new MadeText("B The mayor {w1-w40}.", "B The bishop {w41-w75}.");
        assertEquals("0-0 1-1", chosen(tooLong, "mayor", "bishop"));
    }

    @Test
    void aSentenceBetweenTwoChosenJoinsThem() {
        MadeText text = new MadeText("B The mayor and a cook.", "B A clerk.", "B The bishop and a judge.");
        assertEquals("0-2", chosen(text, "mayor", "cook", "bishop", "judge", "clerk"));
    }
}
