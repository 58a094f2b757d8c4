package broadsheet.analysis;

import java.util.Arrays;
import java.util.BitSet;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.util.BytesRef;

/**
 * Where the sentences of a post stand: by position (of tokens, as in the index) and by byte (in the kept text, which is
 * the excerpt and then the body in UTF-8). With it a match, known by its positions, is shown by reading one sentence,
 * however long the text is, and sentences, paragraphs and parts bound a search.
 *
 * <p>Positions run through headline, excerpt, body and names with a gap of {@value #GAP} between the parts.
 */
public final class TextLayout {

    /** Positions left free between headline, excerpt and body, so that no phrase crosses from one to the next. */
    public static final int GAP = 100;

    private int titleEnd;
    private int excerptEnd;
    private int excerptBytes;
    private int size;
    private int[] positions = new int[64];
    private int[] bytes = new int[64];
    private boolean[] opens = new boolean[64];
    /** By number. */
    private final BitSet unseen = new BitSet();

    public void clear() {
        size = 0;
        unseen.clear();
    }

    /** @param titleEnd the position behind the headline's last token */
    public void setTitleEnd(int titleEnd) {
        this.titleEnd = titleEnd;
    }

    /**
     * @param excerptEnd the position behind the excerpt's last token
     * @param excerptBytes where the body begins in the kept text
     */
    public void setExcerptEnd(int excerptEnd, int excerptBytes) {
        this.excerptEnd = excerptEnd;
        this.excerptBytes = excerptBytes;
    }

    /**
     * Adds a sentence that begins at this position and byte; an empty one at the end closes the text.
     *
     * @param isSeen whether the post's page shows it as text
     */
    public void add(int position, int firstByte, boolean opensParagraph, boolean isSeen) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
            opens = Arrays.copyOf(opens, 2 * size);
        }
        if (!isSeen) {
            unseen.set(size);
        }
        positions[size] = position;
        bytes[size] = firstByte;
        opens[size++] = opensParagraph;
    }

    /**
     * Numbers of variable length: ends of headline and excerpt, then each sentence as its distance from the last, then
     * the sentences that the page need not show, each by its number's distance from the last.
     */
    public BytesRef encode() {
        VarInts out = new VarInts(16 + 4 * size);
        out.add(titleEnd);
        out.add(excerptEnd - titleEnd);
        out.add(excerptBytes);
        out.add(size);
        int lastPosition = 0;
        int lastByte = 0;
        for (int i = 0; i < size; i++) {
            out.add(positions[i] - lastPosition);
            out.add((bytes[i] - lastByte) << 1 | (opens[i] ? 1 : 0));
            lastPosition = positions[i];
            lastByte = bytes[i];
        }
        int lastUnseen = 0;
        for (int i = unseen.nextSetBit(0); i >= 0; i = unseen.nextSetBit(i + 1)) {
            out.add(i - lastUnseen);
            lastUnseen = i;
        }
        return out.toBytesRef();
    }

    /** Reads what {@link #encode} wrote, in the place of what was here. */
    public void decode(BytesRef encoded) {
        ByteArrayDataInput in = new ByteArrayDataInput(encoded.bytes, encoded.offset, encoded.length);
        clear();
        setTitleEnd(in.readVInt());
        setExcerptEnd(titleEnd + in.readVInt(), in.readVInt());
        int sentences = in.readVInt();
        int position = 0;
        int firstByte = 0;
        for (int i = 0; i < sentences; i++) {
            position += in.readVInt();
            int distance = in.readVInt();
            firstByte += distance >>> 1;
            add(position, firstByte, (distance & 1) == 1, true);
        }
        int sentence = 0;
        while (!in.eof()) {
            sentence += in.readVInt();
            unseen.set(sentence);
        }
    }

    /** The position behind the headline's last token. */
    public int titleEnd() {
        return titleEnd;
    }

    /** The position behind the excerpt's last token. */
    public int excerptEnd() {
        return excerptEnd;
    }

    /** The first position of the body. */
    public int bodyStart() {
        return excerptEnd + GAP;
    }

    /** The position behind the body's last token. What stands behind it are names: byline, sections, tags. */
    public int bodyEnd() {
        return size == 0 ? excerptEnd : positions[size - 1];
    }

    /** Where the body begins in the kept text, in bytes. */
    public int excerptBytes() {
        return excerptBytes;
    }

    /** The position behind the body's first paragraph. */
    public int leadEnd() {
        boolean inBody = false;
        for (int i = 0; i < sentences(); i++) {
            if (positions[i] >= bodyStart()) {
                if (inBody && opens[i]) {
                    return positions[i];
                }
                inBody = true;
            }
        }
        return bodyEnd();
    }

    /** How many sentences excerpt and body have. */
    public int sentences() {
        return Math.max(0, size - 1);
    }

    /** The sentence that holds a position of the excerpt or the body; -1 for one of the headline. */
    public int sentenceAt(int position) {
        int found = Arrays.binarySearch(positions, 0, sentences(), position);
        if (found < 0) {
            return -found - 2;
        }
        while (found + 1 < sentences() && positions[found + 1] == position) {
            found++;
        }
        return found;
    }

    /** The position of a sentence's first token. */
    public int position(int sentence) {
        return positions[sentence];
    }

    /** A sentence's first byte in the kept text; it ends where the next begins. */
    public int firstByte(int sentence) {
        return bytes[sentence];
    }

    /** Whether a sentence opens a paragraph. */
    public boolean opensParagraph(int sentence) {
        return opens[sentence];
    }

    /** Whether the post's page shows a sentence as text, as far as the post tells: not the alternative of a picture. */
    public boolean isSeen(int sentence) {
        return !unseen.get(sentence);
    }

    /** Integers of one to five bytes, seven bits in each, the lowest first. */
    private static final class VarInts {
        private byte[] data;
        private int length;

        VarInts(int capacity) {
            data = new byte[capacity];
        }

        public void add(int value) {
            if (length + 5 > data.length) {
                data = Arrays.copyOf(data, 2 * data.length + 5);
            }
            int rest = value;
            while ((rest & ~0x7F) != 0) {
                data[length++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            data[length++] = (byte) rest;
        }

        BytesRef toBytesRef() {
            return new BytesRef(data, 0, length);
        }
    }
}
