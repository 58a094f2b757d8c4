package broadsheet.web.page;

import java.util.Locale;
import java.util.Optional;

/**
 * What the owner of the archive decided about the page; the same for every request.
 *
 * @param title the name of the archive or newspaper, {@code "The Harbour Courier"}; plain text
 * @param basePath what stands before every path of the page, {@code ""} or {@code "/archive"}; no slash at the end
 * @param siteUrl what stands before the address of a post, {@code ""} or {@code "https://news.example"}; no slash at
 *     the end
 * @param language the language of the page; empty: the reader's own, see {@link SearchPage#languageFor}
 * @param textFragments whether a snippet links to its sentence with {@code #:~:text=}
 * @param colours the owner's colours
 * @param files the addresses of the static files
 */
public record PageSettings(String title, String basePath, String siteUrl, Optional<Locale> language,
        boolean textFragments, Colours colours, Files files) {

    /** The settings of an archive whose owner said nothing. */
    public static final PageSettings DEFAULT = new PageSettings("Broadsheet", "", "", Optional.empty(), true,
            Colours.NONE, Files.PLAIN);

    /**
     * Colours as CSS writes them, {@code "#8a1c1c"}; empty ones keep the page's own. Anything that is not a colour is
     * left out of the style sheet.
     *
     * @param accent of rules, links and the bars, on light paper
     * @param accentDark the same on dark paper
     */
    public record Colours(String accent, String accentDark) {
        /** The page's own colours. */
        public static final Colours NONE = new Colours("", "");
    }

    /**
     * Addresses of the static files as they stand in the page, with the base path: {@code "/style.css?v=1f2e"}.
     *
     * @param style the style sheet, {@link SearchPage#styleSheet}
     * @param script {@code public/search.js}
     * @param icon {@code public/favicon.svg}
     */
    public record Files(String style, String script, String icon) {
        /** The names without versions. */
        public static final Files PLAIN = new Files("/style.css", "/search.js", "/favicon.svg");
    }
}
