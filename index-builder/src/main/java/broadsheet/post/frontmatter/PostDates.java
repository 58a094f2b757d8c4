package broadsheet.post.frontmatter;

import broadsheet.post.frontmatter.Value.Text;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of front matter and of file names, as Jekyll reads them. {@code 2020-06-07 23:30:00} without quotes is UTC,
 * for YAML makes a time of it; what YAML leaves as text or as a bare date ({@code 2020-06-07 23:30}, anything in
 * quotes, {@code 2020-06-07}) is in the site's zone. Source: Psych 4.0 {@code scalar_scanner.rb}; Jekyll 4.3.1.
 */
public final class PostDates {

    private static final Pattern YAML_TIME = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[Tt]|\\s+)"
            + "(\\d{1,2}):(\\d\\d):(\\d\\d)(?:\\.\\d*)?(?:\\s*(Z|([-+])(\\d{1,2}):?(\\d\\d)?))?");
    private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");

    private PostDates() {}

    /**
     * The moment written here.
     *
     * @param zone the site's
     * @return empty for what is no date
     */
    public static Optional<Instant> read(Text written, ZoneId zone) {
        String text = written.text().strip();
        if (written.plain()) {
            Matcher time = YAML_TIME.matcher(text);
            if (time.matches()) {
                return yamlTime(time);
            }
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return startOfDay(number(day, 1), number(day, 2), number(day, 3), zone);
        }
        return RubyTime.parse(text, zone);
    }

    /** Midnight of a file name's date, {@code 2020-3-7} or {@code 20-3-7}; empty when there is no such day. */
    public static Optional<Instant> ofFileName(String date, ZoneId zone) {
        Matcher day = DAY.matcher(date);
        return day.matches()
                ? startOfDay(number(day, 1), number(day, 2), number(day, 3), zone)
                : RubyTime.parse(date, zone);
    }

    private static Optional<Instant> startOfDay(int year, int month, int day, ZoneId zone) {
        return RubyTime.local(year, month, day).map(date -> RubyTime.moment(date.atStartOfDay(), zone));
    }

    private static Optional<Instant> yamlTime(Matcher m) {
        int offset = 0;
        if (m.group(9) != null) {
            int minutes = m.group(10) == null ? 0 : number(m, 10);
            offset = (m.group(8).equals("-") ? -1 : 1) * (number(m, 9) * 60 + minutes);
        }
        int seconds = offset * 60;
        return RubyTime.local(number(m, 1), number(m, 2), number(m, 3))
                .flatMap(date -> RubyTime.at(date, number(m, 4), number(m, 5), number(m, 6)))
                .map(time -> time.toInstant(ZoneOffset.UTC).minusSeconds(seconds));
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
