package broadsheet.web.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.SearchRequest;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Fault;
import broadsheet.web.http.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SearchGateTest {

    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch leave = new CountDownLatch(1);

    /** A search that stays in the gate until {@link #leave} is counted down. */
    private String slow() {
        entered.countDown();
        try {
            assertTrue(leave.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "slow";
    }

    private CompletableFuture<String> running(SearchGate gate) throws InterruptedException {
        CompletableFuture<String> running = CompletableFuture.supplyAsync(() -> gate.run(this::slow),
                task -> Thread.ofPlatform().daemon().start(task));
        entered.await();
        return running;
    }

    @Test
    void aSearchGoesThrough() {
        assertEquals("found", new SearchGate(1, SHORT).run(() -> "found"));
    }

    @Test
    void aFullGateSaysWhenToComeBack() throws Exception {
        SearchGate gate = new SearchGate(1, SHORT);
        CompletableFuture<String> first = running(gate);
        Fault fault = assertThrows(ProblemException.class, () -> gate.run(() -> "second")).fault();
        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertEquals("Too many searches are running; try again in a second.", fault.detail());
        assertEquals(List.of(new Answer.Header("Retry-After", "1")), fault.headers());
        leave.countDown();
        assertEquals("slow", first.get());
        assertEquals("third", gate.run(() -> "third"));
    }

    @Test
    void aSearchWaitsForItsTurn() throws Exception {
        SearchGate gate = new SearchGate(1, Duration.ofSeconds(20));
        CompletableFuture<String> first = running(gate);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> gate.run(() -> "second"),
                task -> Thread.ofPlatform().daemon().start(task));
        leave.countDown();
        assertEquals("slow", first.get());
        assertEquals("second", second.get());
    }

    private static String failed() {
        throw new IllegalStateException("the search failed");
    }

    @Test
    void aFailedSearchGivesItsPlaceBack() {
        SearchGate gate = new SearchGate(1, SHORT);
        for (int i = 0; i < 3; i++) {
            assertThrows(IllegalStateException.class, () -> gate.run(SearchGateTest::failed));
        }
        assertEquals("found", gate.run(() -> "found"));
    }

    @Test
    void anInterruptedWaitIsGivenUpAndStaysInterrupted() throws Exception {
        SearchGate gate = new SearchGate(1, Duration.ofSeconds(20));
        CompletableFuture<String> first = running(gate);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread waiting = Thread.ofPlatform().daemon().start(() -> {
            Thread.currentThread().interrupt();
            try {
                gate.run(() -> "second");
                interrupted.complete(false);
            } catch (ProblemException e) {
                interrupted.complete(Thread.currentThread().isInterrupted());
            }
        });
        waiting.join();
        assertTrue(interrupted.get());
        leave.countDown();
        assertEquals("slow", first.get());
    }

    private static final SearchRequest PLAIN = SearchRequest.of("flood");
    private static final SearchRequest DEAR = SearchRequest.of("a* b* c* d*");

    @Test
    void dearSearchesWaitForEachOther() throws Exception {
        SearchGate gate = new SearchGate(4, SHORT);
        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> gate.run(DEAR, this::slow),
                task -> Thread.ofPlatform().daemon().start(task));
        entered.await();
        Fault fault = assertThrows(ProblemException.class, () -> gate.run(DEAR, () -> "second")).fault();
        assertEquals(Fault.Kind.UNAVAILABLE, fault.kind());
        assertEquals("plain", gate.run(PLAIN, () -> "plain"));
        leave.countDown();
        assertEquals("slow", first.get());
        assertEquals("third", gate.run(DEAR, () -> "third"));
    }

    @Test
    void plainSearchesDoNotWaitForDearOnesNorTheyForThem() throws Exception {
        SearchGate gate = new SearchGate(1, SHORT);
        CompletableFuture<String> plain = running(gate);
        assertEquals("dear", gate.run(DEAR, () -> "dear"));
        leave.countDown();
        assertEquals("slow", plain.get());
    }
}
