package broadsheet.search.suggest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each slip costs: 1, less where fingers and memories slip often, more at the first letter. */
class SlipCostTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            harbour    | harbour    | 0
            ''         | ''         | 0
            a          | a          | 0
            # a letter is missing
            harbor     | harbour    | 0.65
            goverment  | government | 0.65
            lightouse  | lighthouse | 0.65
            harbou     | harbour    | 0.65
            # one of two equal letters is missing
            hering     | herring    | 0.5
            adress     | address    | 0.5
            wel        | well       | 0.5
            # a letter too many
            harbourx   | harbour    | 1
            harbxour   | harbour    | 1
            # a letter typed twice
            harrbour   | harbour    | 0.6
            harbourr   | harbour    | 0.6
            wwell      | well       | 0.6
            # another letter
            harbouk    | harbour    | 1
            lampp      | lamps      | 1
            # the key beside it
            hatbour    | harbour    | 0.8
            harbout    | harbour    | 0.8
            tempedt    | tempest    | 0.8
            tempwst    | tempest    | 0.8
            hsrbour    | harbour    | 0.8
            # another vowel, also beside it
            tempast    | tempest    | 0.75
            harboir    | harbour    | 0.75
            visiters   | visitors   | 0.75
            # two swapped
            hrabour    | harbour    | 0.65
            harbuor    | harbour    | 0.65
            tempets    | tempest    | 0.65
            # the first letter is wrong, missing, too many, swapped
            xarbour    | harbour    | 1.4
            garbour    | harbour    | 1.2
            alection   | election   | 1.15
            arbour     | harbour    | 1.05
            xharbour   | harbour    | 1.4
            ahrbour    | harbour    | 1.05
            # two slips
            hatbuor    | harbour    | 1.45
            harrboor   | harbour    | 1.35
            gvermnent  | government | 1.3
            gvermet    | government | 1.95
            # nothing of one word
            ''         | a          | 1.05
            ''         | ab         | 1.7
            abc        | ''         | 3.4
            """)
    void aSlipCosts(String typed, String meant, double cost) {
        assertEquals(cost, SlipCost.of(typed, meant), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"tempets, tempest", "hatbour, harbour", "xarbour, harbour", "harbxur, harbour"})
    void wrongAndSwappedLettersCostTheSameEitherWay(String left, String right) {
        assertEquals(SlipCost.of(left, right), SlipCost.of(right, left), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"harbor, harbour", "hering, herring", "arbour, harbour", "'', a"})
    void aLetterLeftOutCostsLessThanTheSameLetterTooMany(String shorter, String longer) {
        assertTrue(SlipCost.of(shorter, longer) < SlipCost.of(longer, shorter));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # keys in one row, or in rows one above the other
            q, w, true
            q, s, true
            q, a, true
            g, t, true
            g, y, true
            g, v, true
            g, b, true
            m, k, true
            m, n, true
            # keys further away
            q, r, false
            q, d, false
            q, z, false
            g, u, false
            g, m, false
            p, z, false
            m, g, false
            """)
    void keysSideBySideAreMixedUp(String typed, String meant, boolean near) {
        assertEquals(near ? 0.8 : 1, SlipCost.of("lim" + typed + "l", "lim" + meant + "l"), 1e-9);
    }
}
