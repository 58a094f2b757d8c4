package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.frontmatter.FrontMatter.Form;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.site.HugoLanguages.Page;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A Hugo site, or a folder {@code content} that is laid out like one: every page below {@code content} but
 * {@code _index} files and the parts of a page bundle. Source: Hugo's documentation of {@code url}, {@code slug},
 * {@code permalinks} and page bundles.
 */
public final class Hugo implements Generator {

    private static final String CONTENT = "content";

    private final Path root;
    private final SiteConfig site;
    private final HugoLanguages languages;
    private final AuthorNames authors;
    private final ZoneId zone;

    /**
     * @param root the folder in which {@code content} lies
     * @param settings with keys in lower case
     */
    public Hugo(Path root, SiteConfig site, Fields settings, ZoneId zone, AuthorNames authors) {
        this.root = root;
        this.authors = authors;
        this.site = site;
        this.languages = new HugoLanguages(settings);
        this.zone = zone;
    }

    /** Hugo's settings in the names of Jekyll's. */
    public static SiteConfig site(SettingsFiles files, Problems problems) {
        SiteConfig none = SiteConfig.none();
        HugoLanguages languages = new HugoLanguages(files.fields());
        Fields settings = languages.settings();
        String base = settings.text("baseURL");
        String path = "";
        try {
            path = Optional.ofNullable(URI.create(base).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            Problems found = new Problems(files.name("baseURL"));
            found.warning(0, 0, "base-url", "expected an address as baseURL, found '" + base + "'");
            problems.addAll(found);
        }
        String baseurl = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        String host = path.isEmpty() || !base.endsWith(path) ? base : base.substring(0, base.length() - path.length());
        Problems ofZone = new Problems(files.name("timeZone"));
        Optional<ZoneId> zone = SiteConfig.zone(settings, "timeZone", ofZone);
        problems.addAll(ofZone);
        return new SiteConfig(files.name(), settings.text("title"), host, baseurl, languages.code(), zone,
                none.permalink(), none.markdownExtensions(), "", "", List.of(), List.of(), none.collections(),
                settings.isTrue("buildFuture"), false, settings.isTrue("buildDrafts"), none.defaults());
    }

    @Override
    public SiteConfig site() {
        return site;
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public AuthorNames authors() {
        return authors;
    }

    @Override
    public boolean enters(String folder) {
        String name = folder.substring(folder.lastIndexOf('/') + 1);
        return folder.isEmpty() || (folder.equals(CONTENT) || folder.startsWith(CONTENT + "/"))
                && !Generator.isHidden(name);
    }

    @Override
    public Optional<Kind> kind(String path) {
        FileName name = FileName.of(path);
        if (!path.startsWith(CONTENT + "/") || Generator.isHidden(name.base())
                || PostFormat.of(path).filter(PostFormat::isOnePost).isEmpty()
                || name.extension().equalsIgnoreCase(".txt")) {
            return Optional.empty();
        }
        if (languages.isDisabled(page(path).language())) {
            return Optional.of(Kind.EXCLUDED);
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
            Path bundle = root.resolve(folder);
            if (!own && languages.bundleNames().stream().anyMatch(each -> Files.exists(bundle.resolve(each)))) {
                return true;
            }
            folder = folder.substring(0, folder.lastIndexOf('/'));
        }
        return false;
    }

    private Page page(String path) {
        return languages.page(path.substring(CONTENT.length() + 1));
    }

    @Override
    public String lang(String path) {
        Page page = page(path);
        return page.marked() ? languages.code(page.language()) : "";
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
    public List<String> keysThatHoldBack() {
        return List.of("publishdate", "pubdate");
    }

    @Override
    public String address(Facts facts, Problems problems) {
        Fields front = facts.front();
        Page page = page(facts.path());
        String prefix = languages.prefix(page.language());
        if (front.find("url").orElse(null) instanceof Text url && !url.text().isBlank()) {
            String written = url.text().strip();
            boolean fromRoot = written.startsWith("/");
            return Address.isLink(written) && !fromRoot
                    ? written
                    : Address.normalize(site.baseurl() + (fromRoot ? "" : prefix) + Address.sanitize(written));
        }
        HugoAddress address = new HugoAddress(languages.settings(page.language()), page.path(), front,
                facts.date().orElse(Instant.EPOCH).atZone(zone));
        return Address.normalize(site.baseurl() + prefix + Address.sanitize(address.path()));
    }
}
