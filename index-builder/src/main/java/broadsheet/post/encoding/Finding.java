package broadsheet.post.encoding;

import broadsheet.post.Problem;

/**
 * Something noticed in a text whose file and line the finder does not know; the reader makes a {@link Problem} of it.
 *
 * @param code stable, lower case with hyphens: {@code not-utf8}
 * @param message one plain sentence: {@code not UTF-8, read as windows-1252}
 * @param offset where in the text it begins, a 0-based UTF-16 offset
 */
public record Finding(String code, String message, int offset) {}
