package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.analysis.Language;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Room search.lucene.view: analyses are lent to one search at a time. */
class AnalysesTest {

    private final Analyses.Pool pool = new Analyses.Pool(2);

    @Test
    void twoSearchesAtOnceHaveTheirOwn() {
        assertNotSame(pool.borrow(), pool.borrow());
    }

    @Test
    void theLastThatCameBackIsLentFirst() {
        Analyses one = pool.borrow();
        Analyses two = pool.borrow();
        two.close();
        one.close();
        assertSame(one, pool.borrow());
        assertSame(two, pool.borrow());
    }

    @Test
    void noMoreAreKeptThanThePoolHolds() {
        Analyses[] lent = Stream.generate(pool::borrow).limit(3).toArray(Analyses[]::new);
        for (Analyses analyses : lent) {
            analyses.close();
        }
        assertSame(lent[1], pool.borrow());
        assertSame(lent[0], pool.borrow());
        assertNotSame(lent[2], pool.borrow());
    }

    @Test
    void aLanguageHasOneAnalysisWhichStemsByIt() {
        Analyses analyses = pool.borrow();
        assertSame(analyses.of(Language.of("en")), analyses.of(Language.of("en")));
        assertEquals("elect", analyses.of(Language.of("en")).tokens("elections").get(0).stem().utf8ToString());
        assertEquals("haus", analyses.of(Language.of("de")).tokens("Häuser").get(0).stem().utf8ToString());
    }
}
