package broadsheet.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an index gives back of a post without its body.
 *
 * @param image empty when there is none
 * @param words how many words title, excerpt and body have
 */
public record PostView(String id, String url, String title, String excerpt, Optional<Instant> date,
        Optional<Instant> updated, List<String> authors, List<String> categories, List<String> tags, String lang,
        String image, int words) {

    public PostView {
        authors = List.copyOf(authors);
        categories = List.copyOf(categories);
        tags = List.copyOf(tags);
    }

    /** The same post under another headline. */
    public PostView withTitle(String value) {
        return new PostView(id, url, value, excerpt, date, updated, authors, categories, tags, lang, image, words);
    }
}
