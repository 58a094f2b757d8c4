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

    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING_SLASHES = Pattern.compile("^(/|%5C)+");
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final Pattern AROUND_PATH = Pattern.compile("^https?:/+|^/+|/*([?#].*)?$|\\.html?([?#].*)?$");

    /** The address for a link; {@code "#"} for anything but a path and http(s). */
    String of(String url) {
        String link = PostLink.of(url);
        boolean whole = link.equals(PostLink.NOWHERE) || WEB.matcher(link).matches();
        // A link without a scheme is a path of the site: two slashes in front would name a host instead.
        return whole ? link : siteUrl + "/" + LEADING_SLASHES.matcher(link).replaceFirst("");
    }

    /** The address that leads to the passage itself. */
    String of(String url, Snippet passage) {
        String link = of(url);
        return textFragments && !link.equals(PostLink.NOWHERE) ? PostLink.to(link, passage) : link;
    }

    /** The address as a person reads it: {@code "news.example › 2024 › 03 › sea-wall"}. */
    String shown(String url) {
        String path = AROUND_PATH.matcher(of(url)).replaceAll("");
        return Percent.decode(SLASHES.matcher(path).replaceAll(" › "));
    }
}
