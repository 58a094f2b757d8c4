package broadsheet.post.frontmatter;

import broadsheet.post.encoding.Lines;
import broadsheet.post.frontmatter.FrontMatter.Form;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Front matter without fences: {@code Title: Storm} lines from the top to the first empty line, as Pelican and
 * MultiMarkdown have them, or {@code :date: 2024-03-01} lines below the title of a reStructuredText file. An indented
 * line goes on with the value above it.
 */
final class HeaderLines {

    private static final Pattern HEADER = Pattern.compile("^:?([A-Za-z][\\w -]{0,30}?) ?:(?:[ \\t]+(.*))?$");

    /** Prose may begin with a word and a colon; only these begin a header. */
    private static final Set<String> KNOWN = Set.of("title", "date", "author", "authors", "tags", "tag", "category",
            "categories", "slug", "summary", "status", "modified", "lang", "layout", "permalink", "published", "draft",
            "excerpt", "description", "keywords", "template");

    private HeaderLines() {}

    /** The header at the current line, if one begins there. */
    static Optional<FrontMatter> read(Lines lines) {
        boolean first = lines.number() == 1;
        Map<String, Value> entries = new LinkedHashMap<>();
        Optional<String> title = underlinedTitle(lines.text(), lines.start());
        if (title.isPresent()) {
            entries.put("title", new Text(title.get(), false, lines.number(), 1));
            skipTitle(lines);
            if (lines.atEnd() || !lines.line().startsWith(":")) {
                return Optional.empty();
            }
        }
        if (!startsKnown(lines.line())) {
            return Optional.empty();
        }
        collect(lines, entries);
        if (entries.size() < 2 && !entries.containsKey("title")) {
            return Optional.empty();
        }
        return Optional
                .of(new FrontMatter(Form.HEADER, new Fields(entries, 1, 1), lines.rest(), lines.number(), first));
    }

    private static void collect(Lines lines, Map<String, Value> entries) {
        String last = "";
        while (!lines.atEnd() && !lines.isBlank()) {
            String line = lines.line();
            Matcher header = HEADER.matcher(line);
            if (header.matches()) {
                last = header.group(1).strip().toLowerCase(Locale.ROOT);
                String value = header.group(2) == null ? "" : header.group(2).strip();
                entries.put(last, new Text(value, true, lines.number(), header.end(1) + 2));
            } else if (Character.isWhitespace(line.charAt(0)) && entries.get(last) instanceof Text above) {
                entries.put(last, new Text((above.text() + " " + line.strip()).strip(), true, above.line(),
                        above.column()));
            } else {
                return;
            }
            lines.next();
        }
    }

    private static boolean startsKnown(String line) {
        Matcher header = HEADER.matcher(line);
        return header.matches() && KNOWN.contains(header.group(1).strip().toLowerCase(Locale.ROOT));
    }

    /** A first line with a row of the same punctuation right below it: how reStructuredText writes a title. */
    private static Optional<String> underlinedTitle(String text, int start) {
        Lines lines = new Lines(text);
        lines.moveTo(start);
        String title = lines.line();
        lines.next();
        String row = lines.atEnd() ? "" : lines.line().strip();
        boolean underlined = row.length() >= 3 && "=-~#*^\"".indexOf(row.charAt(0)) >= 0
                && row.chars().allMatch(c -> c == row.charAt(0));
        return underlined && !title.isBlank() ? Optional.of(title.strip()) : Optional.empty();
    }

    private static void skipTitle(Lines lines) {
        lines.next();
        lines.next();
        lines.skipBlank();
    }
}
