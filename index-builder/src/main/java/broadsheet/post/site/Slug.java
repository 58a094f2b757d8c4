package broadsheet.post.site;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names made fit for addresses. Source: Jekyll 4.3.1, {@code Utils.slugify}; Hugo, {@code paths.Sanitize}. */
final class Slug {

    private static final Pattern DEFAULT = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
    private static final Pattern PRETTY = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");
    private static final Pattern HUGO = Pattern.compile("[\\p{L}\\p{Nd}\\p{M}./\\\\_#+~@-]|%[0-9A-Fa-f]{2}");
    private static final Pattern EDGES = Pattern.compile("^-|-$", Pattern.MULTILINE);

    private Slug() {}

    /** Letters, marks and digits, all else a hyphen, lower case: {@code sea-wall} for {@code Sea Wall!}. */
    static String plain(String text) {
        return hyphened(text, DEFAULT).toLowerCase(Locale.ROOT);
    }

    /** Keeps case and what an address may hold unescaped: {@code My-Slug!-&-Co} for {@code My Slug! & Co}. */
    static String pretty(String text) {
        return hyphened(text, PRETTY);
    }

    /**
     * Characters that Hugo leaves out are dropped, or become one hyphen if spaces are among them and no hyphen is next
     * to them: {@code Hello-World} for {@code Hello & World} and {@code Hello - World}. Hyphens that are written stay.
     */
    static String hugo(String text) {
        StringBuilder fit = new StringBuilder(text.length());
        Matcher kept = HUGO.matcher(text);
        int end = 0;
        while (kept.find()) {
            boolean hyphened = fit.isEmpty() || fit.charAt(fit.length() - 1) == '-' || text.charAt(kept.start()) == '-';
            fit.append(!hyphened && hasSpace(text, end, kept.start()) ? "-" : "").append(text, kept.start(),
                    kept.end());
            end = kept.end();
        }
        return fit.toString();
    }

    private static boolean hasSpace(String text, int from, int to) {
        return text.substring(from, to).codePoints()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    private static String hyphened(String text, Pattern replaced) {
        return isSlug(text) ? text : EDGES.matcher(replaced.matcher(text).replaceAll("-")).replaceAll("");
    }

    /** ASCII letters and digits with single hyphens between them, as most names are: nothing is to be replaced. */
    private static boolean isSlug(String text) {
        boolean afterHyphen = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hyphen = c == '-';
            if (hyphen ? afterHyphen : !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
                return false;
            }
            afterHyphen = hyphen;
        }
        return !afterHyphen;
    }
}
