package broadsheet.search.lucene;

import broadsheet.search.SearchException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The end of a page, as a caller hands it back: generation, edition of the owner's rules, and number of hits before.
 * Another generation or edition may order hits otherwise, so its cursors are refused.
 */
record Cursor(long generation, long edition, int offset) {

    Cursor {
        if (offset < 0) {
            throw new IllegalArgumentException("offset must be at least 0, was " + offset);
        }
    }

    @Override
    public String toString() {
        String plain = generation + ":" + edition + ":" + offset;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws SearchException.BadCursor when it is none, or of another generation */
    static Cursor parse(String text, long generation, long edition) {
        Cursor cursor;
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split(":");
            cursor = new Cursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new SearchException.BadCursor("cursor must be one that an answer gave, was \"" + text + "\"", text,
                    false);
        }
        if (cursor.generation() != generation || cursor.edition() != edition) {
            throw new SearchException.BadCursor("the index was rebuilt since this cursor was given: start anew",
                    text, true);
        }
        return cursor;
    }
}
