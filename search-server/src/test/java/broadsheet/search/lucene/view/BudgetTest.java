package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.lucene.view.Budget.Limits;
import broadsheet.search.lucene.view.Budget.Step;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final long MUCH = Long.MAX_VALUE >> 1;

    private byte[] made;

    private void allocate(int bytes) {
        made = new byte[bytes];
        assertTrue(made.length > 0);
    }

    @Test
    void aNewBudgetIsWhole() {
        Budget budget = Budget.begin(Limits.SEARCH);
        assertFalse(budget.isSpent());
        assertFalse(budget.isPartial());
    }

    @Test
    void memoryIsCounted() {
        Budget budget = Budget.begin(new Limits(LONG, LONG, 10_000_000));
        allocate(1_000_000);
        assertFalse(budget.isSpent());
        allocate(9_000_000);
        assertTrue(budget.isSpent());
        assertTrue(budget.isPartial());
        assertTrue(budget.shouldExit());
    }

    @Test
    void timeOnTheClockIsCounted() {
        assertTrue(Budget.begin(new Limits(Duration.ZERO, LONG, MUCH)).isSpent());
    }

    @Test
    void theThreadsOwnTimeIsCounted() {
        Budget budget = Budget.begin(new Limits(LONG, Duration.ofMillis(2), MUCH));
        int sum = 0;
        while (!budget.isSpent()) {
            sum++;
        }
        assertTrue(sum > 0 && budget.isPartial());
    }

    @Test
    void aStepLeavesWhatTheStepsBehindItNeed() {
        Budget budget = Budget.begin(new Limits(LONG, LONG, 10_000_000));
        budget.beginSearch();
        allocate(4_000_000);
        assertTrue(budget.isSpent(), "35 % are for correcting");
        budget.begin(Step.TRANSLATE);
        assertFalse(budget.isSpent(), "50 % until the query is made");
        allocate(4_000_000);
        budget.begin(Step.ORDER);
        assertTrue(budget.isSpent());
        budget.begin(Step.COUNT);
        assertFalse(budget.isSpent());
        budget.begin(Step.CORRECT);
        assertFalse(budget.isSpent(), "a step that is over does not come again");
        assertTrue(budget.isPartial(), "what was left out stays out");
    }

    @Test
    void anInnerLoopEndsSoon() {
        Budget budget = Budget.begin(new Limits(Duration.ZERO, LONG, MUCH));
        assertThrows(Budget.Spent.class, () -> {
            for (int i = 0; i < 1_000; i++) {
                budget.count();
            }
        });
    }

    @Test
    void nothingEndsAMeasurement() {
        Budget budget = Budget.begin(Limits.NONE);
        allocate(50_000_000);
        assertDoesNotThrow(budget::check);
    }

    @Test
    void theFirstSearchesOfAProcessMayTakeLonger() {
        Limits cold = new Limits(Duration.ofSeconds(1), Duration.ofMillis(10), 1_000).cold();
        assertTrue(cold.time().toMillis() == 5_000 && cold.cpu().toMillis() == 100 && cold.bytes() == 4_000);
    }

    @Test
    void aSecondSearchHasWhatTheFirstLeft() {
        Budget budget = Budget.begin(new Limits(LONG, LONG, 10_000_000));
        budget.beginSearch();
        budget.begin(Step.COUNT);
        allocate(8_000_000);
        budget.beginSearch();
        assertFalse(budget.isSpent());
        allocate(1_000_000);
        assertTrue(budget.isSpent(), "35 % of what was left are for correcting");
        budget.begin(Step.TRANSLATE);
        budget.begin(Step.COUNT);
        assertFalse(budget.isSpent());
        allocate(1_200_000);
        assertTrue(budget.isSpent());
    }
}
