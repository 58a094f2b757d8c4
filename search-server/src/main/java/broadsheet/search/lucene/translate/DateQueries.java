package broadsheet.search.lucene.translate;

import broadsheet.index.PostFields;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;

/** Posts by their day, in UTC. */
final class DateQueries {

    private DateQueries() {}

    /** Posts of these days, both included; undated posts never match. */
    static Query between(Optional<LocalDate> from, Optional<LocalDate> to) {
        long first = from.map(DateQueries::startOf).orElse(Long.MIN_VALUE);
        long last = to.map(day -> startOf(day.plusDays(1)) - 1).orElse(Long.MAX_VALUE);
        return new ConstantScoreQuery(LongField.newRangeQuery(PostFields.DATE, first, last));
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
