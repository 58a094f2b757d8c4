package broadsheet.post.frontmatter;

import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The YAML that nearly all front matter is: one {@code key: value} a line, the value a scalar on that line, a list in
 * brackets on it, or a list with one scalar a line below it. It gives just what {@link YamlReader} gives, places
 * included, for a tenth of the time, or nothing: a text that holds anything else anywhere, or a slip, is left to the
 * parser. A test compares the two over real front matter, our samples, and both of them broken on purpose.
 */
final class QuickYaml {

    /** Characters that may begin a scalar without quotes, as letters and digits may; all others may mean something. */
    private static final String STARTS = "/.($_+;^=<~\\";
    /** Characters that may stand within an item of a list in brackets. */
    private static final String WITHIN_LIST = " -_./+&'()$;^=<~\\";

    private final String yaml;
    private final int firstLine;
    private final Map<String, Value> entries = new LinkedHashMap<>();
    private int at;
    private int line;
    private int firstKeyLine;
    /** Where the present line ends. */
    private int end;

    private QuickYaml(String yaml, int firstLine) {
        this.yaml = yaml;
        this.firstLine = firstLine;
        this.line = firstLine;
    }

    /** The entries of this YAML; empty when it is not as plain as that, which says nothing about it. */
    static Optional<Fields> read(String yaml, int firstLine) {
        QuickYaml quick = new QuickYaml(yaml, firstLine);
        boolean whole = isPrintable(yaml) && quick.all() && !quick.entries.isEmpty();
        return whole ? Optional.of(new Fields(quick.entries, quick.firstKeyLine, 1)) : Optional.empty();
    }

    /** No character that YAML refuses, ends a line by, or counts otherwise than Java does. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ascii = c >= ' ' && c < 0x7F || c == '\n';
            if (!ascii && (c < 0xA0 || c >= 0xD800 || c == 0x2028 || c == 0x2029)) {
                return false;
            }
        }
        return true;
    }

    private boolean all() {
        for (startLine(0, firstLine); at < yaml.length(); nextLine()) {
            boolean nothing = isBlank(at) || yaml.charAt(at) == '#';
            if (!nothing && !entry()) {
                return false;
            }
        }
        return true;
    }

    private void startLine(int offset, int number) {
        at = offset;
        line = number;
        int next = yaml.indexOf('\n', offset);
        end = next < 0 ? yaml.length() : next;
    }

    private void nextLine() {
        startLine(Math.min(end + 1, yaml.length()), line + 1);
    }

    private boolean entry() {
        int colon = at;
        while (colon < end && isKeyPart(yaml.charAt(colon), colon == at)) {
            colon++;
        }
        boolean key = colon > at && colon < end && yaml.charAt(colon) == ':'
                && (colon + 1 == end || yaml.charAt(colon + 1) == ' ');
        String name = key ? yaml.substring(at, colon) : "";
        if (!key || entries.containsKey(name)) {
            return false;
        }
        firstKeyLine = entries.isEmpty() ? line : firstKeyLine;
        int from = skipSpaces(colon + 1);
        Optional<Value> value = from == end
                ? below(colon + 1)
                : yaml.charAt(from) == '[' ? list(from) : scalar(from).map(Value.class::cast);
        value.ifPresent(v -> entries.put(name, v));
        return value.isPresent() && !goesOn();
    }

    private static boolean isKeyPart(char c, boolean first) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
                || !first && (c >= '0' && c <= '9' || c == '-');
    }

    /** Whether the next line that is not blank is set in, so that it belongs to the value on this one. */
    private boolean goesOn() {
        int next = skipBlankLines(Math.min(end + 1, yaml.length()));
        return next < yaml.length() && yaml.charAt(next) == ' ';
    }

    private int skipBlankLines(int from) {
        int start = from;
        while (start < yaml.length()) {
            int i = start;
            while (i < yaml.length() && yaml.charAt(i) == ' ') {
                i++;
            }
            if (i == yaml.length()) {
                return i;
            }
            if (yaml.charAt(i) != '\n') {
                return start;
            }
            start = i + 1;
        }
        return start;
    }

    /** The value in the lines below a bare key: a list with one scalar a line, or nothing. */
    private Optional<Value> below(int afterColon) {
        int start = skipBlankLines(Math.min(end + 1, yaml.length()));
        int dash = start;
        while (dash < yaml.length() && yaml.charAt(dash) == ' ') {
            dash++;
        }
        if (dash == yaml.length() || yaml.charAt(dash) != '-') {
            return dash == start ? Optional.of(new Text("", true, line, afterColon - at + 1)) : Optional.empty();
        }
        return items(dash - start);
    }

    private Optional<Value> items(int indent) {
        List<Value> items = new ArrayList<>();
        int listLine = 0;
        while (isItem(indent)) {
            int start = skipBlankLines(end + 1);
            startLine(start, line + lineBreaks(end, start));
            listLine = items.isEmpty() ? line : listLine;
            Optional<Text> item = scalar(skipSpaces(at + indent + 1));
            if (item.isEmpty()) {
                return Optional.empty();
            }
            items.add(item.get());
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new Items(items, listLine, indent + 1));
    }

    /** Whether the next line that is not blank is one more item of a list that is set in so far. */
    private boolean isItem(int indent) {
        int start = skipBlankLines(Math.min(end + 1, yaml.length()));
        int dash = start;
        while (dash < yaml.length() && yaml.charAt(dash) == ' ') {
            dash++;
        }
        return dash - start == indent && yaml.startsWith("- ", dash);
    }

    private int lineBreaks(int from, int to) {
        int breaks = 0;
        for (int i = yaml.indexOf('\n', from); i >= 0 && i < to; i = yaml.indexOf('\n', i + 1)) {
            breaks++;
        }
        return breaks;
    }

    private int skipSpaces(int from) {
        int i = from;
        while (i < end && yaml.charAt(i) == ' ') {
            i++;
        }
        return i;
    }

    private boolean isBlank(int from) {
        return skipSpaces(from) == end;
    }

    /** The scalar that is the rest of this line. */
    private Optional<Text> scalar(int from) {
        int to = end;
        while (to > from && yaml.charAt(to - 1) == ' ') {
            to--;
        }
        if (from == to) {
            return Optional.empty();
        }
        char quote = yaml.charAt(from);
        boolean quoted = quote == '"' || quote == '\'';
        if (quoted) {
            return to - from >= 2 && closing(from) == to - 1 ? Optional.of(quoted(from, to)) : Optional.empty();
        }
        return isPlain(from, to)
                ? Optional.of(new Text(yaml.substring(from, to), true, line, from - at + 1))
                : Optional.empty();
    }

    /**
     * Where the quotation mark stands that closes the one at {@code from}; -1 where a backslash makes it a question.
     */
    private int closing(int from) {
        char quote = yaml.charAt(from);
        for (int i = from + 1; i < end; i++) {
            char c = yaml.charAt(i);
            if (c == quote && quote == '\'' && i + 1 < end && yaml.charAt(i + 1) == quote) {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\\' && quote == '"') {
                return -1;
            }
        }
        return -1;
    }

    private Text quoted(int from, int to) {
        String inner = yaml.substring(from + 1, to - 1);
        return new Text(yaml.charAt(from) == '\'' ? inner.replace("''", "'") : inner, false, line,
                from - at + 1);
    }

    private boolean isPlain(int from, int to) {
        char first = yaml.charAt(from);
        if (!isWordPart(first) && STARTS.indexOf(first) < 0) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char c = yaml.charAt(i);
            if (c == ':' && (i + 1 == to || yaml.charAt(i + 1) == ' ') || c == '#' && yaml.charAt(i - 1) == ' ') {
                return false;
            }
        }
        return true;
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c > 0xA0;
    }

    /** {@code [sea, "the wall"]} up to the line's end. */
    private Optional<Value> list(int open) {
        List<Value> items = new ArrayList<>();
        int i = skipSpaces(open + 1);
        boolean closed = i < end && yaml.charAt(i) == ']';
        while (!closed) {
            int to = itemEnd(i);
            if (to < 0) {
                return Optional.empty();
            }
            items.add(item(i, to));
            i = skipSpaces(to);
            if (i == end || yaml.charAt(i) != ',' && yaml.charAt(i) != ']') {
                return Optional.empty();
            }
            closed = yaml.charAt(i) == ']';
            i = closed ? i : skipSpaces(i + 1);
        }
        return isBlank(i + 1) ? Optional.of(new Items(items, line, open - at + 1)) : Optional.empty();
    }

    /** Where the item of a list ends that begins here, spaces behind it left out; -1 when it is not plain. */
    private int itemEnd(int from) {
        if (from == end) {
            return -1;
        }
        if (yaml.charAt(from) == '"' || yaml.charAt(from) == '\'') {
            return closing(from) + (closing(from) < 0 ? 0 : 1);
        }
        int i = from;
        while (i < end && (isWordPart(yaml.charAt(i)) || i > from && WITHIN_LIST.indexOf(yaml.charAt(i)) >= 0)) {
            i++;
        }
        while (i > from && yaml.charAt(i - 1) == ' ') {
            i--;
        }
        return i == from ? -1 : i;
    }

    private Text item(int from, int to) {
        char first = yaml.charAt(from);
        return first == '"' || first == '\''
                ? quoted(from, to)
                : new Text(yaml.substring(from, to), true, line, from - at + 1);
    }
}
