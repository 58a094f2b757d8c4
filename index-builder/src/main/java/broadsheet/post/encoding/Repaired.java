package broadsheet.post.encoding;

/**
 * A text after repair.
 *
 * @param text the repaired text; the same instance as given when nothing was wrong
 * @param runs how many broken characters were put right
 * @param characters how many characters of the given text they took: {@code â€™} takes 3
 * @param firstOffset where the first stood, a 0-based UTF-16 offset into the given text; -1 when there was none
 */
public record Repaired(String text, int runs, int characters, int firstOffset) {}
