package broadsheet.post;

/**
 * Something wrong in one post file, at a place that an editor can jump to.
 *
 * @param path the file's path within the archive
 * @param line 1-based; 0 when the problem concerns the whole file
 * @param column 1-based, in UTF-16 units; 0 when only the line is known
 * @param severity {@link Severity#ERROR}: the post is not indexed; {@link Severity#WARNING}: it is, perhaps not as meant
 * @param code stable, lower case with hyphens: {@code yaml-syntax}
 * @param message one plain sentence: what was expected, what was found, what was done
 */
public record Problem(String path, int line, int column, Severity severity, String code, String message) {

    /** How bad a problem is; {@code INFO} is a repair that lost nothing. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** {@code path:line:column: severity: message [code]}, the form that editors and terminals can follow. */
    @Override
    public String toString() {
        String place = line == 0 ? path : column == 0 ? path + ":" + line : path + ":" + line + ":" + column;
        return OneLine.of(place + ": " + severity + ": " + message + " [" + code + "]");
    }
}
