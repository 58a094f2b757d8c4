package broadsheet.post.frontmatter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Times in people's own forms, read as Ruby's {@code Time.parse} reads them, for Jekyll hands it every date that YAML
 * has not understood: {@code June 7, 2020 11pm}, {@code 7 Jun 2020 23:00 EST}, {@code 07/06/2020} (the seventh of
 * June), {@code 07-Jun-2020}, {@code 20200607T2300}. Source: Ruby 3.1, {@code date_parse.c} and {@code time.rb}. Only
 * one rule differs: what names no year is not taken as a day of this year.
 */
final class RubyTime {

    /** Ruby refuses longer texts, too. */
    private static final int MAX_LENGTH = 128;

    private static final String MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
    private static final Pattern NOISE = Pattern.compile("[^-+',./:@\\p{L}\\p{Nd}\\[\\]]+");
    private static final Pattern WEEKDAY = ignoringCase("\\b(?:sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*");
    private static final Pattern TIME = ignoringCase(
            "(\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?|\\d+(?=\\s*[ap](?:m\\b|\\.m\\.)))"
                    + "(?:\\s*([ap])(?:m\\b|\\.m\\.))?"
                    + "(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?|(?-i:\\p{Alpha}+)(?:\\sdst)?\\b))?");
    private static final Pattern CLOCK = ignoringCase(
            "(\\d+)\\s*[h:]?\\s*(\\d+)?m?(?:\\s*:?\\s*(\\d+))?(?:[,.]\\d*)?s?.*");
    private static final Pattern DAY_MONTH = ignoringCase("('?\\d+)[^-\\d\\s]*\\s*(" + MONTHS
            + ")[^-\\d\\s']*(?:\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?");
    private static final Pattern MONTH_DAY = ignoringCase(
            "\\b(" + MONTHS + ")[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*(?:\\s*,?\\s*('?-?\\d+))?");
    private static final Pattern DASHES = Pattern.compile("('?[-+]?\\d+)-(\\d+)-('?-?\\d+)");
    private static final Pattern DAY_DASH_MONTH = ignoringCase("('?-?\\d+)-(" + MONTHS + ")[^-/.]*-('?-?\\d+)");
    private static final Pattern MONTH_DASH_DAY = ignoringCase(
            "\\b(" + MONTHS + ")[^-/.]*-('?\\d+)(?:-('?-?\\d+))?");
    private static final Pattern SLASHES = Pattern.compile("('?-?\\d+)/\\s*('?\\d+)(?:\\D\\s*('?-?\\d+))?");
    private static final Pattern DOTS = Pattern.compile("('?-?\\d+)\\.\\s*('?\\d+)\\.\\s*('?-?\\d+)");
    private static final Pattern DIGITS = ignoringCase(
            "([-+]?)(\\d{8}|\\d{12}|\\d{14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.]\\d*)?)?(z\\b|[-+]\\d{1,4}\\b)?");

    private static final Map<String, Integer> ZONE_HOURS = Map.ofEntries(Map.entry("UTC", 0), Map.entry("Z", 0),
            Map.entry("UT", 0), Map.entry("GMT", 0), Map.entry("EST", -5), Map.entry("EDT", -4), Map.entry("CST", -6),
            Map.entry("CDT", -5), Map.entry("MST", -7), Map.entry("MDT", -6), Map.entry("PST", -8),
            Map.entry("PDT", -7));
    private static final Pattern OFFSET = Pattern.compile("([-+])(\\d\\d):?(\\d\\d)?(?::?(\\d\\d))?");

    private String rest;
    private OptionalInt year = OptionalInt.empty();
    private int month = 1;
    private int day = 1;
    private int hour;
    private int minute;
    private int second;
    private String zoneName = "";

    private RubyTime(String text) {
        this.rest = NOISE.matcher(text).replaceAll(" ");
    }

    private static Pattern ignoringCase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * The moment that a text names.
     *
     * @param zone where no other zone is written
     * @return empty for what is no date, or names no year
     */
    static Optional<Instant> parse(String text, ZoneId zone) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        RubyTime time = new RubyTime(text);
        time.rest = WEEKDAY.matcher(time.rest).replaceFirst(" ");
        time.takeTime();
        boolean found = time.takeDayMonth(DAY_MONTH) || time.takeMonthDay(MONTH_DAY) || time.takeThree(DASHES)
                || time.takeDayMonth(DAY_DASH_MONTH) || time.takeMonthDay(MONTH_DASH_DAY) || time.takeSlashes()
                || time.takeThree(DOTS) || time.takeDigits();
        return found ? time.instant(zone) : Optional.empty();
    }

    private Optional<Matcher> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(rest);
        if (!matcher.find()) {
            return Optional.empty();
        }
        rest = rest.substring(0, matcher.start()) + " " + rest.substring(matcher.end());
        return Optional.of(matcher);
    }

    private void takeTime() {
        Optional<Matcher> found = take(TIME);
        if (found.isEmpty()) {
            return;
        }
        Matcher clock = CLOCK.matcher(found.get().group(1));
        if (!clock.matches()) {
            return;
        }
        hour = number(clock.group(1));
        minute = number(clock.group(2));
        second = number(clock.group(3));
        String half = found.get().group(2);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        if (found.get().group(3) != null) {
            zoneName = found.get().group(3);
        }
    }

    private boolean takeDayMonth(Pattern pattern) {
        Optional<Matcher> found = take(pattern);
        found.ifPresent(m -> set(m.group(3), monthNumber(m.group(2)), m.group(1)));
        return found.isPresent();
    }

    private boolean takeMonthDay(Pattern pattern) {
        Optional<Matcher> found = take(pattern);
        found.ifPresent(m -> {
            // `June 2020`: four digits in the day's place are a year
            boolean yearOnly = m.group(3) == null && digits(m.group(2)).length() > 2;
            set(yearOnly ? m.group(2) : m.group(3), monthNumber(m.group(1)), yearOnly ? null : m.group(2));
        });
        return found.isPresent();
    }

    private boolean takeThree(Pattern pattern) {
        Optional<Matcher> found = take(pattern);
        found.ifPresent(m -> set(m.group(1), number(m.group(2)), m.group(3)));
        return found.isPresent();
    }

    private boolean takeSlashes() {
        Optional<Matcher> found = take(SLASHES);
        if (found.isEmpty()) {
            return false;
        }
        Matcher m = found.get();
        if (m.group(3) == null) {
            // `2020/06` is a month; `6/7` names no year
            set(digits(m.group(1)).length() > 2 ? m.group(1) : null, number(m.group(2)), null);
        } else {
            set(m.group(1), number(m.group(2)), m.group(3));
        }
        return true;
    }

    private boolean takeDigits() {
        Optional<Matcher> found = take(DIGITS);
        if (found.isEmpty()) {
            return false;
        }
        Matcher m = found.get();
        String date = m.group(2);
        set(date.substring(0, 4), number(date.substring(4, 6)), date.substring(6, 8));
        String clock = date.length() > 8 ? date.substring(8) : m.group(3) == null ? "" : m.group(3);
        if (clock.length() >= 2) {
            hour = number(clock.substring(0, 2));
            minute = clock.length() >= 4 ? number(clock.substring(2, 4)) : 0;
            second = clock.length() >= 6 ? number(clock.substring(4, 6)) : 0;
        }
        if (m.group(4) != null) {
            zoneName = m.group(4);
        }
        return true;
    }

    /** Year and day change places where the day's place holds more than two digits, or an apostrophe's year. */
    private void set(String yearText, int monthNumber, String dayText) {
        month = monthNumber;
        boolean swapped = dayText != null && (dayText.startsWith("'") || digits(dayText).length() > 2)
                && (yearText == null || digits(yearText).length() <= 2);
        String realYear = swapped ? dayText : yearText;
        String realDay = swapped ? yearText : dayText;
        day = realDay == null ? 1 : number(digits(realDay));
        if (realYear != null) {
            year = OptionalInt.of(fullYear(digits(realYear)));
        }
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int fullYear(String digits) {
        int number = number(digits);
        if (digits.length() > 2) {
            return number;
        }
        return number >= 69 ? 1900 + number : 2000 + number;
    }

    private static int number(String text) {
        return text == null || text.isEmpty() || text.length() > 9 ? 0 : Integer.parseInt(text);
    }

    private static int monthNumber(String name) {
        String start = name.substring(0, 3).toLowerCase(Locale.ROOT);
        return MONTHS.indexOf(start) / 4 + 1;
    }

    private Optional<Instant> instant(ZoneId zone) {
        if (year.isEmpty()) {
            return Optional.empty();
        }
        return local(year.getAsInt(), month, day).flatMap(date -> at(date, hour, minute, second))
                .map(time -> moment(time, offset().map(ZoneId.class::cast).orElse(zone)));
    }

    /** The moment of a clock's time; of the two that an hour set back gives, Ruby takes the later. */
    static Instant moment(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    }

    /** A date as Ruby makes it: the 31st of a shorter month runs over into the next one. */
    static Optional<LocalDate> local(int year, int month, int day) {
        if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year, month, 1).plusDays(day - 1));
    }

    /** A time as Ruby makes it: hour 24 and second 60 are the start of the next. */
    static Optional<LocalDateTime> at(LocalDate date, int hour, int minute, int second) {
        boolean possible = minute <= 59 && second <= 60 && (hour <= 23 || hour == 24 && minute == 0 && second == 0);
        return possible
                ? Optional.of(date.atStartOfDay().plusHours(hour).plusMinutes(minute).plusSeconds(second))
                : Optional.empty();
    }

    private Optional<ZoneOffset> offset() {
        String name = zoneName.toUpperCase(Locale.ROOT);
        Integer hours = ZONE_HOURS.get(name);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofHours(hours));
        }
        Matcher matcher = OFFSET.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int sign = matcher.group(1).equals("-") ? -1 : 1;
        int h = number(matcher.group(2));
        int m = number(matcher.group(3));
        return h > 18 || m > 59 || h == 18 && m > 0
                ? Optional.empty()
                : Optional.of(ZoneOffset.ofHoursMinutes(sign * h, sign * m));
    }
}
