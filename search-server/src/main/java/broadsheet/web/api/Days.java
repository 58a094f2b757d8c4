package broadsheet.web.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days that {@code 2024}, {@code 2024-03} or {@code 2024-03-05} stands for.
 *
 * @param first the first day
 * @param last the last day, included
 */
record Days(LocalDate first, LocalDate last) {

    static final String EXPECTED = "a day (2024-03-05), a month (2024-03) or a year (2024)";

    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{1,2})(?:-(\\d{1,2}))?)?");

    /** Empty when the text is no day, month or year of the calendar. */
    static Optional<Days> parse(String text) {
        Matcher found = DAY.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int year = Integer.parseInt(found.group(1));
            if (found.group(2) == null) {
                return Optional.of(new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
            }
            YearMonth month = YearMonth.of(year, Integer.parseInt(found.group(2)));
            if (found.group(3) == null) {
                return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
            }
            LocalDate day = LocalDate.of(year, month.getMonth(), Integer.parseInt(found.group(3)));
            return Optional.of(new Days(day, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
