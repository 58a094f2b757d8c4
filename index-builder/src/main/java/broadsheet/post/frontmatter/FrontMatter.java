package broadsheet.post.frontmatter;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Lines;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;

/**
 * The part of a file above the body of its post.
 *
 * @param form in what language it is written
 * @param fields its keys and values as written
 * @param body all that follows it, up to the end of the file
 * @param bodyLine 1-based line at which the body begins
 * @param strict whether it begins on the file's first line and is closed, without which Jekyll sees none
 */
public record FrontMatter(Form form, Fields fields, String body, int bodyLine, boolean strict) {

    /** How front matter is written. */
    public enum Form {
        /** Between {@code ---} lines. */
        YAML,
        /** Between {@code +++} lines. */
        TOML,
        /** One object in braces. */
        JSON,
        /** {@code Title: Storm} lines up to the first empty one, as Pelican has them. */
        HEADER,
        /** There is none. */
        NONE
    }

    /**
     * Most characters of front matter; the longest met has under 20,000. YAML parsers take quadratic time over one long
     * scalar.
     */
    static final int MAX_LENGTH = 1 << 16;

    /**
     * Splits a file into front matter and body. Spaces after a fence and empty lines before it are allowed; {@code ...}
     * closes YAML as {@code ---} does; only the first closing fence counts.
     *
     * @param text decoded, without a byte order mark, lines ended by {@code \n}
     * @throws SyntaxException when there is front matter that cannot be read even with small slips mended
     */
    public static FrontMatter of(String text, Problems problems) throws SyntaxException {
        Lines lines = new Lines(text);
        lines.skipBlank();
        boolean first = lines.number() == 1;
        if (lines.atEnd()) {
            return none(text);
        }
        if (lines.isFence("---")) {
            return fenced(lines, Form.YAML, first, problems);
        }
        if (lines.isFence("+++")) {
            return fenced(lines, Form.TOML, first, problems);
        }
        if (JsonReader.looksLikeObject(text, lines.start())) {
            JsonReader.Object object = JsonReader.read(text, lines.start(), lines.number(), problems);
            Lines rest = new Lines(text);
            rest.moveTo(object.end());
            return new FrontMatter(Form.JSON, object.fields(), rest.rest(), rest.number(), first);
        }
        return HeaderLines.read(lines).orElse(none(text));
    }

    /** A file that is all body. */
    static FrontMatter none(String text) {
        return new FrontMatter(Form.NONE, Fields.EMPTY, text, 1, true);
    }

    private static FrontMatter fenced(Lines lines, Form form, boolean first, Problems problems)
            throws SyntaxException {
        int fenceLine = lines.number();
        lines.next();
        int from = lines.start();
        int firstLine = lines.number();
        while (!lines.atEnd() && !closes(lines, form)) {
            lines.next();
        }
        if (lines.atEnd()) {
            return notClosed(lines.text(), from, firstLine, problems);
        }
        String inner = LongBlocks.shortened(lines.text().substring(from, lines.start()), firstLine, problems);
        lines.next();
        Value value = form == Form.TOML
                ? TomlReader.read(inner, firstLine)
                : YamlMender.read(inner, MAX_LENGTH, firstLine, problems);
        if (value instanceof Fields fields) {
            return new FrontMatter(form, fields, lines.rest(), lines.number(), first);
        }
        if (value instanceof Text empty && empty.isNull()) {
            return new FrontMatter(form, Fields.EMPTY, lines.rest(), lines.number(), first);
        }
        problems.warning(fenceLine, 1, "front-matter-no-keys",
                "expected 'key: value' lines after the fence; all of the file was read as the body");
        return none(lines.text());
    }

    private static boolean closes(Lines lines, Form form) {
        return form == Form.TOML ? lines.isFence("+++") : lines.isFence("---") || lines.isFence("...");
    }

    /** A fence that nothing closes: front matter up to the first empty line if that reads as such, else a rule. */
    private static FrontMatter notClosed(String text, int from, int firstLine, Problems problems) {
        Lines lines = new Lines(text);
        lines.moveTo(from);
        while (!lines.atEnd() && !lines.isBlank()) {
            lines.next();
        }
        String inner = text.substring(from, lines.start());
        try {
            if (YamlReader.read(inner, MAX_LENGTH, firstLine, problems) instanceof Fields fields) {
                problems.warning(firstLine - 1, 1, "front-matter-not-closed",
                        "no closing fence; the lines up to the first empty one were read as front matter");
                return new FrontMatter(Form.YAML, fields, lines.rest(), lines.number(), false);
            }
        } catch (SyntaxException e) {
            problems.warning(e.line(), e.column(), "front-matter-not-closed",
                    "no closing fence, and " + e.getMessage() + "; all of the file was read as the body");
        }
        return none(text);
    }
}
