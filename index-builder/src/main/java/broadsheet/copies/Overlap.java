package broadsheet.copies;

/**
 * How much of two texts is in both, counted in hashes of three words in a row: of all, of those that few stories have,
 * and of those that hardly any story has. Made once and counted anew for each pair.
 */
final class Overlap {

    /** How many shingles the longer text has, and the shorter. */
    int longer;
    int shorter;
    int both;
    int either;
    /** All hashes of the left text, in both or not. */
    int left;
    int rareBoth;
    int rareEither;
    int ownBoth;
    int ownEither;

    /** Starts anew. */
    void clear() {
        both = 0;
        either = 0;
        left = 0;
        rareBoth = 0;
        rareEither = 0;
        ownBoth = 0;
        ownEither = 0;
    }

    /** Texts of so many shingles are compared. */
    void begin(int ofLeft, int ofRight) {
        clear();
        longer = Math.max(ofLeft, ofRight);
        shorter = Math.min(ofLeft, ofRight);
    }

    /** Counts one hash. */
    void count(boolean inLeft, boolean inRight, boolean rare, boolean own) {
        int shared = inLeft && inRight ? 1 : 0;
        either++;
        left += inLeft ? 1 : 0;
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

    /** The greater share of one text that is in the other. */
    double contained() {
        int right = either - left + both;
        return both / (double) Math.min(left, right);
    }

    /** Whether neither measure reaches a share, even if the {@code rest} hashes still to be counted are all in both. */
    boolean cannotReach(double share, int rest) {
        return rareBoth + rest < share * (rareEither + rest) && both + rest < share * (either + rest);
    }
}
