package broadsheet.web.api;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.http.Paths;
import broadsheet.web.page.PageSettings;
import broadsheet.web.text.JsonText;
import broadsheet.web.text.PostLink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A search as feed readers need it: whole addresses, a title, stable ids.
 *
 * @param site the site's name and address
 * @param base the server's address as readers see it: {@code https://news.example}
 * @param path the feed's own address on the server: {@code /search.atom}
 * @param links the addresses around the search
 * @param request the search
 * @param response its answer
 */
public record Feed(PageSettings site, String base, String path, SearchLinks links, SearchRequest request,
        SearchResponse response) {

    /** {@code Broadsheet: sea wall}, or the site alone for all posts. */
    String title() {
        return request.text().isBlank() ? site.title() : site.title() + ": " + request.text().strip();
    }

    String self() {
        return base + links.self(path);
    }

    String page() {
        return base + links.page(Paths.PAGE);
    }

    Optional<String> next() {
        return links.next(path, response).map(base::concat);
    }

    Optional<String> prev() {
        return links.prev(path, response).map(base::concat);
    }

    /** The same for the same search, wherever the server stands. */
    String id() {
        return urn("feed " + links.self(path));
    }

    static String entryId(PostView post) {
        return urn("post " + post.id());
    }

    /** The post's whole address; readers of feeds know no page to be relative to. */
    String address(PostView post) {
        return absolute(PostLink.of(post.url()));
    }

    Optional<String> image(PostView post) {
        return Optional.of(SearchJson.image(post)).filter(i -> !i.isEmpty()).map(this::absolute);
    }

    /** A time as the clocks of the site show it, so that its day is the site's: {@code 2024-01-01T00:00:00+01:00}. */
    String time(Instant time) {
        return JsonText.iso(time, response.index().zone());
    }

    /** The text under the headline: the passage that matched, else the excerpt. */
    static String summary(Hit hit) {
        return hit.snippets().isEmpty() ? hit.post().excerpt() : hit.snippets().getFirst().text();
    }

    private String absolute(String link) {
        if (link.startsWith("http:") || link.startsWith("https:")) {
            return link;
        }
        String posts = site.siteUrl().isEmpty() ? base : site.siteUrl();
        try {
            return URI.create(posts + (link.startsWith("/") ? "" : "/") + link).toString();
        } catch (IllegalArgumentException e) {
            return posts + "/";
        }
    }

    /** A name-based UUID (RFC 9562, version 3) needs no authority and never changes. */
    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("broadsheet " + name).getBytes(StandardCharsets.UTF_8));
    }
}
