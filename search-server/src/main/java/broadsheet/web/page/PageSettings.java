package broadsheet.web.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The owner's choices for the page; the same for every request.
 *
 * @param title the name of the archive or newspaper, {@code "The Harbour Courier"}; plain text
 * @param basePath the beginning of every path of the page, {@code ""} or {@code "/archive"}; no slash at the end
 * @param siteUrl the beginning of a post's address on its site, {@code "https://news.example"}; no slash at the
 *     end; empty: posts are read on this server
 * @param language the language of the page; empty: the reader's own, see {@link SearchPage#languageFor}
 * @param siteLanguage the language for readers who read none of the page's languages
 * @param textFragments whether a snippet links to its sentence with {@code #:~:text=}
 * @param colours the owner's colours
 * @param files the addresses of the static files
 */
public record PageSettings(String title, String basePath, String siteUrl, Optional<Locale> language,
        Locale siteLanguage, boolean textFragments, Colours colours, Files files) {

    /** The settings of an archive whose owner said nothing. */
    public static final PageSettings DEFAULT = new PageSettings("Broadsheet", "", "", Optional.empty(), Locale.ENGLISH,
            true,
            Colours.NONE, Files.PLAIN);

    /** The beginning of a post's address where that is a path: on its site, else on this server. */
    public String posts() {
        return siteUrl.isEmpty() ? basePath : siteUrl;
    }

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

        private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-z]{3,20}");

        /** Whether this is a colour that the style sheet can take; an empty one is. */
        public static boolean isColour(String text) {
            return text.isEmpty() || COLOUR.matcher(text).matches();
        }

        /**
         * Rules to stand at the end of {@code style.css}, each colour in its own scheme; empty without
         * colours.
         */
        public String css() {
            String light = rule(accent);
            String dark = rule(accentDark);
            String day = light.isEmpty() ? "" : "@media (prefers-color-scheme:light){" + light + "}";
            return day + (dark.isEmpty() ? "" : "@media (prefers-color-scheme:dark){" + dark + "}");
        }

        private static String rule(String colour) {
            return COLOUR.matcher(colour).matches() ? ":root{--accent:" + colour + "}" : "";
        }
    }

    /**
     * Addresses of the static files as they stand in the page, with the base path: {@code "/style.css?v=1f2e"}.
     *
     * @param style {@code public/style.css} with {@link Colours#css} at its end
     * @param script {@code public/search.js}
     * @param icon {@code public/favicon.svg}
     */
    public record Files(String style, String script, String icon) {
        /** The names without versions. */
        public static final Files PLAIN = new Files("/style.css", "/search.js", "/favicon.svg");
    }
}
