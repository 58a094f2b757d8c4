package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadsheet.web.SampleEngine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RevalidationTest {

    private static final String TAG = "W/\"7-_dNyIWHfYRKT\"";

    private final SampleEngine engine = new SampleEngine();
    private final Revalidation revalidation = new Revalidation(engine,
            Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC), () -> "1.2 blue", 1 << 20);
    private final List<String> made = new ArrayList<>();

    private Answer answer(String... headers) {
        return revalidation.answer(Requests.get("/api/v1/search?q=sea", headers), "q=sea", () -> {
            made.add("answer");
            return Answer.of(Answer.TEXT, "found");
        });
    }

    @Test
    void anAnswerHasItsTagAndMustBeAskedForAgain() {
        Answer answer = answer();
        assertEquals(200, answer.status());
        assertEquals(TAG, Requests.header(answer, "ETag"));
        assertEquals("no-cache", Requests.header(answer, "Cache-Control"));
    }

    @Test
    void aCallerThatHasTheAnswerGetsNoneAndNoSearchIsMade() {
        Answer answer = answer("If-None-Match", TAG);
        assertEquals(304, answer.status());
        assertEquals(0, answer.body().length);
        assertEquals(TAG, Requests.header(answer, "ETag"));
        assertEquals(List.of(), made);
    }

    @Test
    void aNewIndexIsAnswered() {
        engine.publish(8);
        assertEquals(200, answer("If-None-Match", TAG).status());
        assertEquals(List.of("answer"), made);
    }

    @Test
    void whoAsksTheSameGetsTheSameAnswerUntilTheIndexIsNew() {
        Answer first = answer();
        assertEquals("found", new String(answer().body(), StandardCharsets.UTF_8));
        assertEquals(first.headers(), answer().headers());
        assertEquals(List.of("answer"), made);
        engine.publish(8);
        answer();
        assertEquals(List.of("answer", "answer"), made);
    }

    @Test
    void anAnswerThatSaysItselfHowLongItMayBeKeptIsMadeEachTime() {
        for (int i = 0; i < 2; i++) {
            revalidation.answer(Requests.get("/api/v1/search?q=sea"), "q=sea", () -> {
                made.add("partial");
                return Answer.of(Answer.TEXT, "some").keptUnless(true);
            });
        }
        assertEquals(List.of("partial", "partial"), made);
    }

    @Test
    void aFailureIsMadeEachTime() {
        for (int i = 0; i < 2; i++) {
            revalidation.answer(Requests.get("/api/v1/search?q=sea"), "q=sea", () -> {
                made.add("failure");
                return Answer.of(Answer.TEXT, "gone").status(404);
            });
        }
        assertEquals(List.of("failure", "failure"), made);
    }

    @Test
    void aNewDayIsANewAnswerAndTheDayBeforeIsNotForgotten() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T12:00:00Z"));
        InstantSource source = now::get;
        Revalidation daily = new Revalidation(engine, source.withZone(ZoneOffset.UTC), () -> "1.2 blue", 1 << 20);
        List<String> tags = new ArrayList<>();
        for (String time : List.of("2026-11-23T23:59:59Z", "2026-11-24T00:00:00Z", "2026-11-23T12:00:00Z")) {
            now.set(Instant.parse(time));
            tags.add(Requests.header(daily.answer(Requests.get("/api/v1/search?q=sea"), "q=sea",
                    () -> Answer.of(Answer.TEXT, "found")), "ETag"));
        }
        assertEquals(TAG, tags.get(0));
        assertEquals(TAG, tags.get(2));
        assertNotEquals(TAG, tags.get(1));
    }

    @Test
    void anAnswerMadeWhileTheIndexChangedIsNotKept() {
        for (int i = 0; i < 2; i++) {
            revalidation.answer(Requests.get("/api/v1/search?q=sea"), "q=sea", () -> {
                made.add("answer");
                engine.publish(8);
                return Answer.of(Answer.TEXT, "found");
            });
            engine.publish(7);
        }
        assertEquals(List.of("answer", "answer"), made);
    }
}
