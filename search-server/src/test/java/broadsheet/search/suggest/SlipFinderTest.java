package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.suggest.SlipFinder.Slip;
import broadsheet.search.suggest.SlipFinder.Typed;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When one slip made a word of the archive into another, and which word was meant. */
class SlipFinderTest {

    private static final MadeVocabulary WORDS = new MadeVocabulary()
            .add(1, "Old weir to be mended", "The council pays.")
            .add(1, "The weir", "It leaks.")
            .add(1, "Heir found", "The heir of the old mill.")
            .add(3, "Tax cut for farmers", "Wheat and barley.")
            .add(1, "Cup final", "A cup of tea, and tax on it.")
            .add(2, "Boats race on the bay", "Rain fell.")
            .add(1, "Day of the bay", "Coats were worn, and a boat came.")
            .add(9, "Weather", "Hail fell on the farmers. Tea. Race. Oats.")
            .add(1, "Old mayor to be sworn", "In the hall.")
            .add(1, "Mayer mended", "Old Mayer.");

    /** Words in brackets are not judged: an acronym, a word with signs. */
    private static Optional<Slip> slip(String query) throws IOException {
        List<Typed> typed = Arrays.stream(query.split(" ")).map(word -> word.startsWith("[")
                ? new Typed(word.substring(1, word.length() - 1), false, false)
                : new Typed(word, WORDS.tokens(word).get(0).stopWord(), true)).toList();
        return new SlipFinder(WORDS, new Neighbours(WORDS)).in(typed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # typed               | the slip: its number from 0, and the word that was meant
            old heir mended       | 1 weir
            mended old heir       | 2 weir
            heir old mended       | 0 weir
            old heir to mended    | 1 weir
            tax cup farmers       | 1 cut
            cup for farmers tax   | 0 cut
            coats race bay        | 0 boats
            # some post has all the words
            old heir mill         | -
            tea cup tax           | -
            old weir mended       | -
            # two words that count are too few, three with a stop word are enough only if two count
            heir mended           | -
            the heir              | -
            # no headline has the others, stop words included
            the old heir mended   | -
            heir council mended   | -
            heir leaks old        | -
            # the neighbour is in the query already, or no neighbour is in a headline with the rest
            heir weir mended      | -
            tax cup final         | -
            # not judged
            old [heir] mended     | -
            # rarer than what was typed: the slip goes towards the frequent word
            old mayor mended      | -
            # nine words
            old heir mended heir heir heir heir heir heir | -
            """)
    void theSlipIsFoundByAHeadline(String query, String slip) throws IOException {
        Optional<Slip> found = slip(query);
        assertEquals(slip, found.map(one -> one.place() + " " + one.meant()).orElse("-"));
    }

    @Test
    void eightWordsAreLookedAt() throws IOException {
        assertEquals(Optional.of(new Slip(1, "weir")), slip("old heir to be mended to be to"));
        assertEquals(Optional.empty(), slip("old heir to be mended to be to be"));
    }
}
