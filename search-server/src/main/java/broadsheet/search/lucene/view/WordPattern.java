package broadsheet.search.lucene.view;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.BytesRef;

/** A word with open places: ? for one character, * for any number. Compared with words in UTF-8. */
public final class WordPattern {

    private static final byte ONE = '?';
    private static final byte ANY = '*';

    private final byte[] pattern;

    public WordPattern(String pattern) {
        this.pattern = pattern.getBytes(StandardCharsets.UTF_8);
    }

    /** The letters that every fitting word begins with. */
    public BytesRef start() {
        int length = 0;
        while (length < pattern.length && pattern[length] != ONE && pattern[length] != ANY) {
            length++;
        }
        return new BytesRef(pattern, 0, length);
    }

    /** Whether the word between two bytes fits; after a failure only the last star is tried again, which is enough. */
    boolean fits(byte[] bytes, int start, int end) {
        int at = start;
        int place = 0;
        int star = -1;
        int retry = -1;
        while (at < end) {
            if (place < pattern.length && pattern[place] == ANY) {
                star = place++;
                retry = at;
            } else if (place < pattern.length && pattern[place] == ONE) {
                at = next(bytes, at, end);
                place++;
            } else if (place < pattern.length && pattern[place] == bytes[at]) {
                at++;
                place++;
            } else if (star >= 0) {
                retry = next(bytes, retry, end);
                at = retry;
                place = star + 1;
            } else {
                return false;
            }
        }
        while (place < pattern.length && pattern[place] == ANY) {
            place++;
        }
        return place == pattern.length;
    }

    /** The offset of the next character. */
    private static int next(byte[] bytes, int at, int end) {
        int next = at + 1;
        while (next < end && (bytes[next] & 0xC0) == 0x80) {
            next++;
        }
        return next;
    }
}
