package broadsheet.web;

import broadsheet.search.Site;
import broadsheet.web.ServerOptions.Owner;
import broadsheet.web.page.PageSettings;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The page's settings: the owner's, else the ones of the posts' site, else defaults. A site that is not known yet, as its
 * cluster is away, is asked for again.
 */
final class SiteChoice implements Supplier<PageSettings> {

    /** Names that never lead anywhere (RFC 2606, RFC 6761), and a site's own machine: links to them would be dead. */
    private static final Pattern NOWHERE = Pattern.compile(
            "(.*\\.)?(example|example\\.(com|net|org)|test|invalid|localhost)|127\\..*|0\\.0\\.0\\.0|\\[::1]",
            Pattern.CASE_INSENSITIVE);

    private final Owner owner;
    private final Supplier<Optional<Site>> site;
    private final PageSettings.Files files;
    private volatile Optional<Chosen> known = Optional.empty();

    /** Settings, and their text, which each answer's tag has. */
    private record Chosen(PageSettings settings, String text) {

        private Chosen(PageSettings settings) {
            this(settings, settings.toString());
        }
    }

    SiteChoice(Owner owner, Supplier<Optional<Site>> site, PageSettings.Files files) {
        this.owner = owner;
        this.site = site;
        this.files = files;
    }

    @Override
    public PageSettings get() {
        return chosen().settings;
    }

    /** The same as a text. */
    String text() {
        return chosen().text;
    }

    private Chosen chosen() {
        return known.orElseGet(() -> {
            Optional<Site> answer = site.get();
            Chosen chosen = new Chosen(settings(owner, answer.orElse(Site.UNKNOWN), files));
            if (answer.isPresent()) {
                known = Optional.of(chosen);
            }
            return chosen;
        });
    }

    static PageSettings settings(Owner owner, Site site, PageSettings.Files files) {
        String title = owner.title().or(() -> Optional.of(site.title()).filter(text -> !text.isBlank()))
                .orElse(PageSettings.DEFAULT.title());
        Locale siteLanguage = site.lang().isEmpty() ? Locale.ENGLISH : Locale.forLanguageTag(site.lang());
        return new PageSettings(title, owner.basePath(), siteUrl(owner, site), owner.language(), siteLanguage, true,
                owner.colours(), files);
    }

    private static String siteUrl(Owner owner, Site site) {
        return owner.siteUrl().map(url -> url.equals(ServerOptions.Owner.NO_SITE) ? "" : url)
                .orElseGet(() -> exists(site.url()) ? site.url() : "");
    }

    private static boolean exists(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && !NOWHERE.matcher(uri.getHost()).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
