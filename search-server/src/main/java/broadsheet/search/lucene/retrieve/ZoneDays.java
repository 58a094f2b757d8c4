package broadsheet.search.lucene.retrieve;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The days of moments in a time zone. The changes between summer and winter time are put into a table once, as the rules
 * of the JDK take half a microsecond for each moment.
 */
final class ZoneDays {

    private static final long DAY_MILLIS = 86_400_000L;
    /** Rules that go on for ever are followed until then; two changes a year make 16 KB a century. */
    private static final Instant TABLE_END = Instant.parse("2200-01-01T00:00:00Z");

    private final ZoneRules rules;
    /** Milliseconds since 1970: from each of them the offset of the same place holds. */
    private final long[] starts;
    private final long[] offsets;

    private ZoneDays(ZoneRules rules, List<ZoneOffsetTransition> changes) {
        this.rules = rules;
        this.starts = new long[changes.size() + 1];
        this.offsets = new long[starts.length];
        starts[0] = Long.MIN_VALUE;
        offsets[0] = millis(rules, Instant.MIN);
        for (int i = 1; i < starts.length; i++) {
            ZoneOffsetTransition change = changes.get(i - 1);
            starts[i] = change.toEpochSecond() * 1000;
            offsets[i] = change.getOffsetAfter().getTotalSeconds() * 1000L;
        }
    }

    static ZoneDays of(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = rules.nextTransition(Instant.MIN);
        while (next != null && next.getInstant().isBefore(TABLE_END)) {
            changes.add(next);
            next = rules.nextTransition(next.getInstant());
        }
        return new ZoneDays(rules, changes);
    }

    private static long millis(ZoneRules rules, Instant moment) {
        return rules.getOffset(moment).getTotalSeconds() * 1000L;
    }

    /** The number of days since 1970-01-01. @param moment milliseconds since 1970 in UTC */
    long day(long moment) {
        return Math.floorDiv(moment + offset(moment), DAY_MILLIS);
    }

    private long offset(long moment) {
        if (starts.length == 1) {
            return offsets[0];
        }
        if (moment >= TABLE_END.toEpochMilli()) {
            return millis(rules, Instant.ofEpochMilli(moment));
        }
        int place = Arrays.binarySearch(starts, moment);
        return offsets[place >= 0 ? place : -place - 2];
    }
}
