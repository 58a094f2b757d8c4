package broadsheet.serve;

import broadsheet.web.ServerOptions.Owner;
import broadsheet.web.page.PageSettings.Colours;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options with which an owner changes the page. */
final class PageArguments {

    @Option(names = "--title", paramLabel = "TEXT", description = {"Name of the archive on pages and feeds.",
            "Default: the site's own title, else Broadsheet."})
    private Optional<String> title = Optional.empty();

    @Option(names = "--site-url", paramLabel = "URL", description = {
            "Where the posts stand: https://news.example, or none for reading pages of this server.",
            "Default: the site's own url, if it is an address that exists."})
    private Optional<String> siteUrl = Optional.empty();

    @Option(names = "--page-language", paramLabel = "CODE", description = {
            "Language of the page's own words: en, de, es, fr, uk, ar.", "Default: the reader's."})
    private Optional<String> language = Optional.empty();

    @Option(names = "--base-path", paramLabel = "PATH", description = {
            "What a proxy puts before every path: /archive.", "Default: the path of --public-url."})
    private Optional<String> basePath = Optional.empty();

    @Option(names = "--accent", paramLabel = "COLOUR", defaultValue = "", description = "Colour of links in focus, sections and chosen filters: '#1d5a8a'.")
    private String accent = "";

    @Option(names = "--accent-dark", paramLabel = "COLOUR", defaultValue = "", description = "The same on dark paper.")
    private String accentDark = "";

    /** @throws ParameterException when a value makes no sense */
    Owner owner(Optional<String> publicUrl, CommandLine command) {
        String path = basePath.orElseGet(() -> publicUrl.map(PageArguments::path).orElse("")).replaceFirst("/+$", "");
        check(path.isEmpty() || path.matches("(/[A-Za-z0-9._~-]+)+"), "--base-path", "a path like /archive", path,
                command);
        check(Colours.isColour(accent), "--accent", "a colour like #1d5a8a", accent, command);
        check(Colours.isColour(accentDark), "--accent-dark", "a colour like #8ab8e0", accentDark, command);
        siteUrl.ifPresent(url -> check(url.equals(Owner.NO_SITE) || ServerArguments.isWebAddress(url), "--site-url",
                "none or an address like https://news.example", url, command));
        language.ifPresent(code -> check(code.matches("en|de|es|fr|uk|ar"), "--page-language",
                "one of en, de, es, fr, uk, ar", code, command));
        return new Owner(title.map(String::strip).filter(text -> !text.isEmpty()),
                siteUrl.map(url -> url.replaceFirst("/+$", "")), language.map(Locale::forLanguageTag), path,
                new Colours(accent, accentDark));
    }

    private static String path(String url) {
        return Optional.ofNullable(URI.create(url).getRawPath()).orElse("");
    }

    private static void check(boolean good, String option, String expected, String value, CommandLine command) {
        if (!good) {
            throw new ParameterException(command, option + " must be " + expected + ", was '" + value + "'");
        }
    }
}
