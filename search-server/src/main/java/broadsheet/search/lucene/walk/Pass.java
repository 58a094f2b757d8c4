package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Listed.Postings;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * Scores posts of a set, as far as they may be among the best, some thousand at a time: of each such part it is known
 * what its words, its bonuses and being new can give at most.
 */
final class Pass {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;
    /** Posts of a part. */
    static final int PART = 2_048;
    /** To score a post takes as long as to read so many lists of a part. */
    private static final int LISTS_MEANWHILE = 12;
    /** To find out what a bonus can give in a part takes as long as to score so many posts. */
    private static final int POSTS_MEANWHILE = 4;

    private final Postings[] lists;
    private final Near[] sets;
    private final boolean all;
    private final Best best;
    private final Found found;
    /** Of each list in the part that is looked at. */
    private final float[] most;
    /** The numbers of the lists, by {@link #most} rising. */
    private final int[] order;
    private final float[] scores;
    private final FixedBitSet candidates = new FixedBitSet(PART);
    /** The posts of each list in the part that ends at {@link #readUpTo}. */
    private final FixedBitSet[] inPart;
    private final int[] readUpTo;
    private float[] bounds = {};

    /** @param all whether each post has all lists; else it has any */
    Pass(Postings[] lists, Best best, Found found, boolean all) {
        this.lists = lists;
        this.sets = new Near[lists.length];
        this.inPart = new FixedBitSet[lists.length];
        this.readUpTo = new int[lists.length];
        this.all = all;
        this.best = best;
        this.found = found;
        this.most = new float[lists.length];
        this.order = new int[lists.length];
        this.scores = new float[lists.length];
    }

    void run(FixedBitSet posts) throws IOException {
        int at = posts.nextSetBit(0);
        while (at != END && !found.isOver()) {
            int from = at & -PART;
            int to = Math.min(from + PART, posts.length());
            part(posts, from, to);
            at = to < posts.length() ? posts.nextSetBit(to) : END;
        }
    }

    private void part(FixedBitSet posts, int from, int to) throws IOException {
        best.enter(from, to);
        double sum = 0;
        for (int i = 0; i < lists.length; i++) {
            most[i] = lists[i].most(from, to);
            order[i] = i;
            sum += most[i];
        }
        if (!best.mayBe(sum)) {
            return;
        }
        sort();
        candidates.clear();
        FixedBitSet.orRange(posts, from, candidates, 0, to - from);
        if (!all) {
            narrow(from, to);
        }
        int count = candidates.cardinality();
        if (count >= POSTS_MEANWHILE * best.bonuses()) {
            best.narrow(from, to);
            if (!best.mayBe(sum)) {
                return;
            }
        }
        boolean bounded = count >= LISTS_MEANWHILE * (lists.length + best.bonuses());
        if (bounded) {
            bound(from, to, sum);
        }
        int at = candidates.nextSetBit(0);
        while (at != END && !found.isOver()) {
            if (!bounded || best.mayBeAll(bounds[at])) {
                judge(from + at, sum);
            }
            at = at + 1 < PART ? candidates.nextSetBit(at + 1) : END;
        }
    }

    /** What the words and bonuses of each post can give at most. */
    private void bound(int from, int to, double sum) throws IOException {
        bounds = bounds.length == 0 ? new float[PART] : bounds;
        Arrays.fill(bounds, all ? (float) sum : 0);
        for (int i = 0; i < lists.length && !all; i++) {
            add(most[i], posts(i, from, to), candidates, bounds);
        }
        best.addBonuses(bounds, candidates, from, to);
    }

    /** Adds something to the bounds of those posts of a part that are in both sets. */
    static void add(float more, FixedBitSet one, FixedBitSet other, float[] bounds) {
        long[] ones = one.getBits();
        long[] others = other.getBits();
        for (int i = 0; i < PART >> 6; i++) {
            for (long word = ones[i] & others[i]; word != 0; word &= word - 1) {
                bounds[(i << 6) + Long.numberOfTrailingZeros(word)] += more;
            }
        }
    }

    /** Few lists: sorted by insertion. */
    private void sort() {
        for (int i = 1; i < order.length; i++) {
            int one = order[i];
            int at = i;
            while (at > 0 && most[order[at - 1]] > most[one]) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = one;
        }
    }

    /** Leaves posts of those lists without which no post is among the best (the essential lists of MaxScore). */
    private void narrow(int from, int to) throws IOException {
        double without = 0;
        int first = 0;
        while (first < order.length && !best.mayBe(without + most[order[first]])) {
            without += most[order[first++]];
        }
        if (first == 0) {
            return;
        }
        FixedBitSet essential = new FixedBitSet(PART);
        for (int i = first; i < order.length; i++) {
            essential.or(posts(order[i], from, to));
        }
        candidates.and(essential);
    }

    /** The posts of one list in a part, read once. */
    private FixedBitSet posts(int number, int from, int to) throws IOException {
        if (sets[number] == null) {
            sets[number] = Near.of(lists[number].set());
            inPart[number] = new FixedBitSet(PART);
            readUpTo[number] = -1;
        }
        if (readUpTo[number] != to) {
            inPart[number].clear();
            sets[number].addTo(inPart[number], from, to);
            readUpTo[number] = to;
        }
        return inPart[number];
    }

    /** Reads the words of a post, the one that may score most first, as long as it is worth it. */
    private void judge(int document, double sum) throws IOException {
        double bound = sum;
        Arrays.fill(scores, 0);
        for (int i = order.length - 1; i >= 0; i--) {
            if (!best.mayBe(bound)) {
                return;
            }
            int number = order[i];
            if (lists[number].has(document)) {
                scores[number] = lists[number].score();
            }
            bound += scores[number] - most[number];
        }
        double exact = 0;
        for (float score : scores) {
            exact += score;
        }
        best.judge(document, (float) exact);
    }
}
