package broadsheet.web.page;

import broadsheet.search.Hit.Snippet;
import java.util.Locale;

/**
 * Where a post stands on its site.
 *
 * @param siteUrl what stands before an address without a host
 */
record PostLink(String siteUrl) {

    /** The address of a post for a link: a path or http(s); {@code "#"} for anything else, such as {@code data:}. */
    String to(String url) {
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://") || lower.startsWith("http://")) {
            return url;
        }
        // Two slashes would name a host; a browser reads a backslash as a slash.
        return url.startsWith("/") ? siteUrl + "/" + url.replaceFirst("^[/\\\\]+", "") : "#";
    }

    /** The address with the fragment that shows the passage. */
    String to(String url, Snippet passage) {
        String address = to(url);
        String fragment = TextFragment.of(passage);
        if (address.equals("#") || fragment.isEmpty()) {
            return address;
        }
        int hash = address.indexOf('#');
        // An address with an anchor of its own takes the directive behind it.
        return hash < 0 ? address + fragment : address + fragment.substring(1);
    }

    /** The address as a person reads it: {@code "news.example › 2024 › 03 › sea-wall"}. */
    String shown(String url) {
        String address = to(url).replaceFirst("^https?://", "").replaceFirst("[?#].*", "");
        return address.replaceFirst("\\.html?$", "").replaceFirst("^/+", "").replaceFirst("/+$", "")
                .replaceAll("/+", " › ");
    }
}
