package broadsheet.copies;

import java.util.Arrays;

/**
 * The smallest of many hashes, each once. Most hashes of a long text are greater than those kept so far and cost one
 * comparison; sorting is put off until a buffer is full. Not for several threads at once.
 */
final class SmallestHashes {

    private static final int BUFFERS = 4;

    private final int most;
    private final int[] buffer;
    private int size;
    /** No greater hash is kept any more. */
    private int bound = Integer.MAX_VALUE;
    private boolean cut;

    /** @param most how many are kept */
    SmallestHashes(int most) {
        this.most = most;
        this.buffer = new int[BUFFERS * most];
    }

    void clear() {
        size = 0;
        bound = Integer.MAX_VALUE;
        cut = false;
    }

    void add(int hash) {
        if (hash > bound) {
            cut = true;
            return;
        }
        if (size == buffer.length) {
            keepSmallest();
        }
        buffer[size++] = hash;
    }

    /** The smallest, ascending. */
    int[] get() {
        keepSmallest();
        return Arrays.copyOf(buffer, size);
    }

    /** Whether there were more than are kept; known after {@link #get}. */
    boolean isCut() {
        return cut;
    }

    private void keepSmallest() {
        Arrays.sort(buffer, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (different == 0 || buffer[i] != buffer[different - 1]) {
                buffer[different++] = buffer[i];
            }
        }
        cut |= different > most;
        size = Math.min(different, most);
        if (size == most) {
            bound = buffer[size - 1];
        }
    }
}
