package broadsheet.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One post, made plain: what the archive's owner published, without markup.
 *
 * @param id the path of the file within the archive, parts apart by {@code /}: {@code _posts/2024-03-01-sea-wall.md};
 *     posts of a file that holds several add {@code #} and their number
 * @param url the address on the post's site, from the path on: {@code /2024/03/01/sea-wall.html}
 * @param title the headline, plain text on one line; empty when there is none
 * @param excerpt the summary that the author wrote, plain text; empty when there is none
 * @param body plain text; paragraphs (headings, list items, table rows, captions too) apart by one empty line
 *     ({@code "\n\n"}), no other line breaks but those within code
 * @param unseen the offsets in {@code body}, ascending, of the paragraphs that the post's page need not show as text:
 *     alternatives of pictures, and arguments of a site's own template tags
 * @param date when it was published; empty for an undated post
 * @param updated when it was last changed, as the post itself says
 * @param visibleFrom the moment before which no reader may see the post; empty when it may be seen now
 * @param expires the moment from which its author does not want it to be found; empty when there is none
 * @param authors names in the written order
 * @param categories sections in the written order, each once
 * @param tags tags in the written order, each once
 * @param lang BCP 47 primary subtag in lower case ({@code en}, {@code zh}); {@code und} when nothing tells
 * @param image address or path of the picture; empty when there is none
 * @param formerUrls addresses that lead to the post since it was moved, in the form of {@code url}; often none
 */
public record Post(String id, String url, String title, String excerpt, String body, List<Integer> unseen,
        Optional<Instant> date, Optional<Instant> updated, Optional<Instant> visibleFrom, Optional<Instant> expires,
        List<String> authors, List<String> categories, List<String> tags, String lang, String image,
        List<String> formerUrls) {

    public Post {
        unseen = List.copyOf(unseen);
        formerUrls = List.copyOf(formerUrls);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }

    /** A post that has nothing yet but its id; the address is the id until another is given. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Collects a post's parts; what is not given is empty, the language {@code und}. */
    public static final class Builder {
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
        private String image = "";
        private List<String> formerUrls = List.of();

        private Builder(String id) {
            this.id = id;
            this.url = "/" + id;
        }

        public Builder url(String value) {
            url = value;
            return this;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder excerpt(String value) {
            excerpt = value;
            return this;
        }

        public Builder body(String value) {
            body = value;
            unseen = List.of();
            return this;
        }

        public Builder body(PlainBody value) {
            body = value.text();
            unseen = value.unseen();
            return this;
        }

        public Builder date(Instant value) {
            date = Optional.of(value);
            return this;
        }

        public Builder updated(Instant value) {
            updated = Optional.of(value);
            return this;
        }

        public Builder visibleFrom(Instant value) {
            visibleFrom = Optional.of(value);
            return this;
        }

        public Builder expires(Instant value) {
            expires = Optional.of(value);
            return this;
        }

        public Builder authors(List<String> value) {
            authors = value;
            return this;
        }

        public Builder categories(List<String> value) {
            categories = value;
            return this;
        }

        public Builder tags(List<String> value) {
            tags = value;
            return this;
        }

        public Builder lang(String value) {
            lang = value;
            return this;
        }

        public Builder image(String value) {
            image = value;
            return this;
        }

        public Builder formerUrls(List<String> value) {
            formerUrls = value;
            return this;
        }

        public Post build() {
            return new Post(id, url, title, excerpt, body, unseen, date, updated, visibleFrom, expires, authors,
                    categories, tags, lang, image, formerUrls);
        }
    }
}
