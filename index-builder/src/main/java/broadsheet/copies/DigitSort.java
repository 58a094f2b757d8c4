package broadsheet.copies;

/** Sorts entries by one digit of the hash that their upper 32 bits are. */
final class DigitSort {

    /** Bits of a digit. */
    static final int DIGIT_BITS = 8;

    private DigitSort() {}

    /**
     * Brings the entries with each digit together, in place ("American flag sort", McIlroy and others 1993); gives where
     * each digit ends. Lower digits come first, as kept hashes are small and their upper bits crowd together.
     */
    static int[] distribute(long[] entries, int start, int end, int shift) {
        int[] next = new int[1 << DIGIT_BITS];
        for (int i = start; i < end; i++) {
            next[digit(entries[i], shift)]++;
        }
        int[] ends = new int[next.length];
        int sum = start;
        for (int digit = 0; digit < ends.length; digit++) {
            int count = next[digit];
            next[digit] = sum;
            sum += count;
            ends[digit] = sum;
        }
        for (int digit = 0; digit < ends.length; digit++) {
            while (next[digit] < ends[digit]) {
                long entry = entries[next[digit]];
                int home = digit(entry, shift);
                while (home != digit) {
                    long other = entries[next[home]];
                    entries[next[home]++] = entry;
                    entry = other;
                    home = digit(entry, shift);
                }
                entries[next[digit]++] = entry;
            }
        }
        return ends;
    }

    private static int digit(long entry, int shift) {
        return (int) (entry >>> Integer.SIZE + shift) & (1 << DIGIT_BITS) - 1;
    }
}
