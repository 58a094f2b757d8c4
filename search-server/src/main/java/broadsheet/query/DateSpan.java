package broadsheet.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a typed year, month or day: {@code 2024-02} is 2024-02-01 to 2024-02-29.
 *
 * @param first the first day
 * @param last the last day, included
 */
public record DateSpan(LocalDate first, LocalDate last) {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?");

    /** Nothing for a text that is no date, and for one that no calendar has: {@code 2024-02-31}. */
    public static Optional<DateSpan> of(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches() || matcher.group(1).equals("0000")) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(1));
        try {
            if (matcher.group(2) == null) {
                return Optional.of(new DateSpan(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            int month = Integer.parseInt(matcher.group(2));
            if (matcher.group(3) == null) {
                YearMonth typed = YearMonth.of(year, month);
                return Optional.of(new DateSpan(typed.atDay(1), typed.atEndOfMonth()));
            }
            LocalDate day = LocalDate.of(year, month, Integer.parseInt(matcher.group(3)));
            return Optional.of(new DateSpan(day, day));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }
}
