package broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A post as an index gives it back, without its body.
 *
 * @param image empty when there is none
 * @param words number of words in title, excerpt and body
 */
public record PostView(String id, String url, String title, String excerpt, Optional<Instant> date,
        Optional<Instant> updated, List<String> authors, List<String> categories, List<String> tags, String lang,
        String image, int words) {

    public PostView {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }

    /** A post that has a name, an address and a headline, and nothing else. */
    public static PostView of(String id, String url, String title) {
        return new PostView(id, url, title, "", Optional.empty(), Optional.empty(), List.of(), List.of(), List.of(), "",
                "", 0);
    }

    /** The same post under another headline. */
    public PostView withTitle(String value) {
        return with(parts -> parts.title = value);
    }

    /** The same post with this summary. */
    public PostView withExcerpt(String value) {
        return with(parts -> parts.excerpt = value);
    }

    /** The same post, published at this time. */
    public PostView withDate(Instant value) {
        return with(parts -> parts.date = Optional.of(value));
    }

    /** The same post, changed at this time. */
    public PostView withUpdated(Instant value) {
        return with(parts -> parts.updated = Optional.of(value));
    }

    /** The same post by these authors. */
    public PostView withAuthors(List<String> value) {
        return with(parts -> parts.authors = value);
    }

    /** The same post in these sections. */
    public PostView withCategories(List<String> value) {
        return with(parts -> parts.categories = value);
    }

    /** The same post with these tags. */
    public PostView withTags(List<String> value) {
        return with(parts -> parts.tags = value);
    }

    /** The same post in this language. */
    public PostView withLang(String value) {
        return with(parts -> parts.lang = value);
    }

    /** The same post with this picture. */
    public PostView withImage(String value) {
        return with(parts -> parts.image = value);
    }

    /** The same post with another number of words. */
    public PostView withWords(int value) {
        return with(parts -> parts.words = value);
    }

    private PostView with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.post();
    }

    /** The components while one is changed. */
    private static final class Parts {

        private final String id;
        private final String url;
        private String title;
        private String excerpt;
        private Optional<Instant> date;
        private Optional<Instant> updated;
        private List<String> authors;
        private List<String> categories;
        private List<String> tags;
        private String lang;
        private String image;
        private int words;

        Parts(PostView old) {
            id = old.id;
            url = old.url;
            title = old.title;
            excerpt = old.excerpt;
            date = old.date;
            updated = old.updated;
            authors = old.authors;
            categories = old.categories;
            tags = old.tags;
            lang = old.lang;
            image = old.image;
            words = old.words;
        }

        PostView post() {
            return new PostView(id, url, title, excerpt, date, updated, authors, categories, tags, lang, image, words);
        }
    }
}
