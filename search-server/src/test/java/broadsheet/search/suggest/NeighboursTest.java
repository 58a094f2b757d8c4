package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.suggest.Neighbours.Neighbour;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of an archive are near a misspelt one, and in which order. */
class NeighboursTest {

    private static Neighbours over(MadeVocabulary words) {
        return new Neighbours(words);
    }

    private static List<String> words(List<Neighbour> found) {
        return found.stream().map(Neighbour::word).toList();
    }

    private static Optional<String> best(MadeVocabulary words, String typed, String... company) throws IOException {
        return over(words).best(typed, List.of(company), 2).map(Neighbour::word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ferry            | true
            ΚΑΛΗ             | true
            гавань           | true
            ab               | false
            abc              | true
            ferry's          | false
            c++              | false
            goverm3nt        | false
            sea-wall         | false
            政府工作             | false
            てがみ              | false
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa  | true
            aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | false
            """)
    void lettersAloneAreJudged(String word, boolean judged) {
        assertEquals(judged, Neighbours.isJudged(word));
    }

    @Test
    void aLikelierSlipGoesBeforeAMoreFrequentWord() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(4, "herring", "").add(9, "hearing", "");
        List<Neighbour> found = over(words).of("hering", 2, 1);
        assertEquals(List.of("herring", "hearing"), words(found));
        assertEquals(List.of(4, 9), found.stream().map(Neighbour::posts).toList());
        assertEquals(Math.log(4) - 8 * 0.5, found.get(0).likely(), 1e-9);
        assertEquals(Math.log(9) - 8 * 0.65, found.get(1).likely(), 1e-9);
    }

    @Test
    void ofEquallyLikelySlipsTheMoreFrequentWordGoesFirstThenTheAlphabet() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "linkk", "").add(3, "linkt", "").add(1, "linkb", "");
        assertEquals(List.of("linkt", "linkb", "linkk"), words(over(words).of("linkq", 1, 1)));
    }

    @Test
    void theWordItselfIsNoNeighbourAndFewerPostsAreNone() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(5, "tempest", "").add(1, "tempestt", "").add(2, "temper", "");
        assertEquals(List.of("tempestt", "temper"), words(over(words).of("tempest", 2, 1)));
        assertEquals(List.of("temper"), words(over(words).of("tempest", 2, 2)));
        assertEquals(List.of("tempestt"), words(over(words).of("tempest", 1, 1)));
        assertEquals(List.of(), words(over(words).of("tempest", 1, 2)));
    }

    @Test
    void twoSlipsDoNotChangeTheFirstLetterToo() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "harbour", "");
        assertEquals(List.of("harbour"), words(over(words).of("garbour", 2, 1)));
        assertEquals(List.of("harbour"), words(over(words).of("hatboyr", 2, 1)));
        assertEquals(List.of(), words(over(words).of("gatbour", 2, 1)));
    }

    @Test
    void wordsThatAreNotJudgedAreNoNeighbours() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(9, "goverm3nt", "").add(1, "government", "");
        assertEquals(List.of("government"), words(over(words).of("goverment", 2, 1)));
    }

    @Test
    void theFiftyNearestAreLookedAt() throws IOException {
        MadeVocabulary words = new MadeVocabulary();
        for (char c = 'a'; c <= 'z'; c++) {
            words.add(2, "lin" + c + "x", "").add(1, "li" + c + "kx", "");
        }
        List<Neighbour> found = over(words).of("linkx", 1, 1);
        assertEquals(49, found.size());
        assertTrue(found.stream().noneMatch(near -> near.word().equals("linkx")));
    }

    @Test
    void theCompanyOfAQueryChoosesAmongNeighbours() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(4, "Boats", "herring from the quay")
                .add(9, "Court", "the hearing, said the judge");
        assertEquals(Optional.of("hearing"), best(words, "heuring"));
        assertEquals(Optional.of("hearing"), best(words, "heuring", "judge"));
        assertEquals(Optional.of("herring"), best(words, "heuring", "quay"));
        assertEquals(Optional.of("hearing"), best(words, "hearng", "lighthouse"));
    }

    /** Each alone is a wrong letter: the same cost; 20 posts against one, which has the company in its headline. */
    @Test
    void aHeadlineWithTheCompanyWeighsMoreThanATextWithIt() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(20, "Old news", "a linkb and a ferry").add(1, "linkt ferry",
                "");
        assertEquals(Optional.of("linkt"), best(words, "linkq", "ferry"));
        assertEquals(Optional.of("linkb"), best(words, "linkq"));
    }

    @Test
    void aWordOfTheQueryIsNotMeantTwice() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(9, "herring", "").add(1, "hearing", "");
        assertEquals(Optional.of("hearing"), best(words, "herrin", "herring"));
    }

    /** The rest of the company is asked of the eight likeliest alone: each question is a search. */
    @Test
    void theNinthNeighbourIsNotAskedForInCompany() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "linkz ferry", "");
        for (char c : "abcdefgh".toCharArray()) {
            words.add(2, "link" + c, "");
        }
        assertEquals(Optional.of("linka"), best(words, "linkq", "ferry"));
        MadeVocabulary fewer = new MadeVocabulary().add(1, "linkz ferry", "");
        for (char c : "bcdefgh".toCharArray()) {
            fewer.add(2, "link" + c, "");
        }
        assertEquals(Optional.of("linkz"), best(fewer, "linkq", "ferry"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seawall    | sea wall
            oilprice   | oil price
            seaprice   | ''
            wallsea    | ''
            fellover   | fell over
            seawal     | ''
            awall      | ''
            """)
    void aWordIsPartedWhereItsPartsStandOneBehindTheOther(String typed, String parts) throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "Flood", "it fell over the sea wall").add(2, "Oil price",
                "a wall");
        assertEquals(parts, String.join(" ", over(words).apart(typed)));
    }

    @Test
    void ofTwoWaysToPartAWordTheOneThatMorePostsHaveCounts() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "the rapists", "").add(3, "therapists of art", "")
                .add(2, "no where", "").add(3, "now here", "");
        assertEquals(List.of("now", "here"), over(words).apart("nowhere"));
    }

    @Test
    void twoWordsAreJoinedWhereTheirSumOccurs() throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(1, "government", "lighthouse");
        assertEquals(Optional.of("government"), over(words).together("govern", "ment"));
        assertEquals(Optional.empty(), over(words).together("govern", "house"));
    }

    @Test
    void anArchiveWithoutANearWordHasNoBest() throws IOException {
        assertEquals(Optional.empty(), best(new MadeVocabulary().add(1, "quay", ""), "xylophone", "quay"));
        assertEquals(List.of(), Arrays.asList(over(new MadeVocabulary()).of("quay", 2, 1).toArray()));
    }

    private static boolean isSlip(String typed, String meant, int posts, String... company) throws IOException {
        MadeVocabulary words = new MadeVocabulary().add(posts, meant + " quay", "");
        return over(words).best(typed, List.of(company), 2).filter(near -> Neighbours.isSlip(typed, near, 0))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a letter left out or swapped, in a word of any length
            fery     | ferry    | 1   | true
            tmie     | tame     | 1   | false
            tiem     | time     | 1   | true
            # another letter, in a longer word, or a shorter word that many posts have
            herx     | hers     | 1   | false
            hersx    | herds    | 1   | false
            harbxur  | harbour  | 1   | true
            ferrx    | ferry    | 1   | false
            ferrx    | ferry    | 60  | true
            # the first letter, in a long word, or one that many posts have
            xarbour  | harbour  | 1   | false
            xarbour  | harbour  | 400 | true
            xovernment | government | 1 | true
            # two letters, in a long word
            habrur   | harbour  | 1   | false
            goxermxnt | governments | 1 | false
            goverent | government | 400 | true
            """)
    void aLikelySlipOfALongOrFrequentWordIsOne(String typed, String meant, int posts, boolean slip)
            throws IOException {
        assertEquals(slip, isSlip(typed, meant, posts));
    }

    @Test
    void aHeadlineWithTheOtherWordsMakesASlipLikelier() throws IOException {
        assertEquals(false, isSlip("ferrx", "ferry", 1));
        assertEquals(true, isSlip("ferrx", "ferry", 1, "quay"));
    }
}
