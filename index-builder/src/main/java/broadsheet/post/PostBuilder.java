package broadsheet.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Collects the parts of a post; a part that is not given is empty, the language {@code und}. */
public final class PostBuilder {
    private final String id;
    private String url;
    private String title = "";
    private String excerpt = "";
    private String body = "";
    private List<Integer> unseen = List.of();
    private Optional<Instant> date = Optional.empty();
    private Optional<Instant> updated = Optional.empty();
    private Optional<Instant> visibleFrom = Optional.empty();
    private Optional<Instant> expires = Optional.empty();
    private List<String> authors = List.of();
    private List<String> categories = List.of();
    private List<String> tags = List.of();
    private String lang = "und";
    private String languageSigns = "";
    private String image = "";
    private List<String> formerUrls = List.of();

    PostBuilder(String id) {
        this.id = id;
        this.url = "/" + id;
    }

    public PostBuilder url(String value) {
        url = value;
        return this;
    }

    public PostBuilder title(String value) {
        title = value;
        return this;
    }

    public PostBuilder excerpt(String value) {
        excerpt = value;
        return this;
    }

    public PostBuilder body(String value) {
        body = value;
        unseen = List.of();
        return this;
    }

    public PostBuilder body(Post.Body value) {
        body = value.text();
        unseen = value.unseen();
        return this;
    }

    public PostBuilder date(Instant value) {
        date = Optional.of(value);
        return this;
    }

    public PostBuilder updated(Instant value) {
        updated = Optional.of(value);
        return this;
    }

    public PostBuilder visibleFrom(Instant value) {
        visibleFrom = Optional.of(value);
        return this;
    }

    public PostBuilder expires(Instant value) {
        expires = Optional.of(value);
        return this;
    }

    public PostBuilder authors(List<String> value) {
        authors = value;
        return this;
    }

    public PostBuilder categories(List<String> value) {
        categories = value;
        return this;
    }

    public PostBuilder tags(List<String> value) {
        tags = value;
        return this;
    }

    /** The language that the post or its site names. */
    public PostBuilder lang(String value) {
        return lang(value, value);
    }

    /** The language as it is guessed, and of which signs. */
    public PostBuilder lang(String value, String signs) {
        lang = value;
        languageSigns = signs;
        return this;
    }

    public PostBuilder image(String value) {
        image = value;
        return this;
    }

    public PostBuilder formerUrls(List<String> value) {
        formerUrls = value;
        return this;
    }

    public Post build() {
        return new Post(id, url, title, excerpt, body, unseen, date, updated, visibleFrom, expires, authors,
                categories, tags, lang, languageSigns, image, formerUrls);
    }
}
