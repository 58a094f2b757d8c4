package broadsheet.search.lucene.view;

/** A word in 32 bits: which letters it has, in 26 classes, and how long it is, up to 63. */
final class WordSketch {

    private static final int CLASSES = 26;
    private static final int LETTERS = (1 << CLASSES) - 1;
    /** Longer words have the length of this one. */
    static final int LONGEST = 63;

    private WordSketch() {}

    /** @param letters code points, of which the first {@code length} count */
    static int of(int[] letters, int length) {
        int sketch = 0;
        for (int i = 0; i < length; i++) {
            sketch |= 1 << Math.floorMod(letters[i] - 'a', CLASSES);
        }
        return sketch | Math.min(length, LONGEST) << CLASSES;
    }

    /** The length of a word by its sketch. */
    static int length(int sketch) {
        return sketch >>> CLASSES;
    }

    /** False only when more edits than these part the two words: an edit brings one letter at most and takes one. */
    static boolean mayBeNear(int a, int b, int edits) {
        return Integer.bitCount(a & ~b & LETTERS) <= edits && Integer.bitCount(b & ~a & LETTERS) <= edits
                && Math.abs((a >>> CLASSES) - (b >>> CLASSES)) <= edits;
    }
}
