package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 5000).boxed().toList();

    @Test
    void resultsComeInTheOrderOfTheItems() throws IOException {
        List<Integer> taken = new ArrayList<>();
        new ReadAhead(8).each(NUMBERS, number -> -number, taken::add);
        assertEquals(NUMBERS.stream().map(number -> -number).toList(), taken);
    }

    @Test
    void workDoesNotRunFarAhead() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        new ReadAhead(2).each(NUMBERS, number -> begun.incrementAndGet(), result -> {
            most.accumulateAndGet(begun.get() - ended.get(), Math::max);
            ended.incrementAndGet();
        });
        assertTrue(most.get() <= 64, "waiting: " + most.get());
    }

    /** Ten files of 60 MB at once would take more memory than there is. */
    @Test
    void nothingIsBegunBesideALargeItem() throws IOException {
        AtomicInteger begun = new AtomicInteger();
        List<Integer> begunWhenTaken = new ArrayList<>();
        ReadAhead.Work<Integer, Integer> large = new ReadAhead.Work<>() {
            @Override
            public Integer on(Integer item) {
                begun.incrementAndGet();
                return item;
            }

            @Override
            public boolean isLarge(Integer item) {
                return item > 1;
            }
        };
        new ReadAhead(4).each(List.of(0, 1, 2, 3, 4), large, result -> begunWhenTaken.add(begun.get()));
        assertEquals(List.of(3, 4, 5), begunWhenTaken.subList(2, 5));
    }

    @Test
    void failuresOfBothSidesComeThrough() {
        IOException taker = assertThrows(IOException.class, () -> new ReadAhead(2).each(NUMBERS, n -> n, n -> {
            throw new IOException("taker");
        }));
        assertEquals("taker", taker.getMessage());
        assertThrows(ArithmeticException.class, () -> new ReadAhead(2).each(NUMBERS, n -> 1 / n, n -> {}));
    }

    @Test
    void workWithoutAnEndIsGivenUpAndTheRestIsDone() throws IOException {
        List<String> taken = new ArrayList<>();
        new ReadAhead(1).each(List.of("a", "endless", "b", "endless", "c"), new EndlessAtTimes(), taken::add);
        assertEquals(List.of("a", "given up", "b", "given up", "c"), taken);
    }

    private static final class EndlessAtTimes implements ReadAhead.Work<String, String> {
        @Override
        public String on(String item) {
            while (item.equals("endless") && !Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
            return item;
        }

        @Override
        public Duration limit(String item) {
            return Duration.ofMillis(100);
        }

        @Override
        public String givenUp(String item) {
            return "given up";
        }
    }
}
