package broadsheet.index.lucene.texts;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BitUtil;

/**
 * Up to {@value #MOST} pieces of text of one to eight bytes, each written as one byte ("FSST", Boncz, Neumann, Leis 2020).
 * A short text is half as long then, and each can be read without those before it. A byte that no piece begins with is
 * written behind {@value #ESCAPE}.
 */
final class SymbolTable {

    static final int MOST = 254;
    static final int LONGEST = Long.BYTES;
    /** Begins a text that is written as it is. */
    static final byte PLAIN = (byte) 254;
    static final int ESCAPE = 255;

    private final long[] symbols;
    private final int[] lengths;

    /** A piece: its bytes from the lowest on. */
    record Symbol(long bytes, int length) {}

    SymbolTable(List<Symbol> pieces) {
        symbols = pieces.stream().mapToLong(Symbol::bytes).toArray();
        lengths = pieces.stream().mapToInt(Symbol::length).toArray();
    }

    void write(DataOutput out) throws IOException {
        out.writeVInt(symbols.length);
        for (int code = 0; code < symbols.length; code++) {
            out.writeVInt(lengths[code]);
            out.writeLong(symbols[code]);
        }
    }

    /** Reads what {@link #write} wrote. */
    static SymbolTable read(DataInput in) throws IOException {
        Symbol[] pieces = new Symbol[in.readVInt()];
        for (int code = 0; code < pieces.length; code++) {
            int length = in.readVInt();
            pieces[code] = new Symbol(in.readLong(), length);
        }
        return new SymbolTable(List.of(pieces));
    }

    /**
     * Reads a text.
     *
     * @param out with room for {@value #LONGEST} bytes more than the text has
     * @return how many bytes the text has
     */
    int decode(byte[] in, int length, byte[] out) {
        int to = 0;
        for (int at = 0; at < length; at++) {
            int code = in[at] & 0xFF;
            if (code == ESCAPE) {
                out[to++] = in[++at];
            } else {
                BitUtil.VH_LE_LONG.set(out, to, symbols[code]);
                to += lengths[code];
            }
        }
        return to;
    }
}
