package broadsheet.owner;

import java.util.List;

/**
 * Posts that stand first for one query.
 *
 * @param query as the owner wrote it; compare by {@link QueryForm}
 * @param posts in their order
 */
public record Pin(String query, List<Post> posts) {
    public Pin {
        posts = List.copyOf(posts);
    }

    /**
     * A post that is to stand first.
     *
     * @param id the path of its file within the archive
     * @param line 1-based, of the file of pins
     * @param column 1-based, in UTF-16 units
     */
    public record Post(String id, int line, int column) {}
}
