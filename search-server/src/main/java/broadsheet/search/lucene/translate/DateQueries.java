package broadsheet.search.lucene.translate;

import broadsheet.index.PostFields;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/** Posts by their day. */
final class DateQueries {

    private DateQueries() {}

    /** Posts of these days of a zone, both included; undated posts never match. */
    static Query between(Optional<LocalDate> from, Optional<LocalDate> to, ZoneId zone) {
        long first = from.map(day -> startOf(day, zone)).orElse(Long.MIN_VALUE);
        long last = to.map(day -> startOf(day.plusDays(1), zone) - 1).orElse(Long.MAX_VALUE);
        return new ConstantScoreQuery(LongField.newRangeQuery(PostFields.DATE, first, last));
    }

    /** Midnight; where the clocks skip it in spring, the first moment behind it. */
    private static long startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }
}
