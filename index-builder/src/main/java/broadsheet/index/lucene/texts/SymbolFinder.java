package broadsheet.index.lucene.texts;

import broadsheet.index.lucene.texts.SymbolTable.Symbol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BitUtil;

/**
 * Chooses the pieces of a {@link SymbolTable} from a sample of texts, and writes texts by them. A few rounds each write the
 * sample with the pieces of the round before, and take those that stand for most bytes, and pairs of them, as the next.
 */
final class SymbolFinder {

    private static final int ROUNDS = 5;
    private static final int SLOT_BITS = 12;
    private static final int BYTES = 256;
    private static final int IDS = 2 * BYTES;
    /** Of a byte with which no piece begins. */
    private static final short NONE = SymbolTable.ESCAPE;
    /** A piece of one byte saves the byte before it, too. */
    private static final int ESCAPED = 8;

    private final List<Symbol> pieces = new ArrayList<>();
    /** The same a step nearer, as each byte of the index goes through here; {@link #NONE} is as long as one byte. */
    private final long[] bytes = new long[BYTES];
    private final long[] masks = new long[BYTES];
    private final int[] lengths = new int[BYTES];
    /** Codes by the first bytes of a piece: by one, by two or the first of them, by a hash of three where a piece is longer. */
    private final short[] ones = new short[BYTES];
    private final short[] twos = new short[1 << Short.SIZE];
    private final short[] longer = new short[1 << SLOT_BITS];

    private SymbolFinder() {
        Arrays.fill(ones, NONE);
        Arrays.fill(twos, NONE);
        Arrays.fill(longer, NONE);
        lengths[NONE] = 1;
        // No word cut by this mask is equal to it.
        bytes[NONE] = 1;
    }

    /** @param sample with {@value SymbolTable#LONGEST} bytes more than count */
    static SymbolFinder of(byte[] sample, int length) {
        SymbolFinder finder = new SymbolFinder();
        for (int round = 0; round < ROUNDS; round++) {
            SymbolFinder next = new SymbolFinder();
            finder.worth(sample, length).entrySet().stream()
                    .sorted(Comparator.comparingLong((Map.Entry<Symbol, Long> each) -> -each.getValue())
                            .thenComparingLong(each -> each.getKey().bytes())
                            .thenComparingInt(each -> each.getKey().length()))
                    .forEach(each -> next.add(each.getKey()));
            next.seal();
            finder = next;
        }
        return finder;
    }

    SymbolTable table() {
        return new SymbolTable(pieces);
    }

    private void add(Symbol piece) {
        short[] codes = piece.length() == 1 ? ones : piece.length() == 2 ? twos : longer;
        int place = piece.length() == 1
                ? (int) piece.bytes()
                : piece.length() == 2 ? (int) piece.bytes() : slot(piece.bytes());
        if (pieces.size() < SymbolTable.MOST && codes[place] == NONE) {
            codes[place] = (short) pieces.size();
            bytes[pieces.size()] = piece.bytes();
            masks[pieces.size()] = -1L >>> Long.SIZE - Byte.SIZE * piece.length();
            lengths[pieces.size()] = piece.length();
            pieces.add(piece);
        }
    }

    /** All pieces are known: where two bytes are no piece, the first of them may be one. */
    private void seal() {
        for (int two = 0; two < twos.length; two++) {
            twos[two] = twos[two] == NONE ? ones[two & 0xFF] : twos[two];
        }
    }

    private static int slot(long word) {
        return (int) (word & 0xFFFFFF) * 0x9E3779B1 >>> Integer.SIZE - SLOT_BITS;
    }

    /** The code of the longest piece known to begin a text of at least eight bytes; both ways are gone, as no branch could be guessed. */
    private int code(long word) {
        int longest = longer[slot(word)];
        int shorter = twos[(int) word & 0xFFFF];
        return (word & masks[longest]) == bytes[longest] ? longest : shorter;
    }

    /** The same of a text of fewer bytes. */
    private int code(long word, int left) {
        int code = code(word);
        if (lengths[code] <= left) {
            return code;
        }
        code = twos[(int) word & 0xFFFF];
        return lengths[code] <= left ? code : ones[(int) word & 0xFF];
    }

    /**
     * Writes a text.
     *
     * @param in the text, and {@value SymbolTable#LONGEST} bytes more
     * @param out with room for twice as many bytes and one more
     * @return how many bytes were written
     */
    int encode(byte[] in, int length, byte[] out) {
        int to = 0;
        int at = 0;
        while (at < length) {
            long word = (long) BitUtil.VH_LE_LONG.get(in, at);
            int code = at <= length - SymbolTable.LONGEST ? code(word) : code(word, length - at);
            out[to] = (byte) code;
            out[to + 1] = (byte) word;
            to += code == NONE ? 2 : 1;
            at += lengths[code];
        }
        return to;
    }

    /** For how many bytes of a sample each piece stands, each byte and each pair of these. */
    private Map<Symbol, Long> worth(byte[] sample, int length) {
        int[] pairs = new int[IDS * IDS];
        int[] counts = new int[IDS];
        int last = NONE;
        for (int at = 0; at < length;) {
            int code = code((long) BitUtil.VH_LE_LONG.get(sample, at), length - at);
            int id = code == NONE ? sample[at] & 0xFF : BYTES + code;
            counts[id]++;
            if (last != NONE) {
                pairs[last * IDS + id]++;
            }
            last = id;
            at += symbol(id).length();
        }
        Map<Symbol, Long> worth = new HashMap<>();
        for (int id = 0; id < IDS; id++) {
            if (counts[id] > 0) {
                Symbol one = symbol(id);
                worth.merge(one, (long) counts[id] * (one.length() == 1 ? ESCAPED : one.length()), Long::sum);
            }
            for (int next = 0; counts[id] > 0 && next < IDS; next++) {
                int count = pairs[id * IDS + next];
                if (count > 1 && symbol(id).length() + symbol(next).length() <= SymbolTable.LONGEST) {
                    Symbol pair = pair(symbol(id), symbol(next));
                    worth.merge(pair, (long) count * pair.length(), Long::sum);
                }
            }
        }
        return worth;
    }

    private Symbol symbol(int id) {
        return id < BYTES ? new Symbol(id, 1) : pieces.get(id - BYTES);
    }

    private static Symbol pair(Symbol first, Symbol second) {
        return new Symbol(first.bytes() | second.bytes() << Byte.SIZE * first.length(),
                first.length() + second.length());
    }
}
