package broadsheet.web.api;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.web.text.JsonText;
import java.util.List;
import java.util.stream.Stream;

/** A search as a JSON Feed 1.1 (jsonfeed.org); unlike on the endpoint, absent values have no key. */
public final class JsonFeed {

    public static final String TYPE = "application/feed+json";

    private JsonFeed() {}

    public static byte[] of(Feed feed) {
        return JsonText.object(json -> {
            json.text("version", "https://jsonfeed.org/version/1.1").text("title", feed.title());
            json.text("home_page_url", feed.page()).text("feed_url", feed.self());
            feed.next().ifPresent(next -> json.text("next_url", next));
            json.objects("items", feed.response().hits(), hit -> item(json, feed, hit));
        });
    }

    private static void item(JsonText json, Feed feed, Hit hit) {
        PostView post = hit.post();
        json.text("id", Feed.entryId(post)).text("url", feed.address(post)).text("title", post.title());
        json.text("content_text", Feed.summary(hit)).text("summary", post.excerpt());
        feed.image(post).ifPresent(image -> json.text("image", image));
        post.date().ifPresent(date -> json.time("date_published", date));
        post.updated().ifPresent(date -> json.time("date_modified", date));
        json.objects("authors", post.authors(), name -> json.text("name", name));
        json.texts("tags", tags(post));
        if (!post.lang().equals("und") && !post.lang().isEmpty()) {
            json.text("language", post.lang());
        }
    }

    private static List<String> tags(PostView post) {
        return Stream.concat(post.categories().stream(), post.tags().stream()).distinct().toList();
    }
}
