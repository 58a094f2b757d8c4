package broadsheet.web.messages;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page's own words, numbers and dates in one language, from the message files beside this class.
 *
 * <p>A message holds {@code {0}}, {@code {1}} where its arguments go and is plain text otherwise. A message that a
 * language lacks is shown in English.
 */
public final class Messages {

    /** The languages that have a message file; the first is for readers of any other. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("es"),
            Locale.FRENCH, Locale.forLanguageTag("uk"), Locale.forLanguageTag("ar"));

    private static final Map<Locale, Messages> KNOWN = new ConcurrentHashMap<>();

    private final Locale language;
    private final ResourceBundle messages;
    private final DateTimeFormatter days;
    private final DateTimeFormatter times;
    private final DateTimeFormatter months;
    private final DateTimeFormatter shortMonths;
    private final DateTimeFormatter years;
    private final NumberFormat numbers;

    private Messages(Locale language) {
        this.language = language;
        // Bare English reads its dates day first, as most of the world's English newspapers print them.
        Locale dates = language.equals(Locale.ENGLISH) ? Locale.UK : language;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).localizedBy(dates);
        this.times = pattern("HH:mm z", dates);
        this.months = pattern("LLLL yyyy", dates);
        this.shortMonths = pattern("LLL", dates);
        this.years = pattern("yyyy", dates);
        this.numbers = NumberFormat.getIntegerInstance(language);
        this.messages = ResourceBundle.getBundle("broadsheet.web.messages.messages", language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The words of that language; of English, if it has no message file. */
    public static Messages in(Locale language) {
        boolean known = LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(language.getLanguage()));
        return KNOWN.computeIfAbsent(known ? language : Locale.ENGLISH, Messages::new);
    }

    /** The tag for the page's {@code lang}: {@code "en"}. */
    public String tag() {
        return language.toLanguageTag();
    }

    /** {@code "rtl"} for Arabic, else {@code "ltr"}. */
    public String direction() {
        return language.getLanguage().equals("ar") ? "rtl" : "ltr";
    }

    public boolean isEnglish() {
        return language.getLanguage().equals("en");
    }

    /** The message, if any language has one of that name. */
    public Optional<String> find(String key) {
        return messages.containsKey(key) ? Optional.of(messages.getString(key)) : Optional.empty();
    }

    public Locale language() {
        return language;
    }

    /** The message with its arguments in place. */
    public String text(String key, String... arguments) {
        String message = messages.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            message = message.replace("{" + i + "}", arguments[i]);
        }
        return message;
    }

    /** The message for a number of things, the number as {@code {0}}: {@code ("posts", 214)} gives {@code "214 posts"}. */
    public String counted(String key, long count) {
        String form = key + "." + PluralForm.of(language, count).key();
        return text(messages.containsKey(form) ? form : key + ".other", number(count));
    }

    /** {@code "12,034"}. */
    public String number(long count) {
        // A NumberFormat is not safe for two threads; a copy of one costs far less than a new one.
        return ((NumberFormat) numbers.clone()).format(count);
    }

    /** {@code "34%"} for {@code 0.34}. */
    public String percent(double share) {
        return NumberFormat.getPercentInstance(language).format(share);
    }

    /** The date in words, with the time of day where there is one: {@code "1 March 2024"}, {@code "1 March 2024, 10:00 CET"}. */
    public String date(Instant date, ZoneId zone) {
        ZonedDateTime time = date.atZone(zone);
        if (time.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(time.toLocalDate());
        }
        return day(time.toLocalDate()) + ", " + times.format(time);
    }

    /** {@code "1 March 2024"}. */
    public String day(LocalDate day) {
        return days.format(day);
    }

    /** {@code "March 2024"}. */
    public String month(LocalDate day) {
        return months.format(day);
    }

    /** {@code "Mar"}. */
    public String shortMonth(LocalDate day) {
        return shortMonths.format(day);
    }

    /** {@code "2024"}. */
    public String year(LocalDate day) {
        return years.format(day);
    }

    private static DateTimeFormatter pattern(String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language).localizedBy(language);
    }
}
