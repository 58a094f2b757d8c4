package broadsheet.post;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names made fit for addresses. Source: Jekyll 4.3.1, {@code Utils.slugify}. */
final class Slug {

    private static final Pattern DEFAULT = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}]+");
    private static final Pattern PRETTY = Pattern.compile("[^\\p{M}\\p{L}\\p{Nd}._~!$&'()+,;=@]+");
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
