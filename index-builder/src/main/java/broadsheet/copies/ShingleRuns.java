package broadsheet.copies;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Which posts share a shingle: an inverted index of sketches. It is kept where it is small; else it is made anew each time
 * it is gone through, a part at a time and with only the shingles that are looked for, as the whole would take more memory
 * than the sketches. Not for several threads at once.
 */
final class ShingleRuns {

    /** A post of fewer shingles meets others at all of them, one of fewer than twice as many at every second, any other
     * at every fourth: posts that are alike share one of these with .999 and more. */
    private static final int FEW_SHINGLES = 20;
    /** Bits of a filter for each hash of a post at which it meets others. */
    private static final int BITS_PER_HASH = 4;
    /** Entries of eight bytes that a part has. */
    private static final int MOST_ENTRIES = 2 << 20;
    private static final int PARTS = 64;
    /** An entry is hash (32 bits), post (25), place of the hash in the post's sketch (7). */
    private static final int INDEX_BITS = 7;
    /** So few entries are sorted at once. */
    private static final int FEW = 32;
    /** Upper bits by which hashes are counted, to cut all of them into parts of one size. */
    private static final int RANGE_BITS = 12;

    private final Shingles sketches;
    private final int[] row = Shingles.buffer();
    private final int[] posts;
    private final int mostEntries;
    private final HashFilter filter;
    /** For each sketch, the first hash that is in no part so far. */
    private final byte[] next;
    private long[] entries = new long[0];
    /** All entries of runs of many posts, where they are one part, and of those at which posts meet; else empty. */
    private long[] ofMany = {};
    private long[] ofMeeting = {};

    /** Which hashes of a post count. */
    private interface Choice {
        /** 1 when it counts, 0 when not: a number, as no branch could be guessed. */
        int has(int hash, int mask);
    }

    /** Sees the posts with one shingle: entries from {@code start} up to {@code end}, in the order of posts. */
    interface RunVisitor {
        void visit(int start, int end);
    }

    /**
     * @param sketches in the order in which they were made, which is that in which they lie in memory
     * @param posts for each sketch, the number of its post in the runs
     * @param many how many posts many are
     */
    ShingleRuns(Shingles sketches, int[] posts, int many) {
        this(sketches, posts, many, MOST_ENTRIES);
    }

    ShingleRuns(Shingles sketches, int[] posts, int many, int mostEntries) {
        this.sketches = sketches;
        this.posts = posts;
        this.mostEntries = mostEntries;
        this.filter = new HashFilter(sketches, many);
        this.next = new byte[sketches.size()];
    }

    /** The post of an entry. */
    int post(int entry) {
        return (int) entries[entry] >>> INDEX_BITS;
    }

    /** The place of the shingle in the sketch of an entry's post. */
    int index(int entry) {
        return (int) entries[entry] & (1 << INDEX_BITS) - 1;
    }

    /** Shows all runs of many posts and some of fewer, in an order that depends on the hashes alone. */
    void eachOfMany(RunVisitor visitor) {
        Choice many = (hash, mask) -> filter.mayHaveMany(hash);
        if (ofMany.length == 0) {
            ofMany = each(many, visitor);
        } else {
            visit(ofMany, visitor);
        }
    }

    /** Shows the runs of two posts or more at which these meet, in an order that depends on the hashes alone. */
    void eachMeeting(RunVisitor visitor) {
        Choice meeting = (hash, mask) -> (hash & mask) == 0 ? filter.mayHaveTwo(hash) : 0;
        ofMeeting = each(meeting, visitor);
    }

    /** Those of the same runs in which one of some posts is, and maybe others. */
    void eachMeetingOf(BitSet some, RunVisitor visitor) {
        if (ofMeeting.length > 0) {
            visit(ofMeeting, visitor);
            return;
        }
        HashBits hashes = new HashBits((long) FEW_SHINGLES * BITS_PER_HASH * some.cardinality());
        for (int number = 0; number < next.length; number++) {
            if (some.get(posts[number])) {
                int length = sketches.read(number, row);
                int mask = mask(length);
                for (int i = 0; i < length; i++) {
                    hashes.add(row[i], (row[i] & mask) == 0 ? 1 : 0);
                }
            }
        }
        Choice meeting = (hash, mask) -> (hash & mask) == 0 ? filter.mayHaveTwo(hash) & hashes.has(hash) : 0;
        each(meeting, visitor);
    }

    /** Shows the runs of what counts; gives all entries where they are one part, else none. */
    private long[] each(Choice choice, RunVisitor visitor) {
        int[] bounds = bounds(choice);
        Arrays.fill(next, (byte) 0);
        int size = 0;
        for (int bound : bounds) {
            size = fill(bound, choice);
            group(0, size, 0);
            visitRuns(size, visitor);
        }
        return bounds.length > 1 ? new long[0] : Arrays.copyOf(entries, size);
    }

    private void visit(long[] known, RunVisitor visitor) {
        long[] before = entries;
        entries = known;
        visitRuns(known.length, visitor);
        entries = before;
    }

    /** The shorter a post, the more of its shingles count where posts meet. */
    private static int mask(int shingles) {
        return shingles < FEW_SHINGLES ? 0 : shingles < 2 * FEW_SHINGLES ? 1 : 3;
    }

    /** The greatest hash of each part. */
    private int[] bounds(Choice choice) {
        int[] counts = new int[1 << RANGE_BITS];
        for (int number = 0; number < next.length; number++) {
            int length = sketches.read(number, row);
            int mask = mask(length);
            for (int i = 0; i < length; i++) {
                counts[range(row[i])] += choice.has(row[i], mask);
            }
        }
        long all = Arrays.stream(counts).asLongStream().sum();
        int parts = Math.clamp(all / mostEntries + 1, 1, PARTS);
        int[] bounds = new int[parts];
        long sum = 0;
        int part = 0;
        for (int range = 0; range < counts.length; range++) {
            sum += counts[range];
            while (part < parts - 1 && sum * parts >= all * (part + 1)) {
                bounds[part++] = Integer.MIN_VALUE + (range + 1 << Integer.SIZE - RANGE_BITS) - 1;
            }
        }
        Arrays.fill(bounds, part, parts, Integer.MAX_VALUE);
        makeRoom(bounds, counts);
        return bounds;
    }

    /** For the largest part: an array that grows is there twice while it is copied. */
    private void makeRoom(int[] bounds, int[] counts) {
        int largest = 0;
        int size = 0;
        int part = 0;
        for (int range = 0; range < counts.length; range++) {
            size += counts[range];
            largest = Math.max(largest, size);
            while (part < bounds.length - 1 && range(bounds[part]) == range) {
                part++;
                size = 0;
            }
        }
        if (entries.length < largest + row.length) {
            entries = new long[0];
            entries = new long[largest + row.length];
        }
    }

    private static int range(int shingle) {
        return shingle - Integer.MIN_VALUE >>> Integer.SIZE - RANGE_BITS;
    }

    /** Takes the hashes up to a bound that are in no earlier part: sketches are sorted. Gives how many. */
    private int fill(int bound, Choice choice) {
        int size = 0;
        for (int number = 0; number < next.length; number++) {
            int length = sketches.read(number, row);
            int mask = mask(length);
            int post = posts[number];
            int i = next[number];
            while (i < length && row[i] <= bound) {
                entries[size] = (long) row[i] << 32 | post << INDEX_BITS | i;
                size += choice.has(row[i], mask);
                i++;
            }
            next[number] = (byte) i;
        }
        return size;
    }

    /** Brings entries of one hash together. @param shift the digit by which they are parted next, in bits from the right */
    private void group(int start, int end, int shift) {
        if (end - start <= FEW || shift >= Integer.SIZE) {
            Arrays.sort(entries, start, end);
            return;
        }
        int first = start;
        for (int next : DigitSort.distribute(entries, start, end, shift)) {
            group(first, next, shift + DigitSort.DIGIT_BITS);
            first = next;
        }
    }

    private void visitRuns(int size, RunVisitor visitor) {
        int start = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || entries[i] >> 32 != entries[start] >> 32) {
                if (i > start + 1) {
                    visitor.visit(start, i);
                }
                start = i;
            }
        }
    }
}
