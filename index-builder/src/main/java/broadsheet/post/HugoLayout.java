package broadsheet.post;

import broadsheet.post.FrontMatter.Form;
import broadsheet.post.Value.Fields;
import broadsheet.post.Value.Text;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Hugo site, or a folder {@code content} that is laid out like one: every page below {@code content} but
 * {@code _index} files and the parts of a page bundle. Source: Hugo's documentation of {@code url}, {@code slug},
 * {@code permalinks} and page bundles.
 */
final class HugoLayout implements Layout {

    private static final String CONTENT = "content";
    private static final Pattern TOKEN = Pattern.compile(":([a-z]+)");

    private final Path root;
    private final SiteConfig site;
    private final Fields settings;
    private final ZoneId zone;

    /** @param root the folder in which {@code content} lies */
    HugoLayout(Path root, SiteConfig site, Fields settings, ZoneId zone) {
        this.root = root;
        this.site = site;
        this.settings = settings;
        this.zone = zone;
    }

    /** Hugo's settings in the names of Jekyll's. */
    static SiteConfig site(SettingsFiles files, Problems problems) {
        SiteConfig none = SiteConfig.none();
        Fields settings = files.fields();
        String base = settings.text("baseURL");
        String path = "";
        try {
            path = Optional.ofNullable(URI.create(base).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            Problems found = new Problems(files.name("baseURL"));
            found.warning(0, 0, "base-url", "expected an address as baseURL, came '" + base + "'");
            problems.addAll(found);
        }
        String baseurl = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String host = path.isEmpty() || !base.endsWith(path) ? base : base.substring(0, base.length() - path.length());
        Problems ofZone = new Problems(files.name("timeZone"));
        Optional<ZoneId> zone = SiteConfig.zone(settings, "timeZone", ofZone);
        problems.addAll(ofZone);
        return new SiteConfig(files.name(), settings.text("title"), host, baseurl,
                SiteConfig.primarySubtag(settings.text("defaultContentLanguage", "languageCode", "locale")), zone,
                none.permalink(), none.markdownExtensions(), "", "", List.of(), List.of(), none.collections(),
                settings.isTrue("buildFuture"), false, settings.isTrue("buildDrafts"), none.defaults());
    }

    @Override
    public SiteConfig site() {
        return site;
    }

    @Override
    public boolean enters(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return folder.isEmpty() || (folder.equals(CONTENT) || folder.startsWith(CONTENT + "/"))
                && !Layout.isHidden(name);
    }

    @Override
    public Optional<Kind> kind(String path) {
        FileName name = FileName.of(path);
        if (!path.startsWith(CONTENT + "/") || Layout.isHidden(name.base())
                || PostFormat.of(path).filter(PostFormat::isOnePost).isEmpty()
                || name.extension().equalsIgnoreCase(".txt")) {
            return Optional.empty();
        }
        boolean list = name.base().equals("_index") || name.base().startsWith("_index.");
        return Optional.of(list || isPartOfBundle(path, name) ? Kind.NOT_A_POST : Kind.POST);
    }

    /** Below a folder with an {@code index} file all other pages belong to that one. */
    private boolean isPartOfBundle(String path, FileName name) {
        String folder = path.substring(0, path.lastIndexOf('/'));
        boolean index = name.base().equals("index") || name.base().startsWith("index.");
        while (folder.contains("/")) {
            boolean own = index && path.lastIndexOf('/') == folder.length();
            if (!own && (Files.exists(root.resolve(folder + "/index.md"))
                    || Files.exists(root.resolve(folder + "/index.html")))) {
                return true;
            }
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        return false;
    }

    @Override
    public Fields defaults(String path) {
        return Fields.EMPTY;
    }

    @Override
    public boolean showsFuture(String path) {
        return site.future();
    }

    @Override
    public boolean reads(FrontMatter front) {
        return front.form() != Form.HEADER;
    }

    @Override
    public List<String> categories(String path, Fields defaults, Fields own) {
        return own.list("categories").isEmpty() ? own.list("category") : own.list("categories");
    }

    @Override
    public String address(Facts facts, Problems problems) {
        Fields front = facts.front();
        if (front.find("url").orElse(null) instanceof Text url && !url.text().isBlank()) {
            String written = url.text().strip();
            return FolderLayout.isAddress(written) && !written.startsWith("/")
                    ? written
                    : Address.normalize(site.baseurl() + Address.sanitize(written));
        }
        String template = settings.fields("permalinks").text(section(facts.path()));
        if (template.isEmpty()) {
            template = settings.fields("permalinks").fields("page").text(section(facts.path()));
        }
        String address = template.isEmpty() ? byPath(facts) : filled(template, facts);
        return Address.normalize(site.baseurl() + Address.sanitize(address));
    }

    private static String section(String path) {
        String[] folders = path.split("/");
        return folders.length > 2 ? folders[1] : "";
    }

    /** {@code /blogs/on-arm/} for {@code content/blogs/On ARM.md}; a bundle has its folder's name. */
    private String byPath(Facts facts) {
        FileName name = FileName.of(facts.path());
        List<String> parts = new ArrayList<>(List.of(facts.path().split("/")));
        parts.removeFirst();
        parts.removeLast();
        if (!name.base().equals("index")) {
            parts.add(name.base());
        }
        String slug = facts.front().text("slug");
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

    private String filled(String template, Facts facts) {
        Matcher matcher = TOKEN.matcher(template);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(result, Matcher.quoteReplacement(token(matcher.group(1), facts)));
        }
        matcher.appendTail(result);
        return result.isEmpty() || result.charAt(result.length() - 1) == '/' ? result.toString() : result + "/";
    }

    private String token(String name, Facts facts) {
        ZonedDateTime date = facts.date().orElse(Instant.EPOCH).atZone(zone);
        String file = FileName.of(facts.path()).base();
        String slug = facts.front().text("slug");
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
            case "section" -> section(facts.path());
            case "sections" -> fit(facts.path().substring(CONTENT.length(), facts.path().lastIndexOf('/')));
            case "title" -> fit(facts.front().text("title"));
            case "slug" -> fit(slug.isEmpty() ? orElse(facts.front().text("title"), file) : slug);
            case "slugorfilename", "slugorcontentbasename" -> fit(orElse(slug, file));
            case "filename", "contentbasename" -> fit(file);
            default -> ":" + name;
        };
    }

    private static String orElse(String text, String other) {
        return text.isEmpty() ? other : text;
    }
}
