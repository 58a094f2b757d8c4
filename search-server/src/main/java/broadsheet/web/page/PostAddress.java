package broadsheet.web.page;

import broadsheet.search.Hit.Snippet;
import broadsheet.web.text.Percent;
import broadsheet.web.text.PostLink;

/**
 * Where the posts stand: the address of each on its site.
 *
 * @param siteUrl what stands before an address that is a path
 * @param textFragments whether a link to a passage names its words
 */
record PostAddress(String siteUrl, boolean textFragments) {

    /** The address for a link; {@code "#"} for anything but a path and http(s). */
    String of(String url) {
        String link = PostLink.of(url);
        boolean whole = link.equals(PostLink.NOWHERE) || link.matches("(?i)https?://.*");
        // A link without a scheme is a path of the site: two slashes in front would name a host instead.
        return whole ? link : siteUrl + "/" + link.replaceFirst("^(/|%5C)+", "");
    }

    /** The address that leads to the passage itself. */
    String of(String url, Snippet passage) {
        String link = of(url);
        return textFragments && !link.equals(PostLink.NOWHERE) ? PostLink.to(link, passage) : link;
    }

    /** The address as a person reads it: {@code "news.example › 2024 › 03 › sea-wall"}. */
    String shown(String url) {
        String path = of(url).replaceFirst("^https?://", "").replaceFirst("[?#].*", "").replaceFirst("\\.html?$", "");
        return Percent.decode(path.replaceAll("^/+|/+$", "").replaceAll("/+", " › "));
    }
}
