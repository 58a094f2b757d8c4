package broadsheet.copies;

/** A Bloom filter (Bloom 1970) with one hash function over hashes that are evenly spread: "no" is certain, "yes" may be wrong. */
final class HashBits {

    private static final int MOST_BITS = 1 << 30;

    private final long[] bits;

    /** @param least bits, of which there are up to twice as many */
    HashBits(long least) {
        bits = new long[powerOfTwo(least) / Long.SIZE];
    }

    /** A power of two greater than a number, with at least the bits of one long. */
    static int powerOfTwo(long least) {
        return Math.clamp(2 * Long.highestOneBit(Math.max(1, least)), Long.SIZE, MOST_BITS);
    }

    /** Adds a hash if {@code whether} is 1, and does nothing if it is 0. */
    void add(int hash, int whether) {
        bits[at(hash)] |= (long) whether << hash;
    }

    /** 1 when a hash may have been added, else 0: a number, as no branch could be guessed. */
    int has(int hash) {
        return (int) (bits[at(hash)] >>> hash) & 1;
    }

    private int at(int hash) {
        return hash >>> 6 & bits.length - 1;
    }
}
