package broadsheet.post.site;

import broadsheet.post.frontmatter.Value.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Addresses under which a post stood before: Hugo's {@code aliases}, which count from the folder of the post's address
 * unless they begin with a slash, and {@code redirect_from} of jekyll-redirect-from, which always counts from the
 * site's root. Sources: Hugo's documentation of {@code aliases}; jekyll-redirect-from 0.16, {@code redirect_page.rb}.
 */
public final class FormerAddresses {

    private FormerAddresses() {}

    /**
     * In the written order, each once, as a link carries them; none that is the post's own.
     *
     * @param url the post's address, {@code baseurl} included
     */
    public static List<String> of(Fields front, String url, String baseurl) {
        Set<String> former = new LinkedHashSet<>();
        for (String alias : front.list("aliases")) {
            former.add(resolved(alias.strip(), folder(url), baseurl));
        }
        for (String from : front.list("redirect_from")) {
            former.add(resolved(from.strip(), baseurl + "/", baseurl));
        }
        former.remove(url);
        return List.copyOf(former);
    }

    private static String resolved(String written, String folder, String baseurl) {
        if (Address.isLink(written) && !written.startsWith("/")) {
            return written;
        }
        return Address.normalize(
                written.startsWith("/") ? baseurl + Address.sanitize(written) : Address.sanitize(folder + written));
    }

    /** {@code /posts/} for {@code /posts/sea-wall/} and for {@code /posts/sea-wall.html}. */
    private static String folder(String url) {
        return url.substring(0, url.lastIndexOf('/', url.length() - 2) + 1);
    }
}
