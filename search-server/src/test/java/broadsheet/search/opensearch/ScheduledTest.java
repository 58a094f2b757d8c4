package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.apache.lucene.document.LongPoint;
import org.junit.jupiter.api.Test;

class ScheduledTest {

    private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");
    private static final List<Long> HOURS = List.of(hour(1), hour(1), hour(5));

    private static long hour(int number) {
        return BUILT.plusSeconds(3600L * number).toEpochMilli();
    }

    @Test
    void postsAreHiddenUntilTheirHour() {
        Scheduled scheduled = new Scheduled(BUILT, HOURS, true);
        assertEquals(OptionalInt.of(3), scheduled.count(PostSchema.hiddenAt(BUILT)));
        assertEquals(OptionalInt.of(3), scheduled.count(PostSchema.hiddenAt(Instant.ofEpochMilli(hour(1) - 1))));
        assertEquals(OptionalInt.of(1), scheduled.count(PostSchema.hiddenAt(Instant.ofEpochMilli(hour(1)))));
        assertEquals(OptionalInt.of(0), scheduled.count(PostSchema.hiddenAt(Instant.ofEpochMilli(hour(5)))));
    }

    @Test
    void whatIsNotKnownIsNotSaid() {
        assertEquals(OptionalInt.empty(),
                new Scheduled(BUILT, HOURS, true).count(PostSchema.hiddenAt(BUILT.minusSeconds(1))));
        assertEquals(OptionalInt.empty(), new Scheduled(BUILT, HOURS, false).count(PostSchema.hiddenAt(BUILT)));
        assertEquals(OptionalInt.empty(), new Scheduled(BUILT, HOURS, true)
                .count(LongPoint.newRangeQuery(PostFields.VISIBLE_FROM, hour(0), hour(1))));
    }
}
