package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.web.http.Revalidation.Kept;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptAnswersTest {

    private static Answer answer(int bytes) {
        return Answer.of(Answer.JSON, new byte[bytes]);
    }

    private static List<Integer> kept(Kept answers, int upTo) {
        return IntStream.range(0, upTo).filter(i -> answers.get("t" + i).isPresent()).boxed().toList();
    }

    @Test
    void theAnswersThatAreAskedForMostStay() {
        // room for 64 answers of 1,000 bytes with what each takes besides
        Kept answers = new Kept(64 * (1_000 + 512));
        IntStream.range(0, 64).forEach(i -> answers.keep("t" + i, answer(1_000)));
        assertEquals(64, kept(answers, 64).size());
        for (int i = 0; i < 200; i++) {
            IntStream.range(0, 32).forEach(often -> answers.get("t" + often));
            answers.keep("once" + i, answer(1_000));
        }
        assertEquals(32, kept(answers, 32).size());
    }

    /** As when the index is new: what was asked for often before may not be in the way of what is asked for now. */
    @Test
    void clearedThereIsRoomForAll() {
        Kept answers = new Kept(64 * (1_000 + 512));
        for (int i = 0; i < 1_000; i++) {
            answers.keep("t" + i % 64, answer(1_000));
            answers.get("t" + i % 64);
        }
        answers.clear();
        assertEquals(List.of(), kept(answers, 64));
        IntStream.range(100, 164).forEach(i -> answers.keep("t" + i, answer(1_000)));
        assertEquals(64, kept(answers, 164).size());
    }

    @Test
    void aLongAnswerPushesOutNobody() {
        Kept answers = new Kept(64 * 1_512);
        answers.keep("t0", answer(1_000));
        answers.keep("t1", answer(1_001));
        assertEquals(List.of(0), kept(answers, 2));
    }

    @Test
    void noRoomKeepsNothing() {
        Kept.NONE.keep("t0", answer(0));
        assertTrue(Kept.NONE.get("t0").isEmpty());
    }

    @Test
    void theRoomIsNeverExceeded() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Kept answers = new Kept(100_000);
        for (int i = 0; i < 2_000; i++) {
            answers.keep("t" + random.nextInt(300), answer(random.nextInt(1_100)));
            answers.get("t" + random.nextInt(300));
        }
        long bytes = IntStream.range(0, 300).mapToObj(i -> answers.get("t" + i)).flatMap(java.util.Optional::stream)
                .mapToLong(answer -> answer.body().length + 512).sum();
        assertTrue(bytes <= 100_000, bytes + " bytes, seed " + seed);
        assertTrue(bytes > 90_000, bytes + " bytes, seed " + seed);
    }
}
