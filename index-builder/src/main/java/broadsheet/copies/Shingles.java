package broadsheet.copies;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The shingles of many posts, a row each, outside of Java's heap: they are most of what the search for copies holds, and a
 * million posts must fit beside all else into a heap of 512 MB. Not for several threads at once.
 */
final class Shingles {

    /** Numbers that one piece of memory holds. */
    private static final int PIECE = 1 << 16;

    private final List<IntBuffer> pieces = new ArrayList<>();
    private int[] starts = new int[1 << 10];
    private byte[] lengths = new byte[1 << 10];
    private int size;
    private int end;

    static Shingles of(int[][] rows) {
        Shingles shingles = new Shingles();
        for (int[] row : rows) {
            shingles.add(row);
        }
        return shingles;
    }

    static Shingles of(List<Sketch> sketches) {
        return of(sketches.stream().map(Sketch::shingles).toArray(int[][]::new));
    }

    /** A buffer that {@link #read} can fill with any row. */
    static int[] buffer() {
        return new int[Sketch.MOST_SHINGLES];
    }

    /** Adds a row of at most {@value Sketch#MOST_SHINGLES}; its number is how many there were before. */
    void add(int[] row) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size + size / 2);
            lengths = Arrays.copyOf(lengths, starts.length);
        }
        if (end / PIECE != (end + row.length) / PIECE || pieces.isEmpty()) {
            end = pieces.size() * PIECE;
            pieces.add(ByteBuffer.allocateDirect(PIECE * Integer.BYTES).order(ByteOrder.nativeOrder()).asIntBuffer());
        }
        pieces.getLast().put(end % PIECE, row);
        starts[size] = end;
        lengths[size++] = (byte) row.length;
        end += row.length;
    }

    int size() {
        return size;
    }

    int length(int row) {
        return lengths[row];
    }

    /** Gives the length of a row. */
    int read(int row, int[] into) {
        pieces.get(starts[row] / PIECE).get(starts[row] % PIECE, into, 0, lengths[row]);
        return lengths[row];
    }
}
