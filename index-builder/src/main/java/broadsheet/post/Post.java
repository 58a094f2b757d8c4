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
 * @param lang BCP 47 primary subtag in lower case ({@code en}, {@code zh}); {@code und} when unknown
 * @param languageSigns what the post's text says of its language, as {@code post.language} writes it, for the archive
 *     to decide; the language itself where the post or its site names it
 * @param image address or path of the picture; empty when there is none
 * @param formerUrls addresses that lead to the post since it was moved, in the form of {@code url}; often none
 */
public record Post(String id, String url, String title, String excerpt, String body, List<Integer> unseen,
        Optional<Instant> date, Optional<Instant> updated, Optional<Instant> visibleFrom, Optional<Instant> expires,
        List<String> authors, List<String> categories, List<String> tags, String lang,
        String languageSigns, String image, List<String> formerUrls) {

    public Post {
        unseen = List.copyOf(unseen);
        formerUrls = List.copyOf(formerUrls);
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }

    /**
     * A body made plain.
     *
     * @param text as {@link Post#body} describes it
     * @param unseen as {@link Post#unseen} describes it
     */
    public record Body(String text, List<Integer> unseen) {}

    /** The same post in another language. */
    public Post withLang(String value) {
        return value.equals(lang)
                ? this
                : new Post(id, url, title, excerpt, body, unseen, date, updated, visibleFrom, expires, authors,
                        categories, tags, value, languageSigns, image, formerUrls);
    }

    /** A post that has nothing yet but its id; the address is the id until another is given. */
    public static PostBuilder builder(String id) {
        return new PostBuilder(id);
    }
}
