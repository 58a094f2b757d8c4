package broadsheet.post.frontmatter;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.Windows1252;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads broken YAML where a person would see at once what was meant: a tab instead of a space, a colon or a quote
 * inside an unquoted value ({@code title: Storm: the day after}), a backslash in a quoted title, a line set in too
 * far. Each mended line is a warning with its place; if the text stays broken, the first error is thrown.
 */
public final class YamlMender {

    /** Most lines that are mended in one text; more are no slip of the pen. */
    private static final int MAX_MENDED_LINES = 16;

    private static final Pattern ENTRY = Pattern
            .compile("^( *(?:- +)?)([A-Za-z_][\\w.-]*(?: [\\w.-]+)*) *:[ \\t]+(\\S.*)$");
    private static final Pattern ITEM = Pattern.compile("^( *- +)(\\S.*)$");

    private static final Pattern TIGHT = Pattern.compile("^([A-Za-z_]\\w*):([^\\s/].*)$");

    private final List<String> lines;
    private final boolean[] mended;
    private final int firstLine;

    private YamlMender(String yaml, int firstLine) {
        this.lines = new ArrayList<>(Arrays.asList(yaml.split("\n", -1)));
        this.mended = new boolean[lines.size()];
        this.firstLine = firstLine;
    }

    /** Like {@link YamlReader#read}, with small slips mended. */
    public static Value read(String yaml, int maxLength, int firstLine, Problems problems) throws SyntaxException {
        try {
            Problems found = problems.apart();
            Value value = YamlReader.read(yaml, maxLength, firstLine, found);
            problems.addAll(found);
            return value;
        } catch (SyntaxException broken) {
            if (!broken.code().equals("yaml-syntax")) {
                throw broken;
            }
            return new YamlMender(yaml, firstLine).mend(broken, maxLength, problems);
        }
    }

    private Value mend(SyntaxException first, int maxLength, Problems problems) throws SyntaxException {
        List<SyntaxException> slips = new ArrayList<>();
        SyntaxException current = first;
        while (slips.size() < MAX_MENDED_LINES) {
            Optional<Integer> line = mendOneLine(current);
            if (line.isEmpty()) {
                throw first;
            }
            slips.add(new SyntaxException(current.code(), current.getMessage(), line.get() + firstLine,
                    line.get() + firstLine == current.line() ? current.column() : 0));
            try {
                Problems found = problems.apart();
                Value value = YamlReader.read(String.join("\n", lines), maxLength, firstLine, found);
                problems.addAll(found);
                slips.forEach(slip -> problems.warning(slip.line(), slip.column(), "yaml-mended",
                        slip.getMessage() + "; the line was read as it seems to be meant"));
                return value;
            } catch (SyntaxException next) {
                current = next;
            }
        }
        throw first;
    }

    /** Mends the line of the error, or the one where the broken construct began, or the one before; says which. */
    private Optional<Integer> mendOneLine(SyntaxException error) {
        int at = Math.min(error.line() - firstLine, lines.size() - 1);
        int before = at - 1;
        while (before > 0 && lines.get(before).isBlank()) {
            before--;
        }
        for (int line : new int[]{at, error.contextLine() - firstLine, before}) {
            if (line < 0 || line >= lines.size() || mended[line] || lines.get(line).isBlank()) {
                continue;
            }
            Optional<String> better = better(line);
            if (better.isPresent() && !better.get().equals(lines.get(line))) {
                lines.set(line, better.get());
                mended[line] = true;
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private Optional<String> better(int at) {
        String line = lines.get(at).stripTrailing();
        String readable = withoutControls(line);
        if (!readable.equals(line)) {
            return Optional.of(readable);
        }
        if (line.indexOf('\t') >= 0) {
            String spaced = line.replace('\t', ' ');
            Matcher tabbed = ENTRY.matcher(spaced);
            return Optional.of(tabbed.matches() && isSetInTooFar(tabbed, at) ? spaced.strip() : spaced);
        }
        Matcher entry = ENTRY.matcher(line);
        if (entry.matches()) {
            return Optional.of(isSetInTooFar(entry, at)
                    ? line.strip()
                    : entry.group(1) + entry.group(2) + ": " + quoted(entry.group(3)));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return Optional.of(item.group(1) + quoted(item.group(2)));
        }
        // `title:Storm` lacks its space; a line without any colon says nothing that a key could hold
        Matcher tight = TIGHT.matcher(line);
        return Optional.of(tight.matches() ? tight.group(1) + ": " + quoted(tight.group(2)) : "# " + line);
    }

    /** YAML refuses control characters; those above U+0080 are windows-1252's quotes and dashes, decoded as Latin-1. */
    private static String withoutControls(String line) {
        StringBuilder readable = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            int meant = c >= 0x80 && c < 0xA0 ? Windows1252.charOf((byte) c) : c;
            boolean control = meant != '\t' && Character.isISOControl(meant);
            if (!control && meant != 0xFFFE && meant != 0xFFFF && !(meant >= 0xD800 && meant < 0xE000)) {
                readable.appendCodePoint(meant);
            }
        });
        return readable.toString();
    }

    /** A key one to three spaces in, below a line that has its value already, belongs to the left edge. */
    private boolean isSetInTooFar(Matcher entry, int at) {
        String indent = entry.group(1);
        if (indent.isEmpty() || indent.length() > 3 || indent.contains("-") || at == 0) {
            return false;
        }
        Matcher above = ENTRY.matcher(lines.get(at - 1));
        return above.matches() && above.group(1).isEmpty();
    }

    private static String quoted(String value) {
        if (value.startsWith("[") && (value.endsWith("]") || value.indexOf(']') < 0)) {
            return list(value);
        }
        String inner = value;
        if (isWrapped(value, '"')) {
            inner = value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\");
        } else if (isWrapped(value, '\'')) {
            inner = value.substring(1, value.length() - 1).replace("''", "'");
        }
        return "'" + inner.replace("'", "''") + "'";
    }

    private static boolean isWrapped(String value, char quote) {
        return value.length() >= 2 && value.charAt(0) == quote && value.charAt(value.length() - 1) == quote;
    }

    private static String list(String value) {
        String inner = value.substring(1, value.endsWith("]") ? value.length() - 1 : value.length());
        List<String> items = new ArrayList<>();
        for (String item : inner.split(",")) {
            if (!item.isBlank()) {
                String bare = item.strip();
                items.add("'" + strippedOf(bare).replace("'", "''") + "'");
            }
        }
        return "[" + String.join(", ", items) + "]";
    }

    private static String strippedOf(String item) {
        int from = item.startsWith("\"") || item.startsWith("'") ? 1 : 0;
        int to = item.length() > from && (item.endsWith("\"") || item.endsWith("'"))
                ? item.length() - 1
                : item.length();
        return item.substring(from, to);
    }
}
