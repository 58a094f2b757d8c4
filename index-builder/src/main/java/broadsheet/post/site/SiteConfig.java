package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A site's own settings for its posts; names and defaults are those of Jekyll 4.3's configuration.
 *
 * @param file where the settings stand, within the archive; empty when there are none
 * @param title the site's name; empty when it has none
 * @param url scheme and host, {@code https://news.example}; empty when not set
 * @param baseurl the path below which the site lies, {@code /news} without a slash at its end; often empty
 * @param lang the site's language as a primary subtag, {@code en}; empty when not set
 * @param zone time zone of times written without one; empty when not set
 * @param permalink the style or template of post addresses; {@code date} when not set
 * @param markdownExtensions in lower case, without dots
 * @param excerptSeparator what ends the excerpt within a body; empty when not set
 * @param collectionsDir the folder that holds {@code _posts} and the like; empty for the site's root
 * @param exclude names, prefixes and patterns of files that the site leaves out
 * @param include what is taken although its name or {@code exclude} forbids it
 * @param collections those that are written to the site, {@code posts} among them, by label
 * @param future posts of the future are published now
 * @param unpublished posts with {@code published: false} are published
 * @param showDrafts drafts are published
 * @param defaults front matter that the settings give to posts
 */
public record SiteConfig(String file, String title, String url, String baseurl, String lang, Optional<ZoneId> zone,
        String permalink, Set<String> markdownExtensions, String excerptSeparator, String collectionsDir,
        List<String> exclude, List<String> include, Map<String, Collection> collections, boolean future,
        boolean unpublished, boolean showDrafts, FrontMatterDefaults defaults) {

    private static final String MARKDOWN_EXTENSIONS = "markdown,mkdown,mkdn,mkd,md";

    /** Jekyll's {@code DEFAULT_EXCLUDES}, without the names that start with a dot and are special anyway. */
    private static final List<String> ALWAYS_EXCLUDED = List.of("gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
            "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/");

    /**
     * One collection that the site writes.
     *
     * @param permalink its own template; empty when the site's style decides
     * @param future its posts of the future are published now
     */
    record Collection(String label, String permalink, boolean future) {}

    /** A site that sets nothing. */
    public static SiteConfig none() {
        return of("", Fields.EMPTY, new Problems(""));
    }

    /** Reads Jekyll's settings; a value that cannot be used is a warning, and the default holds. */
    public static SiteConfig of(String file, Fields settings, Problems problems) {
        List<String> exclude = new ArrayList<>(settings.list("exclude"));
        exclude.addAll(ALWAYS_EXCLUDED);
        String baseurl = settings.text("baseurl");
        return new SiteConfig(file, settings.text("title", "name"), withoutSlash(settings.text("url")),
                baseurl.isEmpty() || baseurl.equals("/") ? "" : "/" + withoutSlash(baseurl).replaceFirst("^/+", ""),
                primarySubtag(settings.text("lang", "language", "locale")), zone(settings, "timezone", problems),
                orElse(settings.text("permalink"), "date"),
                extensions(orElse(settings.text("markdown_ext"), MARKDOWN_EXTENSIONS)),
                settings.exact("excerpt_separator").map(SiteConfig::textOf).orElse(""),
                settings.text("collections_dir").replaceAll("^/+|/+$", ""), List.copyOf(exclude),
                List.copyOf(settings.list("include")), collections(settings), settings.isTrue("future"),
                settings.isTrue("unpublished"), settings.isTrue("show_drafts"), FrontMatterDefaults.of(settings));
    }

    private static String textOf(Value value) {
        return value instanceof Text text ? text.text() : "";
    }

    private static String orElse(String text, String other) {
        return text.isBlank() ? other : text;
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** {@code pt} for {@code pt-BR}, {@code en} for {@code en_US}; empty for what is no language code. */
    public static String primarySubtag(String written) {
        String subtag = written.strip().split("[-_.]", 2)[0].toLowerCase(Locale.ROOT);
        return subtag.matches("[a-z]{2,3}") ? subtag : "";
    }

    static Optional<ZoneId> zone(Fields settings, String key, Problems problems) {
        String name = settings.text(key);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            Value value = settings.find(key).orElseThrow();
            problems.warning(value.line(), value.column(), "unknown-time-zone",
                    "expected a time zone such as Europe/Berlin, found '" + name + "'; UTC is used");
            return Optional.empty();
        }
    }

    private static Set<String> extensions(String written) {
        return new TreeSet<>(List.of(written.toLowerCase(Locale.ROOT).replace(" ", "").split(",")));
    }

    private static Map<String, Collection> collections(Fields settings) {
        Map<String, Collection> collections = new LinkedHashMap<>();
        collections.put("posts", new Collection("posts", "", false));
        if (settings.find("collections").orElse(null) instanceof Fields all) {
            all.entries().forEach((label, value) -> {
                Fields own = value instanceof Fields fields ? fields : Fields.EMPTY;
                if (label.equals("posts") || own.isTrue("output")) {
                    collections.put(label, new Collection(label, own.text("permalink"), own.isTrue("future")));
                }
            });
        }
        return collections;
    }
}
