package broadsheet.web.api;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.http.Paths;
import broadsheet.web.text.JsonText;
import broadsheet.web.text.PostLink;
import java.util.List;

/** The answer to a search as JSON. Every key is always there: an absent value is {@code null} or an empty list. */
public final class SearchJson {

    private SearchJson() {}

    /** The answer to a search, with the addresses around it. */
    public static byte[] of(SearchRequest request, SearchResponse response) {
        return JsonText.object(json -> {
            query(json, response.query());
            json.number("total", response.total()).number("totalAll", response.totalAll());
            json.flag("partial", response.partial());
            json.number("page", response.page()).number("pages", response.pages()).number("size", response.size());
            json.text("sort", Constants.name(response.sort())).number("tookMillis", response.tookMillis());
            json.objects("hits", response.hits(), hit -> hit(json, hit));
            facets(json, response);
            timeline(json, response.timeline());
            index(json, response.index());
            links(json, request, response);
        });
    }

    private static void query(JsonText json, SearchResponse.Query query) {
        json.object("query", q -> {
            q.text("text", query.text()).text("read", query.read());
            q.objects("notes", query.notes(), n -> q.text("code", n.code()).text("message", n.message()));
            q.flag("relaxed", query.relaxed()).textOrNull("suggestion", query.suggestion());
            q.objects("spellings", query.spellings(),
                    s -> q.text("text", s.text()).number("count", s.count()).text("query", s.query()));
            q.objects("bylines", query.bylines(),
                    b -> q.text("text", b.name()).number("count", b.count()).text("query", b.query()));
        });
    }

    static void hit(JsonText json, Hit hit) {
        String link = PostLink.of(hit.post().url());
        post(json, hit.post(), link);
        json.html("titleHtml", hit.post().title(), hit.titleMarks());
        json.decimal("score", ExplanationJson.rounded(hit.score()));
        json.objects("snippets", hit.snippets(), s -> snippet(json, link, s));
        json.texts("missing", hit.missing());
        json.objects("copies", hit.copies(), c -> json.text("id", c.id()).text("url", PostLink.of(c.url()))
                .text("title", c.title()).timeOrNull("date", c.date()));
        json.flag("pinned", hit.pinned());
        ExplanationJson.write(json, hit);
    }

    /** @param link the post's address as a link */
    static void post(JsonText json, PostView post, String link) {
        json.text("id", post.id()).text("url", link).text("title", post.title());
        json.text("excerpt", post.excerpt()).timeOrNull("date", post.date()).timeOrNull("updated", post.updated());
        json.texts("authors", post.authors()).texts("categories", post.categories()).texts("tags", post.tags());
        json.text("lang", post.lang()).textOrNull("image", image(post)).number("words", post.words());
    }

    /** An address that a browser would refuse to show, or worse, is as good as none. */
    static String image(PostView post) {
        String link = PostLink.of(post.image());
        return link.equals(PostLink.NOWHERE) ? "" : link;
    }

    private static void snippet(JsonText json, String link, Hit.Snippet snippet) {
        json.text("field", Constants.name(snippet.field())).text("text", snippet.text()).marks("marks",
                snippet.marks());
        json.html("html", snippet.text(), snippet.marks()).text("link", PostLink.into(link, snippet));
    }

    private static void facets(JsonText json, SearchResponse response) {
        json.object("facets", facets -> {
            for (FacetName name : FacetName.values()) {
                facets.objects(Constants.name(name), response.facets().getOrDefault(name, List.of()),
                        f -> facets.text("value", f.value()).number("count", f.count()));
            }
        });
    }

    private static void timeline(JsonText json, SearchResponse.Timeline timeline) {
        json.object("timeline", t -> t.text("interval", Constants.name(timeline.interval())).objects("buckets",
                timeline.buckets(), b -> t.text("from", b.from().toString()).number("count", b.count())));
    }

    private static void index(JsonText json, SearchResponse.IndexInfo index) {
        json.object("index", i -> i.number("generation", index.generation()).time("built", index.built())
                .number("posts", index.posts()).text("timeZone", index.zone().getId()));
    }

    private static void links(JsonText json, SearchRequest request, SearchResponse response) {
        SearchLinks links = SearchLinks.of(request, Sort.RELEVANCE);
        json.object("links", l -> l.text("self", links.self(Paths.SEARCH))
                .textOrNull("next", links.next(Paths.SEARCH, response))
                .textOrNull("prev", links.prev(Paths.SEARCH, response))
                .text("page", links.page(Paths.PAGE)).text("feed", links.feed(Paths.ATOM)));
    }
}
