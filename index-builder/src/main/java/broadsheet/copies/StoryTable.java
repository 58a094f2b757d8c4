package broadsheet.copies;

import broadsheet.index.lucene.StoryFile;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Which documents of a generation are copies of one another, and which heads of headlines are a feed's prefixes. Kept
 * beside Lucene's files, see {@link StoryFile}; about 12 bytes a document in memory.
 */
public final class StoryTable {

    /** The story of a document that has no copies. */
    public static final int NONE = -1;

    private final Set<String> prefixes;
    private final List<int[]> stories;
    private final int[] storyOf;
    private final int[] headlineOf;

    /**
     * @param stories documents of each story, ascending
     * @param headlineOf by document: the one whose headline is shown for it
     */
    public StoryTable(Set<String> prefixes, List<int[]> stories, int[] headlineOf) {
        this.prefixes = Set.copyOf(prefixes);
        this.stories = List.copyOf(stories);
        this.headlineOf = headlineOf;
        this.storyOf = new int[headlineOf.length];
        Arrays.fill(storyOf, NONE);
        for (int number = 0; number < stories.size(); number++) {
            for (int document : stories.get(number)) {
                storyOf[document] = number;
            }
        }
    }

    /** Heads that count for nothing: {@code big news}. */
    public Set<String> prefixes() {
        return prefixes;
    }

    /** How many groups of copies there are. */
    public int size() {
        return stories.size();
    }

    /** How many documents are in groups, on average; 1 where nothing has copies. */
    public double copiesADocument() {
        int folded = stories.stream().mapToInt(story -> story.length - 1).sum();
        return headlineOf.length == 0 ? 1 : (double) headlineOf.length / (headlineOf.length - folded);
    }

    /** The story that a document belongs to; {@link #NONE} when it has no copies. */
    public int storyOf(int document) {
        return storyOf[document];
    }

    /** The number of a document's copies, without itself. */
    public int copiesOf(int document) {
        return storyOf[document] == NONE ? 0 : stories.get(storyOf[document]).length - 1;
    }

    /** The documents of a story, ascending; not to be changed. */
    public int[] documents(int story) {
        return stories.get(story);
    }

    /** The document whose headline is to be shown for this one; mostly itself. */
    public int headlineOf(int document) {
        return headlineOf[document];
    }
}
