package broadsheet.post.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells line by line which lines of Markdown are code: fenced or indented (CommonMark 0.31, sections 4.4 and 4.5). */
final class CodeLines {

    private static final Pattern BLOCK = Pattern.compile(
            "<(/?)(?:div|section|article|aside|figure|table|ul|ol|main|header|footer|nav|details|blockquote)\\b",
            Pattern.CASE_INSENSITIVE);

    private char fence;
    private int fenceLength;
    private boolean afterBlank = true;
    private boolean inIndented;
    private boolean inList;
    private int openBlocks;

    /** Whether the next line is code or a fence; the lines come in order, without their line breaks. */
    boolean isCode(String line) {
        String text = content(line);
        if (fenceLength > 0) {
            if (fenceRun(text) >= fenceLength && text.charAt(0) == fence && text.strip().length() == fenceRun(text)) {
                fenceLength = 0;
            }
            return true;
        }
        int run = fenceRun(text);
        if (run >= 3 && (text.charAt(0) == '~' || text.indexOf('`', run) < 0)) {
            fence = text.charAt(0);
            fenceLength = run;
            afterBlank = true;
            return true;
        }
        return isIndented(line);
    }

    private boolean isIndented(String line) {
        if (line.isBlank()) {
            afterBlank = true;
            return false;
        }
        openBlocks = Math.max(0, openBlocks + (line.indexOf('<') < 0 ? 0 : blocks(line)));
        boolean indented = openBlocks == 0 && (line.startsWith("    ") || line.startsWith("\t"));
        if (!indented && !line.startsWith("  ")) {
            inList = isListItem(line);
        }
        inIndented = indented && !inList && (afterBlank || inIndented) && !line.strip().startsWith("{%")
                && !line.strip().startsWith("<");
        afterBlank = false;
        return inIndented;
    }

    /** Block elements that the line opens, less those that it closes: what they hold is indented and no code. */
    private static int blocks(String line) {
        int open = 0;
        Matcher matcher = BLOCK.matcher(line);
        while (matcher.find()) {
            open += matcher.group(1).isEmpty() ? 1 : -1;
        }
        return open;
    }

    /** The line without indentation, quotation marks and list marks. */
    private static String content(String line) {
        int i = 0;
        while (i < line.length() && " \t>".indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        if (i + 1 < line.length() && "-*+".indexOf(line.charAt(i)) >= 0 && line.charAt(i + 1) == ' ') {
            i += 2;
            while (i < line.length() && line.charAt(i) == ' ') {
                i++;
            }
        }
        return i == 0 ? line : line.substring(i);
    }

    private static int fenceRun(String text) {
        int run = 0;
        while (run < text.length() && text.charAt(run) == text.charAt(0) && "`~".indexOf(text.charAt(0)) >= 0) {
            run++;
        }
        return run;
    }

    private static boolean isListItem(String line) {
        int digits = 0;
        String text = line.stripLeading();
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return "-*+".indexOf(text.charAt(0)) >= 0 || digits > 0 && digits < text.length()
                && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
    }
}
