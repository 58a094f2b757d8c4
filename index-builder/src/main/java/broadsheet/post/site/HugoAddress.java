package broadsheet.post.site;

import broadsheet.post.frontmatter.Value.Fields;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address that Hugo gives to a page that names none. Source: Hugo's documentation of {@code slug} and
 * {@code permalinks}; {@code resources/page/permalinks.go}.
 *
 * @param settings of the page's language
 * @param file the page's path below the content folder, without the mark of its language: {@code news/storm.md}
 * @param front its front matter
 * @param date in the site's zone
 */
record HugoAddress(Fields settings, String file, Fields front, ZonedDateTime date) {

    private static final Pattern TOKEN = Pattern.compile(":([a-z]+)");

    /** From the language's root on: {@code /news/storm/}. */
    String path() {
        Fields permalinks = settings.fields("permalinks");
        String template = permalinks.text(section());
        if (template.isEmpty()) {
            template = permalinks.fields("page").text(section());
        }
        return template.isEmpty() ? byPath() : filled(template);
    }

    private String section() {
        return file.indexOf('/') < 0 ? "" : file.substring(0, file.indexOf('/'));
    }

    /** {@code /blogs/on-arm/} for {@code blogs/On ARM.md}; a bundle has its folder's name. */
    private String byPath() {
        FileName name = FileName.of(file);
        List<String> parts = new ArrayList<>(List.of(file.split("/")));
        parts.removeLast();
        if (!name.base().equals("index")) {
            parts.add(name.base());
        }
        String slug = front.text("slug");
        if (!slug.isEmpty() && !parts.isEmpty()) {
            parts.set(parts.size() - 1, slug);
        }
        String path = "/" + String.join("/", parts.stream().map(this::fit).toList());
        return settings.isTrue("uglyURLs") ? path + ".html" : path + "/";
    }

    private String fit(String text) {
        String fit = Slug.hugo(text);
        return settings.isTrue("disablePathToLower") ? fit : fit.toLowerCase(Locale.ROOT);
    }

    private String filled(String template) {
        Matcher matcher = TOKEN.matcher(template);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(token(matcher.group(1))));
        }
        matcher.appendTail(result);
        return result.isEmpty() || result.charAt(result.length() - 1) == '/' ? result.toString() : result + "/";
    }

    private String token(String name) {
        String base = baseName();
        String slug = front.text("slug");
        return switch (name) {
            case "year" -> date.format(DateTimeFormatter.ofPattern("uuuu"));
            case "month" -> date.format(DateTimeFormatter.ofPattern("MM"));
            case "monthname" ->
                date.format(DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH)).toLowerCase(Locale.ROOT);
            case "day" -> date.format(DateTimeFormatter.ofPattern("dd"));
            case "weekday" -> String.valueOf(date.getDayOfWeek().getValue() % 7);
            case "weekdayname" ->
                date.format(DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH)).toLowerCase(Locale.ROOT);
            case "yearday" -> String.valueOf(date.getDayOfYear());
            case "section" -> section();
            case "sections" -> fit(file.substring(0, Math.max(0, file.lastIndexOf('/'))));
            case "title" -> fit(front.text("title"));
            case "slug" -> fit(slug.isEmpty() ? orElse(front.text("title"), base) : slug);
            case "slugorfilename", "slugorcontentbasename" -> fit(orElse(slug, base));
            case "filename", "contentbasename" -> fit(base);
            default -> ":" + name;
        };
    }

    /** A bundle's is that of its folder. */
    private String baseName() {
        String base = FileName.of(file).base();
        int end = file.lastIndexOf('/');
        return base.equals("index") && end > 0 ? file.substring(file.lastIndexOf('/', end - 1) + 1, end) : base;
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
