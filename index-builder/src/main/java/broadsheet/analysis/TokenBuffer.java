package broadsheet.analysis;

import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * The tokens of a text, in order: a column for each thing known of a token. A token stands at a position; further
 * terms (acronym, accented form, word as written, two characters of Chinese) may stand at the position of a token.
 */
public final class TokenBuffer {

    private int size;
    private int[] positions;
    private int[] starts;
    private int[] ends;
    private WordForms[] forms;
    private int extraSize;
    private int[] extraTokens;
    private BytesRef[] extraTerms;
    private Fields[] extraFields;

    /** Which fields have a further term. */
    enum Fields {
        EXACT,
        STEMS,
        BOTH
    }

    /** A buffer that grows as needed. */
    public TokenBuffer() {
        this(256);
    }

    /** @param tokens room for so many at first: a query asks for the tokens of one word a hundred times */
    public TokenBuffer(int tokens) {
        positions = new int[tokens];
        starts = new int[tokens];
        ends = new int[tokens];
        forms = new WordForms[tokens];
        extraTokens = new int[tokens];
        extraTerms = new BytesRef[tokens];
        extraFields = new Fields[tokens];
    }

    public void clear() {
        size = 0;
        extraSize = 0;
    }

    /** Adds a token that covers {@code start} to {@code end} (exclusive) of its text. */
    void add(int position, int start, int end, WordForms word) {
        if (size == positions.length) {
            positions = Arrays.copyOf(positions, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
            ends = Arrays.copyOf(ends, 2 * size);
            forms = Arrays.copyOf(forms, 2 * size);
        }
        positions[size] = position;
        starts[size] = start;
        ends[size] = end;
        forms[size++] = word;
    }

    /**
     * Adds a further term at the position of a token; tokens must come in rising order.
     *
     * @param fields of stems, of exact forms, or both
     */
    void addExtra(int token, BytesRef term, Fields fields) {
        if (extraSize == extraTokens.length) {
            extraTokens = Arrays.copyOf(extraTokens, 2 * extraSize);
            extraTerms = Arrays.copyOf(extraTerms, 2 * extraSize);
            extraFields = Arrays.copyOf(extraFields, 2 * extraSize);
        }
        extraTokens[extraSize] = token;
        extraTerms[extraSize] = term;
        extraFields[extraSize++] = fields;
    }

    public int size() {
        return size;
    }

    public int position(int token) {
        return positions[token];
    }

    public int start(int token) {
        return starts[token];
    }

    int end(int token) {
        return ends[token];
    }

    public WordForms forms(int token) {
        return forms[token];
    }

    public int extraSize() {
        return extraSize;
    }

    public int extraToken(int extra) {
        return extraTokens[extra];
    }

    public BytesRef extraTerm(int extra) {
        return extraTerms[extra];
    }

    public boolean extraInStems(int extra) {
        return extraFields[extra] != Fields.EXACT;
    }

    public boolean extraInExact(int extra) {
        return extraFields[extra] != Fields.STEMS;
    }
}
