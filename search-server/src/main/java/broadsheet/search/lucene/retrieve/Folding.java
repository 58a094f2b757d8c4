package broadsheet.search.lucene.retrieve;

import broadsheet.copies.StoryTable;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.FixedBitSet;

/** One hit for a story, however many copies it has: the best by score, of equally good ones the newest, by id. */
public final class Folding {

    private final IndexView view;
    private final StoryTable stories;
    private final IndexReader reader;
    private final IdOrder ids;
    private final boolean folds;

    /** @param folds false leaves every post a hit of its own */
    public Folding(IndexView view, boolean folds) {
        this.view = view;
        this.stories = view.stories();
        this.reader = view.reader();
        this.ids = view.ids();
        this.folds = folds && stories.size() > 0;
    }

    /**
     * How many posts to order for a number of hits: that number times the archive's mean of copies, and a few more.
     * Where that is too few, the caller asks again for more.
     */
    public int depth(int hits) {
        return folds ? (int) (hits * stories.copiesADocument()) + Math.min(hits, 5) : hits;
    }

    /** The first post of each story, in order, without stories that stand among {@code before}. */
    public List<Found> fold(List<Found> before, List<Found> ordered, boolean byScore) throws IOException {
        if (!folds) {
            return ordered;
        }
        Map<Integer, Integer> orderOf = new HashMap<>();
        for (Found found : before) {
            orderOf.put(stories.storyOf(found.document()), -1);
        }
        List<Found> folded = new ArrayList<>(ordered.size());
        for (Found found : ordered) {
            int story = stories.storyOf(found.document());
            int order = story == StoryTable.NONE ? folded.size() : orderOf.getOrDefault(story, folded.size());
            if (order == folded.size()) {
                folded.add(found);
                orderOf.put(story, order);
            } else if (byScore && order >= 0 && isBetter(found, folded.get(order))) {
                folded.set(order, found);
            }
        }
        return folded;
    }

    /** Found posts and those of a set, in no order. */
    static List<Found> joined(List<Found> found, MatchSet more) {
        List<Found> joined = new ArrayList<>(found);
        FixedBitSet documents = more.documents();
        for (int at = -1; at + 1 < documents.length() && (at = documents.nextSetBit(at + 1)) < documents.length();) {
            joined.add(new Found(at, 0, true));
        }
        return joined;
    }

    private boolean isBetter(Found found, Found kept) throws IOException {
        return found.score() == kept.score() && comesBefore(found.document(), kept.document());
    }

    /** Whether a post stands for its story rather than another with the same score: the newer, else the first by its id. */
    boolean comesBefore(int document, int other) throws IOException {
        long date = date(document);
        long otherDate = date(other);
        return date == otherDate ? ids.place(document) < ids.place(other) : date > otherDate;
    }

    /** The order of posts with equal scores. */
    IdOrder ids() {
        return ids;
    }

    /** The story of a post, {@link StoryTable#NONE} when it has no copies. */
    int storyOf(int document) {
        return stories.storyOf(document);
    }

    /** Posts that are copies of a post, itself among them, ascending. */
    int[] copies(int document) {
        return stories.documents(stories.storyOf(document));
    }

    /** Whether any post can be folded into another. */
    boolean folds() {
        return folds;
    }

    /** The posts that have copies. */
    private record Copies(FixedBitSet bits) {}

    private Copies copies() {
        return view.kept(Copies.class, () -> {
            FixedBitSet bits = new FixedBitSet(Math.max(1, reader.maxDoc()));
            for (int document = 0; document < reader.maxDoc(); document++) {
                if (stories.storyOf(document) != StoryTable.NONE) {
                    bits.set(document);
                }
            }
            return new Copies(bits);
        });
    }

    private long date(int document) throws IOException {
        return DateOrder.date(reader, document, Long.MIN_VALUE);
    }

    /** How many hits some sets of posts, without a post in common, make together. */
    long hits(MatchSet... sets) {
        FixedBitSet seen = new FixedBitSet(stories.size() + 1);
        long hits = 0;
        for (MatchSet set : sets) {
            hits += set.count() - folded(set, seen);
        }
        return hits;
    }

    /** How many posts are not the first of their story. */
    private long folded(MatchSet matches, FixedBitSet seen) {
        if (!folds) {
            return 0;
        }
        long folded = 0;
        long[] matching = matches.documents().getBits();
        long[] copies = copies().bits.getBits();
        for (int i = 0; i < Math.min(matching.length, copies.length); i++) {
            for (long word = matching[i] & copies[i]; word != 0; word &= word - 1) {
                folded += seen.getAndSet(stories.storyOf((i << 6) + Long.numberOfTrailingZeros(word))) ? 1 : 0;
            }
        }
        return folded;
    }
}
