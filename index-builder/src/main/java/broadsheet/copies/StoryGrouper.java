package broadsheet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the groups of posts that are copies of one another, and the prefixes of the archive's feeds.
 *
 * <pre>
 * StoryGrouper grouper = new StoryGrouper();
 * grouper.add(sketch); // for each post, in any order
 * Stories stories = grouper.group();
 * </pre>
 *
 * <p>Posts that share a shingle meet: all with all where at most {@value #COMMON} posts have it; each with its next
 * {@value #NEXT} in the order of keys where more have it, so that boilerplate in every post costs no more than a row of
 * neighbours. Those that meet are compared ({@link Comparison}); whoever is a copy of a copy is in the group. So each
 * pair of copies with one rare shingle among the kept ones is found, and the work grows with the number of posts: at
 * most {@value Sketch#MOST_SHINGLES} · {@value #COMMON} / 2 comparisons a post, far fewer in any real archive. (MinHash
 * in bands finds fewer, .974 with 32 bands of 4 on AG News, and cannot tell boilerplate.)
 *
 * <p>The result depends on the sketches alone, not on their order: an incremental build finds what a full one does.
 */
public final class StoryGrouper {

    /** A shingle of more posts than this is boilerplate, or a story with many copies. */
    static final int COMMON = 8;
    private static final int NEXT = 2;
    /** Shingles are sorted a part at a time, which needs 60 bytes a post instead of 1,000. */
    private static final int PARTS = 16;

    private final List<Sketch> added = new ArrayList<>();
    private List<Sketch> sketches = List.of();
    /** Pairs that were compared lately and are no copies: two posts with one boilerplate meet at each of its shingles. */
    private final long[] different = new long[1 << 16];
    private long[] part = new long[0];
    private Comparison comparison = new Comparison(List.of());
    private DisjointSets sets = new DisjointSets(0);

    /** Adds a post; it is known by its number from then on, the first is 0. */
    public void add(Sketch sketch) {
        added.add(sketch);
    }

    /** The groups of all posts that were added. */
    public Stories group() {
        Integer[] order = IntStream.range(0, added.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingLong(number -> added.get(number).key()));
        sketches = Arrays.stream(order).map(added::get).toList();
        comparison = new Comparison(sketches);
        sets = new DisjointSets(sketches.size());
        eachRun(this::markCommon);
        eachRun(this::compare);
        return new StoryMaker(sketches, order).make(sets.groups());
    }

    /** Sees posts with one shingle: {@code part[start]} up to {@code part[end]}, hash in the upper half, post below. */
    private interface RunVisitor {
        void visit(int start, int end);
    }

    private void eachRun(RunVisitor visitor) {
        for (int number = 0; number < PARTS; number++) {
            int size = fill(number);
            Arrays.sort(part, 0, size);
            int start = 0;
            while (start < size) {
                int end = start + 1;
                while (end < size && part[end] >> 32 == part[start] >> 32) {
                    end++;
                }
                if (end > start + 1) {
                    visitor.visit(start, end);
                }
                start = end;
            }
        }
    }

    /** The lower bits tell the part: kept hashes are small, their upper bits crowd together. */
    private int fill(int number) {
        int size = 0;
        for (int post = 0; post < sketches.size(); post++) {
            for (int shingle : sketches.get(post).shingles()) {
                if ((shingle & PARTS - 1) == number) {
                    if (size == part.length) {
                        part = Arrays.copyOf(part, Math.max(1024, size + size / 4));
                    }
                    part[size++] = (long) shingle << 32 | post;
                }
            }
        }
        return size;
    }

    private void markCommon(int start, int end) {
        if (end - start <= COMMON) {
            return;
        }
        int shingle = (int) (part[start] >> 32);
        for (int i = start; i < end; i++) {
            comparison.markCommon((int) part[i], shingle);
        }
    }

    private void compare(int start, int end) {
        int next = end - start <= COMMON ? COMMON : NEXT;
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end && j <= i + next; j++) {
                compareTwo((int) part[i], (int) part[j]);
            }
        }
    }

    private void compareTwo(int left, int right) {
        long pair = (long) left << 32 | right;
        int slot = (int) (WordHashes.mix(pair) & different.length - 1);
        if (different[slot] == pair || sets.together(left, right)) {
            return;
        }
        if (comparison.areCopies(left, right)) {
            sets.join(left, right);
        } else {
            different[slot] = pair;
        }
    }
}
