package broadsheet.web.api;

import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchEngine.StoredPost;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.web.text.JsonText;
import broadsheet.web.text.PostLink;
import java.util.List;

/** Single posts, posts like them and completions as JSON; a post and a hit have the keys of {@link SearchJson}. */
public final class PostJson {

    private PostJson() {}

    /** One post with its whole text. */
    public static byte[] of(StoredPost stored) {
        return JsonText.object(json -> {
            SearchJson.post(json, stored.post(), PostLink.of(stored.post().url()));
            json.text("body", stored.body());
        });
    }

    /** Posts like the post {@code id}. */
    public static byte[] similar(String id, Similar similar) {
        return JsonText.object(json -> json.text("id", id).flag("partial", similar.partial()).objects("hits",
                similar.hits(), hit -> SearchJson.hit(json, hit)));
    }

    public static byte[] suggestions(String text, List<Suggestion> suggestions) {
        return JsonText.object(json -> json.text("q", text).objects("suggestions", suggestions,
                s -> json.text("text", s.text()).number("count", s.count())));
    }

    /** {@code ["sea", ["sea wall", "sea level"]]}. */
    public static byte[] browserSuggestions(String text, List<Suggestion> suggestions) {
        return JsonText.array(json -> json.value(text).values(suggestions.stream().map(Suggestion::text).toList()));
    }
}
