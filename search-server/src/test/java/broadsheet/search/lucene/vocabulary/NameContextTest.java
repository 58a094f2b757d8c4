package broadsheet.search.lucene.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What some texts show of a word: whether it is a name, how it is written, and the names around it. */
class NameContextTest {

    private static NameContext context(String word, String... texts) {
        NameContext context = new NameContext(word);
        for (String text : texts) {
            context.read(text);
        }
        return context;
    }

    private static double likeness(NameContext left, NameContext right) {
        return left.likeness(right, name -> 1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # a capital within a sentence makes a name
            There Gaddafi met the envoy.                    | true
            The son of Gaddafi met the envoy.               | true
            # at the start of a sentence any word has one
            Gaddafi met the envoy.                          | false
            The envoy left. Gaddafi stayed.                 | false
            The envoy left! Gaddafi stayed.                 | false
            He said: Gaddafi stays.                         | false
            He said “Gaddafi stays”.                        | false
            The envoy (Gaddafi) stayed.                     | false
            A list - Gaddafi and others.                    | false
            # a hyphen within a word opens nothing
            The al-Gaddafi family stayed.                   | true
            # small letters
            The gaddafi is a bird.                          | false
            The gaddafi is a bird, said Gaddafi.            | false
            # nearly always: eight in ten
            a Gaddafi, Gaddafi, Gaddafi, Gaddafi, gaddafi   | true
            a Gaddafi, Gaddafi, Gaddafi, gaddafi            | false
            # all capitals say nothing
            LIBYA AND GADDAFI                               | false
            # another word
            There Gaddafis met the envoy.                   | false
            """)
    void aNameHasACapitalWithinSentences(String text, boolean isName) {
        assertEquals(isName, context("gaddafi", text).isName());
    }

    @Test
    void twoSmallOnesAndFewerCapitalsAreClearlyNoName() {
        assertFalse(context("boat", "a boat").isNoName());
        assertTrue(context("boat", "a boat and a boat").isNoName());
        assertFalse(context("boat", "a boat, a Boat, a Boat and a boat").isNoName());
        assertFalse(context("boat").isNoName());
    }

    @Test
    void itIsWrittenAsInMostTextsAndElseAsItWasAsked() {
        assertEquals("Müller", context("muller", "Frau Müller and Herr Muller met a Müller.").written());
        assertEquals("Muller", context("muller", "Herr Muller met a Müller.").written());
        assertEquals("muller", context("muller", "nobody").written());
        assertEquals("Gaddafi", context("gaddafi", "The GADDAFI of Gaddafi.").written());
    }

    @Test
    void theSameCompanyIsLikeAndAnotherIsNot() {
        NameContext qaddafi = context("qaddafi", "In Tripoli colonel Qaddafi met Jalloud.");
        assertEquals(1, likeness(qaddafi, context("gaddafi", "In Tripoli the leader Gaddafi met Jalloud.")), 1e-9);
        assertEquals(0.5, likeness(qaddafi, context("gaddafi", "In Tripoli the leader Gaddafi met Mubarak.")), 1e-9);
        assertEquals(0, likeness(qaddafi, context("busch", "In Daytona the driver Busch beat Gordon.")), 1e-9);
        assertEquals(0, likeness(qaddafi, context("gaddafi", "nobody")), 1e-9);
    }

    @Test
    void rareNamesWeighMore() {
        NameContext left = context("qaddafi", "In Tripoli colonel Qaddafi met Jalloud.");
        NameContext right = context("gaddafi", "In Tripoli the leader Gaddafi met Mubarak.");
        NameContext.Weights tripoliIsRare = name -> name.equals("tripoli") ? 2 : 1;
        assertEquals(0.8, left.likeness(right, tripoliIsRare), 1e-9);
        NameContext.Weights tripoliIsCommon = name -> name.equals("tripoli") ? 0.5 : 1;
        assertEquals(0.2, left.likeness(right, tripoliIsCommon), 1e-9);
    }

    @Test
    void theOtherSpellingIsNoCompanyOfItself() {
        NameContext left = context("qaddafi", "There Qaddafi, or Gaddafi, spoke.");
        NameContext right = context("gaddafi", "There Gaddafi, or Qaddafi, spoke.");
        assertEquals(0, likeness(left, right), 1e-9);
    }

    @Test
    void namesFurtherThanFourHundredCharactersAreNoCompany() {
        NameContext near = context("qaddafi", "In Tripoli " + "x".repeat(370) + " then Qaddafi spoke.");
        NameContext far = context("qaddafi", "In Tripoli " + "x".repeat(420) + " then Qaddafi spoke.");
        NameContext tripoli = context("gaddafi", "In Tripoli the leader Gaddafi spoke.");
        assertEquals(1, likeness(near, tripoli), 1e-9);
        assertEquals(0, likeness(far, tripoli), 1e-9);
    }

    @Test
    void ofALongTextTheBeginningIsRead() {
        String filler = "and so on ".repeat(2_000);
        assertTrue(context("qaddafi", "There Qaddafi spoke " + filler).isName());
        assertFalse(context("qaddafi", "There " + filler + " Qaddafi spoke").isName());
    }

    @Test
    void accentsAndOtherScriptsAreRead() {
        assertTrue(context("citroen", "Bei Citroën in Paris").isName());
        assertTrue(context("киев", "В городе Киев").isName());
    }
}
