package broadsheet.copies;

import java.util.stream.IntStream;

/** Two filters of the hashes of posts: has another post this hash, and have many posts? */
final class HashFilter {

    /** With 2 bits a hash, one in three hashes of a single post gets a wrong "yes"; with more bits all takes longer. */
    private static final int BITS_PER_HASH = 2;

    private final HashBits two;
    private final HashBits many;

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

    private static HashBits two(Shingles rows) {
        long hashes = IntStream.range(0, rows.size()).mapToLong(rows::length).sum();
        int[] row = Shingles.buffer();
        HashBits once = new HashBits(hashes * BITS_PER_HASH);
        HashBits again = new HashBits(hashes * BITS_PER_HASH);
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                again.add(hash, once.has(hash));
                once.add(hash, 1);
            }
        }
        return again;
    }

    private static HashBits many(Shingles rows, HashBits two, int least) {
        long shared = 0;
        int[] row = Shingles.buffer();
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                shared += two.has(hash);
            }
        }
        byte[] counts = new byte[HashBits.powerOfTwo(shared)];
        for (int number = 0; number < rows.size(); number++) {
            int length = rows.read(number, row);
            for (int i = 0; i < length; i++) {
                int hash = row[i];
                int slot = hash & counts.length - 1;
                counts[slot] = (byte) Math.min(Byte.MAX_VALUE, counts[slot] + two.has(hash));
            }
        }
        HashBits many = new HashBits(shared);
        for (int slot = 0; slot < counts.length; slot++) {
            many.add(slot, counts[slot] >= least ? 1 : 0);
        }
        return many;
    }

    /** 1 when two posts or more may have a hash, else 0. */
    int mayHaveTwo(int hash) {
        return two.has(hash);
    }

    /** 1 when many posts may have a hash, else 0. */
    int mayHaveMany(int hash) {
        return two.has(hash) & many.has(hash);
    }
}
