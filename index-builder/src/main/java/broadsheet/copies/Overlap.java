package broadsheet.copies;

/**
 * How much of two texts is in both, counted in hashes of three words in a row: of all, of those that few stories have,
 * and of those that hardly any story has. Made once and counted anew for each pair.
 */
final class Overlap {

    int both;
    int either;
    int rareBoth;
    int rareEither;
    int ownBoth;
    int ownEither;

    /** Starts anew. */
    void clear() {
        both = 0;
        either = 0;
        rareBoth = 0;
        rareEither = 0;
        ownBoth = 0;
        ownEither = 0;
    }

    /** Counts one hash. */
    void count(boolean inBoth, boolean rare, boolean own) {
        int shared = inBoth ? 1 : 0;
        either++;
        both += shared;
        if (rare) {
            rareEither++;
            rareBoth += shared;
        }
        if (own) {
            ownEither++;
            ownBoth += shared;
        }
    }

    /** Whether neither measure reaches a share even if all that is left to count, at most so many, is in both. */
    boolean cannotReach(double share, int left) {
        return rareBoth + left < share * (rareEither + left) && both + left < share * (either + left);
    }
}
