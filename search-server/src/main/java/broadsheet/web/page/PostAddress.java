package broadsheet.web.page;

import broadsheet.search.Hit.Snippet;
import broadsheet.web.text.Percent;
import broadsheet.web.text.PostLink;
import java.util.regex.Pattern;

/**
 * Where the posts stand: the address of each on its site.
 *
 * @param siteUrl what stands before an address that is a path
 * @param textFragments whether a link to a passage names its words
 */
record PostAddress(String siteUrl, boolean textFragments) {

    private static final Pattern SLASHES = Pattern.compile("/+");

    /** The address for a link; {@code "#"} for anything but a path and http(s). */
    String of(String url) {
        String link = PostLink.of(url);
        boolean whole = link.equals(PostLink.NOWHERE) || isWhole(link);
        // A link without a scheme is a path of the site: two slashes in front would name a host instead.
        return whole ? link : siteUrl + "/" + withoutLead(link);
    }

    /** The address that leads to the passage itself. */
    String of(String url, Snippet passage) {
        String link = of(url);
        return textFragments && !link.equals(PostLink.NOWHERE) ? PostLink.to(link, passage) : link;
    }

    /** The address as a person reads it: {@code "news.example › 2024 › 03 › sea-wall"}. */
    String shown(String url) {
        return Percent.decode(SLASHES.matcher(path(of(url))).replaceAll(" › "));
    }

    private static boolean isWhole(String link) {
        return link.regionMatches(true, 0, "http://", 0, 7) || link.regionMatches(true, 0, "https://", 0, 8);
    }

    /** Without slashes in front, backslashes as {@link PostLink} encodes them included. */
    private static String withoutLead(String link) {
        int start = 0;
        while (link.startsWith("/", start) || link.startsWith("%5C", start)) {
            start += link.charAt(start) == '/' ? 1 : 3;
        }
        return link.substring(start);
    }

    /**
     * What a person needs of an address: no scheme, no parameters, no {@code .html}. Read by hand: a regular expression
     * takes quadratic time where a post's address has thousands of slashes.
     */
    private static String path(String link) {
        int start = link.startsWith("http://") || link.startsWith("https://") ? link.indexOf(':') + 1 : 0;
        while (link.startsWith("/", start)) {
            start++;
        }
        int end = start;
        while (end < link.length() && link.charAt(end) != '?' && link.charAt(end) != '#') {
            end++;
        }
        int last = end;
        while (last > start && link.charAt(last - 1) == '/') {
            last--;
        }
        String path = link.substring(start, last);
        if (last < end) {
            return path;
        }
        return path.substring(0, path.length() - (path.endsWith(".html") ? 5 : path.endsWith(".htm") ? 4 : 0));
    }
}
