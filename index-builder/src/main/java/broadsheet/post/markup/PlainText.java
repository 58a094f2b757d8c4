package broadsheet.post.markup;

import broadsheet.post.Post;
import broadsheet.post.template.SourceSigns;
import broadsheet.post.template.TemplateTags;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.parser.Parser;

/**
 * Markup becomes plain text: what a reader of the page sees. Paragraphs, headings, list items, table rows, captions,
 * quotes and alternatives of pictures stand apart by one empty line; code keeps its line breaks; all other white space
 * is one space. No input makes it fail, and the time grows with the length alone.
 */
public final class PlainText {

    /** {@code <div markdown="1">}: kramdown reads what follows as Markdown, CommonMark does after an empty line. */
    private static final Pattern MARKDOWN_INSIDE = Pattern
            .compile(
                    "(<[a-zA-Z]\\w{0,20}[^<>\n]{0,200}\\bmarkdown=[\"']?(?:1|span|block)[^<>\n]{0,200}>)[ \t]{0,20}\n");
    /** Blocks off: a title that begins with {@code 1984.} or {@code #} is no list and no heading. */
    private static final Parser LINE = Parser.builder().enabledBlockTypes(Set.of()).maxInlineNesting(100)
            .extensions(List.of(StrikethroughExtension.create()))
            .build();
    private static final Pattern WITHIN_WORD = Pattern.compile("(?<=[\\p{L}\\p{N}*])\\*(?=[\\p{L}\\p{N}*])");

    private PlainText() {}

    /** The text of a body: {@code "# A\n\nb *c*"} in Markdown gives {@code "A\n\nb c"}. */
    public static String of(String source, Markup markup) {
        return body(source, markup).text();
    }

    /** The same, and where it holds what the page does not show: {@code "a ![b](c)"} gives {@code "a\n\nb"} and 3. */
    public static Post.Body body(String source, Markup markup) {
        return written(source, markup, new ParagraphWriter(source.length() + 16, true));
    }

    /** The same without code, where markup may stand as a sample. */
    public static String prose(String source, Markup markup) {
        return written(source, markup, new ParagraphWriter(source.length() + 16, false)).text();
    }

    private static Post.Body written(String source, Markup markup, ParagraphWriter out) {
        switch (markup) {
            case MARKDOWN -> {
                String text = TemplateTags.strip(source, true);
                text = text.contains("markdown=") ? MARKDOWN_INSIDE.matcher(text).replaceAll("$1\n\n") : text;
                MarkdownText.write(text, out);
            }
            case HTML -> {
                String text = TemplateTags.strip(source, false);
                HtmlText html = new HtmlText(out, text);
                html.read(text);
                html.finish();
            }
            case TEXT -> LightText.write(source, out);
        }
        return out.finishBody();
    }

    /**
     * One plain line, for titles and excerpts: entities, tags, emphasis, code marks and links are read; what only looks
     * like them stays ({@code C*}, {@code <TCB>}, {@code M*A*S*H}, {@code 1984. A review}).
     */
    public static String line(String source) {
        ParagraphWriter out = new ParagraphWriter(source.length(), true);
        if (hasMarks(source)) {
            String text = TemplateTags.strip(source.strip(), true);
            text = WITHIN_WORD.matcher(text).replaceAll("\\\\*");
            HtmlText html = new HtmlText(out, text);
            MarkdownText.write(LINE.parse(SourceSigns.OUTPUT + text.replaceAll("\\s+", " ")), html, out);
            html.finish();
        } else {
            out.text(source);
        }
        return out.finish().replace("\n\n", " ").replace('\n', ' ');
    }

    private static boolean hasMarks(String source) {
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c == ' ') && "<&*_`[\\{~".indexOf(c) >= 0) {
                return true;
            }
        }
        return false;
    }
}
