package broadsheet.copies;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A post in at most 500 bytes, to compare it with others: at most {@value #MOST_SHINGLES} hashes of three words in a row
 * ("shingles"), the smallest of all that headline and body have, the words of the headline and some of the numbers.
 *
 * <p>The smallest hashes of two texts are a fair sample of both, so that their overlap is nearly that of the texts: exact
 * for texts of up to {@value #MOST_SHINGLES} words, within .05 (standard deviation) for longer ones ("bottom-k sketch",
 * Broder 1997).
 *
 * @param key 64-bit hash of the post's id: names the post, and orders sketches independently of the order of reading
 * @param shingles ascending, different
 * @param day when it was published, in days since 1970 in UTC; {@link #UNDATED} when nobody knows
 * @param teaser hash of the first words of the excerpt; 0 where other stories may begin with these few words, too
 * @param teaserOnly whether the body says hardly more than the excerpt, as of a post that stands for a film
 * @param headlineOnly whether there is neither body nor excerpt
 * @param cut whether the text has more shingles than these
 * @param head the headline's, see {@link Headline}
 * @param words the first words of the headline's rest, in order: {@link #word}
 * @param numbers the smallest hashes of the words with digits, ascending: reports that come out every week in the same
 *     words differ in these
 */
public record Sketch(long key, int day, long teaser, boolean teaserOnly, boolean headlineOnly, int[] shingles,
        boolean cut, String head,
        int[] words,
        int[] numbers) {

    /** More find no more copies, see the bench; fewer blur long texts. */
    static final int MOST_SHINGLES = 72;
    /** The day of a post without a date. */
    static final int UNDATED = Integer.MIN_VALUE;
    static final int MOST_WORDS = 10;
    static final int MOST_NUMBERS = 8;
    /** Shorter words may stand in any headline. */
    private static final int TELLING_LETTERS = 4;
    private static final int TELLING = 1;
    private static final int BORNE_OUT = 2;

    private static final int[] NONE = {};
    private static final byte VERSION = 2;
    private static final int CUT = 1;
    private static final int TEASER_ONLY = 2;
    private static final int HEADLINE_ONLY = 4;

    /** As bytes, big-endian: version (1), key (8), day (4), teaser (8), flags (1), then head and the three rows, each with its count (1). */
    public byte[] toBytes() {
        byte[] headBytes = head.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(
                26 + headBytes.length + Integer.BYTES * (words.length + shingles.length + numbers.length));
        out.put(VERSION).putLong(key).putInt(day).putLong(teaser)
                .put((byte) ((cut ? CUT : 0) | (teaserOnly ? TEASER_ONLY : 0) | (headlineOnly ? HEADLINE_ONLY : 0)));
        out.put((byte) headBytes.length).put(headBytes);
        put(words, out);
        put(shingles, out);
        put(numbers, out);
        return out.array();
    }

    /** Reads what {@link #toBytes} wrote, at {@code offset} of an array. */
    public static Sketch parse(byte[] bytes, int offset, int length) {
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("sketch of another version");
            }
            long key = in.getLong();
            int day = in.getInt();
            long teaser = in.getLong();
            byte flags = in.get();
            byte[] head = new byte[in.get()];
            in.get(head);
            int[] words = ints(in);
            int[] shingles = ints(in);
            return new Sketch(key, day, teaser, (flags & TEASER_ONLY) != 0, (flags & HEADLINE_ONLY) != 0, shingles,
                    (flags & CUT) != 0,
                    new String(head, StandardCharsets.UTF_8), words, ints(in));
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("sketch of " + length + " bytes is cut short", e);
        }
    }

    private static void put(int[] values, ByteBuffer out) {
        out.put((byte) values.length);
        for (int value : values) {
            out.putInt(value);
        }
    }

    private static int[] ints(ByteBuffer in) {
        int[] values = new int[in.get()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getInt();
        }
        return values;
    }

    /**
     * A headline's word as a number: 30 bits of its hash, one bit for a word long enough to say something, one bit for a
     * word that the body has, too.
     */
    static int word(long hash, int length, boolean borneOut) {
        return (int) (hash >>> 32) & ~(TELLING | BORNE_OUT) | (length >= TELLING_LETTERS ? TELLING : 0)
                | (borneOut ? BORNE_OUT : 0);
    }

    static boolean isSameWord(int left, int right) {
        return (left ^ right) >>> 2 == 0;
    }

    static boolean isTelling(int word) {
        return (word & TELLING) != 0;
    }

    static boolean isBorneOut(int word) {
        return (word & BORNE_OUT) != 0;
    }

    /** Whether another post is of an earlier or later day, by more than {@code days}; an undated post is of any day. */
    boolean isDaysFrom(Sketch other, int days) {
        return day != UNDATED && other.day != UNDATED && Math.abs((long) day - other.day) > days;
    }

    /** How many words of the headline the body lacks: a word that was swapped for another is seldom borne out. */
    int missing() {
        int missing = 0;
        for (int word : words) {
            missing += isBorneOut(word) ? 0 : 1;
        }
        return missing;
    }

    /** The same without what {@link Shingles} keep. */
    Sketch withoutShingles() {
        return new Sketch(key, day, teaser, teaserOnly, headlineOnly, NONE, cut, head.isEmpty() ? "" : head, words,
                numbers.length == 0 ? NONE : numbers);
    }
}
