package broadsheet.copies;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
 * {@value Comparison#COMMON} stories have it, with the next {@value #NEXT_COMMON} where more have it, so that boilerplate in every
 * post costs no more than a row of neighbours. Those that meet are compared ({@link Comparison}); a copy of a copy
 * is in the group, too. All this is done twice: at first each post is taken for a story of its own, then what is common
 * is counted by the groups that were found, as a story with nine copies is no boilerplate. (MinHash in bands finds
 * fewer, .974 with 32 bands of 4 on AG News, and does not see what is boilerplate.)
 *
 * <p>The result depends on the sketches alone, not on their order: an incremental build finds what a full one does.
 */
public final class StoryGrouper {

    private static final int NEXT_RARE = 8;
    private static final int NEXT_COMMON = 2;
    /** A shingle is boilerplate once this many neighbours in a row that share it proved not to be copies. */
    private static final int MOST_FAILURES = 16;
    /** Fewer posts than this cannot be of more than {@value Comparison#OWN} stories. */
    private static final int MARKED = Comparison.OWN + 1;

    private final List<Sketch> added = new ArrayList<>();
    private final Shingles shingles = new Shingles();
    private List<Sketch> sketches = List.of();
    /** Pairs that were compared lately and are no copies: two posts with one boilerplate meet at each of its shingles. */
    private final long[] different = new long[1 << 16];
    private final int[] seen = new int[Comparison.COMMON + 1];
    private ShingleRuns runs = new ShingleRuns(new Shingles(), new int[0], MARKED);
    private Comparison comparison = new Comparison(List.of());
    private DisjointSets sets = new DisjointSets(0);
    /** Posts that have other boilerplate shingles than when they were compared last. */
    private final BitSet changed = new BitSet();

    /** Adds a post; it is known by its number from then on, the first is 0. */
    public void add(Sketch sketch) {
        shingles.add(sketch.shingles());
        added.add(sketch.withoutShingles());
    }

    /** The groups of all posts that were added. */
    public Stories group() {
        int[] order = order();
        sketches = Arrays.stream(order).mapToObj(added::get).toList();
        comparison = new Comparison(sketches, shingles, order);
        sets = new DisjointSets(sketches.size());
        int[] places = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            places[order[place]] = place;
        }
        runs = new ShingleRuns(shingles, places, MARKED);
        joinTeasers();
        changed.set(0, sketches.size());
        runs.eachOfMany(this::mark);
        runs.eachMeeting(this::compare);
        changed.clear();
        Arrays.fill(different, 0);
        runs.eachOfMany(this::markAgain);
        if (!changed.isEmpty()) {
            runs.eachMeetingOf(changed, this::compare);
        }
        List<int[]> groups = sets.groups();
        runs = new ShingleRuns(new Shingles(), new int[0], MARKED);
        comparison = new Comparison(List.of());
        return new StoryMaker(sketches, order).make(groups);
    }

    /** The numbers of the posts by their keys, those of one key as they were added; no number is wrapped for it. */
    private int[] order() {
        long[] keys = added.stream().mapToLong(Sketch::key).toArray();
        long[] sorted = keys.clone();
        Arrays.parallelSort(sorted);
        int[] order = new int[keys.length];
        int[] placed = new int[keys.length];
        for (int number = 0; number < keys.length; number++) {
            int first = first(sorted, keys[number]);
            order[first + placed[first]++] = number;
        }
        return order;
    }

    /** The first place of a key: no walk from one to the next, as a feed may have a million equal posts. */
    private static int first(long[] sorted, long key) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < key) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** A post that has only the excerpt of another, under a like headline, is its copy, however long that one is. */
    private void joinTeasers() {
        Map<Long, Integer> teasers = new HashMap<>();
        for (int post = 0; post < sketches.size(); post++) {
            if (sketches.get(post).teaserOnly() && sketches.get(post).teaser() != 0) {
                teasers.putIfAbsent(sketches.get(post).teaser(), post);
            }
        }
        for (int post = 0; post < sketches.size(); post++) {
            int teaser = teasers.getOrDefault(sketches.get(post).teaser(), post);
            if (HeadlineWords.shareTopic(sketches.get(post), sketches.get(teaser))) {
                sets.join(post, teaser);
            }
        }
    }

    private void mark(int start, int end) {
        if (end - start < MARKED) {
            return;
        }
        int stories = stories(start, end);
        for (int i = start; i < end; i++) {
            if (comparison.mark(runs.post(i), runs.index(i), stories)) {
                changed.set(runs.post(i));
            }
        }
    }

    /** Groups only grow: what few stories had at first, few have later. */
    private void markAgain(int start, int end) {
        if (comparison.isMarked(runs.post(start), runs.index(start))) {
            mark(start, end);
        }
    }

    /** How many groups have the shingle; counts no further than needed. */
    private int stories(int start, int end) {
        int groups = 0;
        for (int i = start; i < end && groups <= Comparison.COMMON; i++) {
            int group = sets.root(runs.post(i));
            int known = 0;
            while (known < groups && seen[known] != group) {
                known++;
            }
            if (known == groups) {
                seen[groups++] = group;
            }
        }
        return groups;
    }

    private void compare(int start, int end) {
        boolean common = comparison.isCommon(runs.post(start), runs.index(start));
        int next = common ? NEXT_COMMON : NEXT_RARE;
        int failures = 0;
        for (int i = start; i < end && failures < MOST_FAILURES; i++) {
            for (int j = i + 1; j < end && j <= i + next; j++) {
                boolean met = changed.get(runs.post(i)) || changed.get(runs.post(j));
                boolean copies = met && areCopies(runs.post(i), runs.post(j));
                failures = copies ? 0 : failures + (common ? 1 : 0);
            }
        }
    }

    private boolean areCopies(int left, int right) {
        if (sets.together(left, right)) {
            return true;
        }
        long pair = (long) left << 32 | right;
        int slot = (int) (WordHashes.mix(pair) & different.length - 1);
        if (different[slot] == pair) {
            return false;
        }
        boolean copies = comparison.areCopies(left, right);
        if (copies) {
            sets.join(left, right);
        } else {
            different[slot] = pair;
        }
        return copies;
    }
}
