package broadsheet.post.template;

import java.util.regex.Pattern;

/** Looks at one line of a source: whether it shows anything, what stands before a mark on it. */
final class LineMarks {

    /** {@code import Chart from './chart'}, {@code export const meta = {…}}: code of MDX, not shown. */
    private static final Pattern MDX = Pattern.compile(
            "import\\s(?:[^'\"]{1,200}\\sfrom\\s)?['\"][^'\"]{1,200}['\"];?\\s*|export\\s(?:const|let|default|function)\\s.*");
    /** {@code *[HTML]: HyperText Markup Language}: kramdown shows it on hovering alone. */
    private static final Pattern ABBREVIATION = Pattern.compile("\\*\\[[^\\]]{1,80}\\]:.*");

    private LineMarks() {}

    /** Whether the line of {@code source} from {@code start} to {@code end} shows nothing. */
    static boolean isDropped(String source, int start, int end) {
        if (start == end || "ie*".indexOf(source.charAt(start)) < 0) {
            return false;
        }
        boolean candidate = source.startsWith("import ", start) || source.startsWith("export ", start)
                || source.startsWith("*[", start);
        if (!candidate || end - start > 500) {
            return false;
        }
        String line = source.substring(start, end);
        return MDX.matcher(line).matches() || ABBREVIATION.matcher(line).matches();
    }

    /** Whether nothing but spaces stands before {@code at} on its line. */
    static boolean isBlankBefore(String source, int at) {
        int i = at - 1;
        while (i >= 0 && (source.charAt(i) == ' ' || source.charAt(i) == '\t')) {
            i--;
        }
        return i < 0 || source.charAt(i) == '\n';
    }

    /** Whether the last line of a text has nothing but spaces and, it may be, this character. */
    static boolean isBlankBut(StringBuilder text, char mark) {
        int i = text.length() - 1;
        while (i >= 0 && (text.charAt(i) == ' ' || text.charAt(i) == '\t' || text.charAt(i) == mark)) {
            i--;
        }
        return i < 0 || text.charAt(i) == '\n';
    }

    /** Whether the line before the last one of a text is empty, or there is none. */
    static boolean isAfterEmptyLine(StringBuilder text) {
        int line = text.lastIndexOf("\n");
        return line <= 0 || text.substring(text.lastIndexOf("\n", line - 1) + 1, line).isBlank();
    }
}
