package broadsheet.post.markup;

import java.util.regex.Pattern;

/** Plain text, and reStructuredText without its marks: lines of marks, directives, roles, link targets. */
final class LightText {

    private static final Pattern RULE = Pattern.compile("\\s*([=\\-~`:#\"^_*+.'])\\1{2,}\\s*");
    private static final Pattern TABLE_RULE = Pattern.compile("\\s*[+=|-][-=+| ]{2,}\\s*");
    private static final Pattern SHOWN_OPTION = Pattern.compile("\\s+:(alt|caption|title):\\s+(.*)");
    private static final Pattern OPTION = Pattern.compile("\\s+:[\\w-]{1,40}:(?:\\s.*)?");
    private static final Pattern EXPLICIT = Pattern.compile("\\s*(?:\\.\\. |__ ).*|\\s*\\.\\.\\s*");
    private static final Pattern ADMONITION = Pattern
            .compile("\\s*\\.\\. (?:note|warning|tip|important|topic|admonition)"
                    + "::\\s*(.*)|\\s*\\.\\. \\[[^\\]]{1,40}\\]\\s+(.*)");
    private static final Pattern LINK = Pattern.compile("`([^`<>]{1,300})\\s<[^<>`]{1,500}>`_{1,2}");
    private static final Pattern ROLE = Pattern.compile(":[\\w:-]{1,40}:`([^`<]{1,300})(?:<[^`>]{1,300}>)?`");
    private static final Pattern QUOTED = Pattern.compile("``([^`]{1,500})``|`([^`]{1,300})`_{0,2}");
    private static final Pattern EMPHASIS = Pattern
            .compile("(?<![\\w*])\\*{1,2}(?=\\S)([^*\n]{1,300}?)(?<=\\S)\\*{1,2}(?![\\w*])");

    private LightText() {}

    static void write(String source, ParagraphWriter out) {
        boolean rst = source.contains(".. ") || source.contains("``") || source.contains("===");
        for (String line : source.split("\n")) {
            if (line.isBlank()) {
                out.paragraph();
            } else if (rst) {
                line(line, out);
            } else {
                out.text(line);
            }
            out.softBreak();
        }
    }

    private static void line(String line, ParagraphWriter out) {
        var admonition = ADMONITION.matcher(line);
        var option = SHOWN_OPTION.matcher(line);
        if (admonition.matches()) {
            out.paragraph();
            out.text(inline(admonition.group(1) == null ? admonition.group(2) : admonition.group(1)));
        } else if (option.matches()) {
            if (option.group(1).equals("alt")) {
                out.unseenParagraph();
            } else {
                out.paragraph();
            }
            out.text(inline(option.group(2)));
            out.paragraph();
        } else if (RULE.matcher(line).matches() || TABLE_RULE.matcher(line).matches()
                || EXPLICIT.matcher(line).matches()) {
            out.paragraph();
        } else if (!OPTION.matcher(line).matches()) {
            out.text(inline(line));
        }
    }

    private static String inline(String text) {
        if (text.indexOf('`') < 0 && text.indexOf('*') < 0) {
            return text;
        }
        String plain = LINK.matcher(text).replaceAll("$1");
        plain = ROLE.matcher(plain).replaceAll("$1");
        plain = QUOTED.matcher(plain).replaceAll("$1$2");
        return EMPHASIS.matcher(plain).replaceAll("$1");
    }
}
