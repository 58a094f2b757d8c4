package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.site.SiteConfig.Collection;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalField;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The address that Jekyll gives to a post. Source: Jekyll 4.3.1, {@code url.rb}, {@code drops/url_drop.rb},
 * {@code configuration.rb}; a golden file made by it holds these rules.
 *
 * @param path within the collections folder: {@code _posts/2024-03-01-sea-wall.md}
 * @param front the file's front matter laid on the site's defaults
 * @param date in the site's zone
 * @param categories as Jekyll knows them, folders above {@code _posts} first
 */
record Permalink(SiteConfig site, Collection collection, String path, Fields front, ZonedDateTime date,
        List<String> categories) {

    private static final Map<String, String> STYLES = Map.of("none", "/:categories/:title:output_ext", "date",
            "/:categories/:year/:month/:day/:title:output_ext", "ordinal",
            "/:categories/:year/:y_day/:title:output_ext",
            "pretty", "/:categories/:year/:month/:day/:title/", "weekdate",
            "/:categories/:year/W:week/:short_day/:title:output_ext");

    /** A format for each of Jekyll's date placeholders; it gives what {@code strftime} gives in C's locale. */
    private static final Map<String, DateTimeFormatter> DATES = Map.ofEntries(date("year", "uuuu"),
            date("short_year", "uu"), date("month", "MM"), date("i_month", "M"), date("short_month", "MMM"),
            date("long_month", "MMMM"), date("day", "dd"), date("i_day", "d"), date("y_day", "DDD"),
            date("short_day", "EEE"), date("long_day", "EEEE"), date("hour", "HH"), date("minute", "mm"),
            date("second", "ss"), Map.entry("w_year", number(IsoFields.WEEK_BASED_YEAR, 4)),
            Map.entry("week", number(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)),
            Map.entry("w_day", number(ChronoField.DAY_OF_WEEK, 1)));

    private static Map.Entry<String, DateTimeFormatter> date(String name, String pattern) {
        return Map.entry(name, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }

    private static DateTimeFormatter number(TemporalField field, int width) {
        return new DateTimeFormatterBuilder().appendValue(field, width).toFormatter(Locale.ENGLISH);
    }

    /** The address from the site's root on, without {@code baseurl}: {@code /news/2024/03/01/sea-wall.html}. */
    String url(Problems problems) {
        String template = written("permalink").orElseGet(this::template);
        return Address.sanitize(filled(template, problems));
    }

    private Optional<String> written(String key) {
        return front.exact(key).filter(value -> value instanceof Text text && !text.isFalse())
                .map(value -> ((Text) value).text());
    }

    private String template() {
        String style = site.permalink();
        if (!collection.permalink().isEmpty()) {
            return collection.permalink();
        }
        if (collection.label().equals("posts")) {
            return STYLES.getOrDefault(style, style);
        }
        boolean named = Set.of("date", "ordinal", "none").contains(style);
        String suffix = style.equals("pretty") || style.endsWith("/")
                ? "/"
                : named || style.endsWith(":output_ext") ? ":output_ext" : "";
        return "/:collection/:path" + suffix;
    }

    private String filled(String template, Problems problems) {
        StringBuilder result = new StringBuilder();
        int copied = 0;
        for (int colon = template.indexOf(':'); colon >= 0; colon = template.indexOf(':', colon + 1)) {
            int end = nameEnd(template, colon + 1);
            if (end > colon + 1) {
                result.append(template, copied, colon).append(placeholder(template, colon, end, problems));
                copied = end;
            }
        }
        return result.append(template, copied, template.length()).toString();
    }

    private static int nameEnd(String template, int from) {
        int end = from;
        while (end < template.length() && (template.charAt(end) >= 'a' && template.charAt(end) <= 'z'
                || template.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    /** The value of the placeholder from {@code colon} to {@code end}; itself where it means nothing. */
    private String placeholder(String template, int colon, int end, Problems problems) {
        String name = template.substring(colon + 1, end);
        Optional<String> value = value(name);
        String kept = "";
        if (value.isEmpty() && name.endsWith("_")) {
            // `:month_:day`: the underscore belongs to the template
            value = value(name.substring(0, name.length() - 1));
            kept = "_";
        }
        if (value.isEmpty()) {
            Optional<Value> own = front.exact("permalink");
            problems.warning(own.map(Value::line).orElse(0), own.map(Value::column).orElse(0),
                    "permalink-placeholder", "the permalink '" + template + "' has no meaning for ':" + name + "'");
        }
        return value.map(Address::escape).orElse(":" + name) + kept;
    }

    private Optional<String> value(String name) {
        DateTimeFormatter format = DATES.get(name);
        if (format != null) {
            return Optional.of(dated(name, format));
        }
        FileName file = FileName.of(path);
        return switch (name) {
            case "title" -> Optional.of(Slug.pretty(written("slug").orElse(file.slug())));
            case "slug" -> Optional.of(Slug.plain(written("slug").orElse(file.slug())));
            case "name" -> Optional.of(Slug.plain(file.base()));
            case "path" -> Optional.of(cleanedPath(file));
            case "categories" -> Optional.of(joined(categories.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList()));
            case "slugified_categories" -> Optional.of(joined(categories.stream().map(Slug::plain).toList()));
            case "collection" -> Optional.of(collection.label());
            case "output_ext" -> Optional.of(outputExtension(file));
            default -> Optional.empty();
        };
    }

    /** The three that nearly every address has need no formatter. */
    private String dated(String name, DateTimeFormatter format) {
        boolean fourDigits = date.getYear() >= 1000 && date.getYear() <= 9999;
        return switch (name) {
            case "year" -> fourDigits ? String.valueOf(date.getYear()) : date.format(format);
            case "month" -> twoDigits(date.getMonthValue());
            case "day" -> twoDigits(date.getDayOfMonth());
            default -> date.format(format);
        };
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static String joined(List<String> parts) {
        return String.join("/", new LinkedHashSet<>(parts));
    }

    private String cleanedPath(FileName file) {
        String bare = path.substring(0, path.length() - file.extension().length());
        String inside = bare.replaceFirst(Pattern.quote("_" + collection.label()), "");
        return inside.replaceFirst("\\.+$", "");
    }

    /** The extension that the permalink brings, else {@code .html} for Markdown, else the file's own. */
    private String outputExtension(FileName file) {
        String permalink = written("permalink").orElse("");
        if (!permalink.isEmpty() && !permalink.endsWith("/")) {
            String own = FileName.of(permalink).extension();
            if (!own.isEmpty()) {
                return own;
            }
        }
        String extension = file.extension();
        boolean markdown = !extension.isEmpty()
                && site.markdownExtensions().contains(extension.substring(1).toLowerCase(Locale.ROOT));
        return markdown ? ".html" : extension;
    }
}
