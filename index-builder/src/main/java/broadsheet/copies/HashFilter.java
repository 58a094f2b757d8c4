package broadsheet.copies;

import java.util.stream.IntStream;

/**
 * Two Bloom filters (Bloom 1970) with one hash function: has another post this hash, and have many posts? "No" is certain:
 * one post (or few) has this hash. "Yes" may be wrong.
 */
final class HashFilter {

    /** With 2 bits a hash, one in three hashes of a single post gets a wrong "yes"; with more bits all takes longer. */
    private static final int BITS_PER_HASH = 2;
    private static final int MOST_BITS = 1 << 30;

    private final long[] two;
    private final long[] many;

    /**
     * @param rows hashes of posts, each one once a post
     * @param many how many posts many are; at least two
     */
    HashFilter(int[][] rows, int many) {
        this(Shingles.of(rows), many);
    }

    HashFilter(Shingles rows, int many) {
        this.two = two(rows);
        this.many = many(rows, two, many);
    }

    private static int powerOfTwo(long least) {
        return Math.clamp(2 * Long.highestOneBit(Math.max(1, least)), Long.SIZE, MOST_BITS);
    }

    private static long[] two(Shingles rows) {
        long hashes = IntStream.range(0, rows.size()).mapToLong(rows::length).sum();
        int[] row = Shingles.buffer();
        long[] once = new long[powerOfTwo(hashes * BITS_PER_HASH) / Long.SIZE];
        long[] again = new long[once.length];
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                int at = at(hash, once);
                long bit = 1L << hash;
                again[at] |= once[at] & bit;
                once[at] |= bit;
            }
        }
        return again;
    }

    private static long[] many(Shingles rows, long[] two, int least) {
        long shared = 0;
        int[] row = Shingles.buffer();
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                shared += bit(hash, two);
            }
        }
        byte[] counts = new byte[powerOfTwo(shared)];
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                int slot = hash & counts.length - 1;
                counts[slot] = (byte) Math.min(Byte.MAX_VALUE, counts[slot] + bit(hash, two));
            }
        }
        long[] many = new long[counts.length / Long.SIZE];
        for (int slot = 0; slot < counts.length; slot++) {
            many[slot >>> 6] |= counts[slot] >= least ? 1L << slot : 0;
        }
        return many;
    }

    /** 1 when two posts or more may have a hash, else 0. */
    int mayHaveTwo(int hash) {
        return bit(hash, two);
    }

    /** 1 when many posts may have a hash, else 0. */
    int mayHaveMany(int hash) {
        return bit(hash, two) & bit(hash, many);
    }

    private static int bit(int hash, long[] bits) {
        return (int) (bits[at(hash, bits)] >>> hash) & 1;
    }

    private static int at(int hash, long[] bits) {
        return hash >>> 6 & bits.length - 1;
    }
}
