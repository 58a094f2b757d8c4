package broadsheet.copies;

import java.util.List;
import java.util.Set;

/**
 * The stories that a {@link StoryGrouper} found.
 *
 * @param stories the groups of at least two posts; posts that are in none have no copies
 * @param prefixes heads of headlines ({@link Headline#head()}) that the archive's feeds put before any headline
 */
public record Stories(List<Story> stories, Set<String> prefixes) {

    public Stories {
        stories = List.copyOf(stories);
        prefixes = Set.copyOf(prefixes);
    }

    /**
     * Posts that are copies of one another.
     *
     * @param posts their numbers, in the order of their keys, which does not depend on the order of adding
     * @param headlines for each post, the place in {@code posts} of the one whose headline is to be shown for it: the
     *     least damaged of those that are nearly its own; mostly itself
     */
    public record Story(int[] posts, int[] headlines) {}
}
