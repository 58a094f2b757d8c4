package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.view.Budget;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The posts of one segment that match, as they are found, and how long to go on. */
final class Found {

    private static final int POSTS_BETWEEN = 1_024;

    private final int base;
    private final int size;
    private final Bits live;
    private final FixedBitSet matches;
    private final Optional<FixedBitSet> without;
    private final Steps steps;

    Found(LeafReaderContext segment, FixedBitSet matches, Optional<FixedBitSet> without, Steps steps) {
        this.base = segment.docBase;
        this.size = segment.reader().maxDoc();
        this.live = segment.reader().getLiveDocs();
        this.matches = matches;
        this.without = without;
        this.steps = steps;
    }

    /** The posts that a walk has seen in all segments; asks the budget every thousand. */
    static final class Steps {
        private final Budget budget;
        private int seen;

        Steps(Budget budget) {
            this.budget = budget;
        }

        private boolean isOver() {
            return (++seen & POSTS_BETWEEN - 1) == 0 && budget.isSpent();
        }
    }

    /** Whether nothing is left to go on with; asked once a post. */
    boolean isOver() {
        return steps.isOver();
    }

    /** Whether a post may be a match at all. */
    boolean mayBe(int document) {
        return (live == null || live.get(document)) && (without.isEmpty() || !without.get().get(base + document));
    }

    void add(int document) {
        matches.set(base + document);
    }

    /** Posts of the segment, by their numbers in it; those that may not be matches are taken out. */
    void addAll(FixedBitSet posts) {
        if (live != null) {
            live.applyMask(posts, 0);
        }
        if (without.isPresent()) {
            takeOut(posts, without.get());
        }
        FixedBitSet.orRange(posts, 0, matches, base, size);
    }

    private void takeOut(FixedBitSet posts, FixedBitSet others) {
        if (base == 0 && others.length() == posts.length()) {
            posts.andNot(others);
            return;
        }
        FixedBitSet here = new FixedBitSet(posts.length());
        FixedBitSet.orRange(others, base, here, 0, size);
        posts.andNot(here);
    }
}
