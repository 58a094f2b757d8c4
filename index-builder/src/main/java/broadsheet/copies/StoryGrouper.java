package broadsheet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
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
 * <p>Posts that share a shingle meet: with the next {@value #NEXT_RARE} in the order of keys where at most
 * {@value #COMMON} stories have it, with the next {@value #NEXT_COMMON} where more have it, so that boilerplate in every
 * post costs no more than a row of neighbours. Those that meet are compared ({@link Comparison}); whoever is a copy of a
 * copy is in the group. All this is done twice: at first each post is taken for a story of its own, then what is common
 * is counted by the groups that were found, as a story with nine copies is no boilerplate. (MinHash in bands finds
 * fewer, .974 with 32 bands of 4 on AG News, and cannot tell boilerplate.)
 *
 * <p>The result depends on the sketches alone, not on their order: an incremental build finds what a full one does.
 */
public final class StoryGrouper {

    /** A shingle of more stories than this is boilerplate. */
    static final int COMMON = 8;
    private static final int NEXT_RARE = 8;
    private static final int NEXT_COMMON = 2;
    private static final int ROUNDS = 2;
    /** Shingles are sorted a part at a time, which needs 80 bytes a post instead of 640. */
    private static final int PARTS = 8;
    /** A post of fewer shingles meets others in all parts, one of fewer than twice, three times as many in a half, a
     * quarter, any other in an eighth: posts that are alike have a shingle in one of them with .998 and more. */
    private static final int FEW_SHINGLES = 24;

    private final List<Sketch> added = new ArrayList<>();
    private List<Sketch> sketches = List.of();
    /** Pairs that were compared lately and are no copies: two posts with one boilerplate meet at each of its shingles. */
    private final long[] different = new long[1 << 16];
    private final int[] seen = new int[COMMON + 1];
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
        joinTeasers();
        for (int round = 0; round < ROUNDS; round++) {
            comparison.clearCommon();
            Arrays.fill(different, 0);
            eachRun(number -> Integer.MAX_VALUE, this::markCommon);
            eachRun(StoryGrouper::fewerThan, this::compare);
        }
        return new StoryMaker(sketches, order).make(sets.groups());
    }

    /** A post that has only the excerpt of another, under a like headline, tells its story, however long that one is. */
    private void joinTeasers() {
        Map<Long, Integer> teasers = new HashMap<>();
        for (int post = 0; post < sketches.size(); post++) {
            if (sketches.get(post).teaserOnly() && sketches.get(post).teaser() != 0) {
                teasers.putIfAbsent(sketches.get(post).teaser(), post);
            }
        }
        for (int post = 0; post < sketches.size(); post++) {
            int teaser = teasers.getOrDefault(sketches.get(post).teaser(), post);
            if (Comparison.shareTopic(sketches.get(post), sketches.get(teaser))) {
                sets.join(post, teaser);
            }
        }
    }

    /** Sees the posts with one shingle: {@code part[start]} up to {@code part[end]}, hash in the upper half, post below. */
    private interface RunVisitor {
        void visit(int start, int end);
    }

    /** How many shingles a post may have to meet others in a part. */
    private static int fewerThan(int part) {
        return part < PARTS / 8
                ? Integer.MAX_VALUE
                : part < PARTS / 4 ? 3 * FEW_SHINGLES : part < PARTS / 2 ? 2 * FEW_SHINGLES : FEW_SHINGLES;
    }

    /** @param fewerThan by part: posts with as many shingles or more are left out */
    private void eachRun(IntUnaryOperator fewerThan, RunVisitor visitor) {
        for (int number = 0; number < PARTS; number++) {
            int size = fill(number, fewerThan.applyAsInt(number));
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
    private int fill(int number, int fewerThan) {
        int size = 0;
        for (int post = 0; post < sketches.size(); post++) {
            int[] shingles = sketches.get(post).shingles();
            for (int i = 0; i < shingles.length && shingles.length < fewerThan; i++) {
                if ((shingles[i] & PARTS - 1) == number) {
                    if (size == part.length) {
                        part = Arrays.copyOf(part, Math.max(1024, size + size / 8));
                    }
                    part[size++] = (long) shingles[i] << 32 | post;
                }
            }
        }
        return size;
    }

    private void markCommon(int start, int end) {
        if (isCommon(start, end)) {
            for (int i = start; i < end; i++) {
                comparison.markCommon((int) part[i], (int) (part[i] >> 32));
            }
        }
    }

    /** Whether posts of many groups have the shingle. */
    private boolean isCommon(int start, int end) {
        int groups = 0;
        for (int i = start; i < end && groups <= COMMON && end - start > COMMON; i++) {
            int group = sets.root((int) part[i]);
            int known = 0;
            while (known < groups && seen[known] != group) {
                known++;
            }
            if (known == groups) {
                seen[groups++] = group;
            }
        }
        return groups > COMMON;
    }

    private void compare(int start, int end) {
        int next = isCommon(start, end) ? NEXT_COMMON : NEXT_RARE;
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
