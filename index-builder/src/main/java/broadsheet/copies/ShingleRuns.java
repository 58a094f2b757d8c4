package broadsheet.copies;

import java.util.Arrays;
import java.util.List;

/**
 * Which posts share a shingle: an inverted index of sketches that is made a part at a time, as the whole would take more
 * memory than the sketches. Not for several threads at once.
 */
final class ShingleRuns {

    /** Entries of eight bytes that a part may take, for each post; all would be nine times as many. */
    private static final long ENTRIES_PER_POST = 8;
    private static final int PARTS = 9;
    /** An entry is hash (32 bits), post (25), place of the hash in the post's sketch (7). */
    private static final int INDEX_BITS = 7;
    /** Entries that are put into one bucket and sorted there. */
    private static final int IN_BUCKET = 16;
    /** Upper bits by which hashes are counted, to cut all of them into parts of one size. */
    private static final int RANGE_BITS = 12;
    /** One post's hash in five then passes for another's, and is found to be alone later. */
    private static final int BITS_PER_HASH = 4;
    private static final int MOST_LONGS = 1 << 25;

    private final List<Sketch> sketches;
    private final int[] posts;
    /** The greatest hash of each part. */
    private final int[] bounds;
    /** By the lower bits of hashes: whether several posts may have them. Most hashes are of one post alone. */
    private final long[] shared;
    /** For each sketch, the first hash that is in no part so far. */
    private final byte[] next;
    private long[] entries = new long[0];
    private int[] ends = new int[0];

    /**
     * @param sketches in the order in which they were made, which is that in which they lie in memory
     * @param posts for each sketch, the number of its post in the runs
     */
    ShingleRuns(List<Sketch> sketches, int[] posts) {
        this.sketches = sketches;
        this.posts = posts;
        this.shared = shared(sketches);
        this.bounds = bounds();
        this.next = new byte[sketches.size()];
    }

    private int[] bounds() {
        int[] counts = new int[1 << RANGE_BITS];
        long size = 0;
        for (Sketch sketch : sketches) {
            for (int shingle : sketch.shingles()) {
                if (isShared(shingle)) {
                    counts[range(shingle)]++;
                    size++;
                }
            }
        }
        int parts = Math.clamp(size / (ENTRIES_PER_POST * Math.max(1, sketches.size())) + 1, 1, PARTS);
        int[] bounds = new int[parts];
        long sum = 0;
        int part = 0;
        for (int range = 0; range < counts.length; range++) {
            sum += counts[range];
            while (part < parts - 1 && sum * parts >= size * (part + 1)) {
                bounds[part++] = Integer.MIN_VALUE + (range + 1 << Integer.SIZE - RANGE_BITS) - 1;
            }
        }
        Arrays.fill(bounds, part, parts, Integer.MAX_VALUE);
        return bounds;
    }

    /** A filter of {@value #BITS_PER_HASH} bits or more for each hash (Bloom 1970, with one function). */
    private static long[] shared(List<Sketch> sketches) {
        long size = sketches.stream().mapToLong(sketch -> sketch.shingles().length).sum();
        int longs = Integer.highestOneBit((int) Math.min(MOST_LONGS, size * BITS_PER_HASH / Long.SIZE + 1)) * 2;
        long[] once = new long[longs];
        long[] again = new long[longs];
        for (Sketch sketch : sketches) {
            for (int shingle : sketch.shingles()) {
                int at = shingle >>> 6 & longs - 1;
                long bit = 1L << shingle;
                again[at] |= once[at] & bit;
                once[at] |= bit;
            }
        }
        return again;
    }

    private boolean isShared(int shingle) {
        return (shared[shingle >>> 6 & shared.length - 1] >>> shingle & 1) == 1;
    }

    private static int range(int shingle) {
        return shingle - Integer.MIN_VALUE >>> Integer.SIZE - RANGE_BITS;
    }

    /** Which shingles of which posts count. */
    interface Choice {
        boolean has(int post, int[] shingles, int index);
    }

    /** Sees the posts with one shingle: entries from {@code start} up to {@code end}, in the order of posts. */
    interface RunVisitor {
        void visit(int start, int end);
    }

    /** The post of an entry. */
    int post(int entry) {
        return (int) entries[entry] >>> INDEX_BITS;
    }

    /** The place of the shingle in the sketch of an entry's post. */
    int index(int entry) {
        return (int) entries[entry] & (1 << INDEX_BITS) - 1;
    }

    /** Shows the runs of at least two posts, in an order that depends on the hashes alone. */
    void each(Choice choice, RunVisitor visitor) {
        Arrays.fill(next, (byte) 0);
        for (int bound : bounds) {
            int size = fill(bound, choice);
            int buckets = Integer.highestOneBit(Math.max(1, size / IN_BUCKET)) * 2;
            distribute(size, buckets);
            int start = 0;
            for (int end : ends) {
                Arrays.sort(entries, start, end);
                visit(start, end, visitor);
                start = end;
            }
        }
    }

    private void visit(int bucketStart, int bucketEnd, RunVisitor visitor) {
        int start = bucketStart;
        for (int i = bucketStart + 1; i <= bucketEnd; i++) {
            if (i == bucketEnd || entries[i] >> 32 != entries[start] >> 32) {
                if (i > start + 1) {
                    visitor.visit(start, i);
                }
                start = i;
            }
        }
    }

    /** Takes the hashes up to a bound that are in no earlier part: sketches are sorted. */
    private int fill(int bound, Choice choice) {
        int size = 0;
        for (int number = 0; number < next.length; number++) {
            int[] shingles = sketches.get(number).shingles();
            int post = posts[number];
            if (size + shingles.length > entries.length) {
                entries = Arrays.copyOf(entries, Math.max(1024, size + size / 8 + shingles.length));
            }
            int i = next[number];
            while (i < shingles.length && shingles[i] <= bound) {
                if (isShared(shingles[i]) && choice.has(post, shingles, i)) {
                    entries[size++] = (long) shingles[i] << 32 | post << INDEX_BITS | i;
                }
                i++;
            }
            next[number] = (byte) i;
        }
        return size;
    }

    /** Brings the entries of each bucket together, in place ("American flag sort", McIlroy and others 1993). */
    private void distribute(int size, int buckets) {
        int[] next = new int[buckets];
        for (int i = 0; i < size; i++) {
            next[bucket(entries[i], buckets)]++;
        }
        ends = new int[buckets];
        int sum = 0;
        for (int bucket = 0; bucket < buckets; bucket++) {
            int count = next[bucket];
            next[bucket] = sum;
            sum += count;
            ends[bucket] = sum;
        }
        for (int bucket = 0; bucket < buckets; bucket++) {
            while (next[bucket] < ends[bucket]) {
                long entry = entries[next[bucket]];
                int home = bucket(entry, buckets);
                while (home != bucket) {
                    long other = entries[next[home]];
                    entries[next[home]++] = entry;
                    entry = other;
                    home = bucket(entry, buckets);
                }
                entries[next[bucket]++] = entry;
            }
        }
    }

    /** By the lower bits: kept hashes are small, their upper bits crowd together. */
    private static int bucket(long entry, int buckets) {
        return (int) (entry >>> 32) & buckets - 1;
    }
}
