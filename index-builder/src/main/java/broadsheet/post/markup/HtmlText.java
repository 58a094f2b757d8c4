package broadsheet.post.markup;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * Reads HTML, whole or in the pieces that Markdown cuts it into, and writes what a reader of the page sees. Tags need
 * not match: this reads what is there, in linear time and without recursion. A word in angle brackets that is no
 * element of HTML ({@code <TCB>}, a chat name) is text, unless an attribute or an end tag shows that it is meant as a
 * tag.
 */
final class HtmlText {

    private final ParagraphWriter out;
    private final String all;
    private final Set<String> endTags = new HashSet<>();
    private boolean searched;
    private String skipped = "";
    private int skippedDepth;
    private int openBlocks;
    private int preDepth;
    private StringBuilder pre = new StringBuilder();

    /**
     * @param out takes the text
     * @param all the whole HTML, where end tags are looked for; pieces of it come by {@link #read}
     */
    HtmlText(ParagraphWriter out, String all) {
        this.out = out;
        this.all = all;
    }

    /** Reads on; an element may begin in one piece and end in a later one. */
    void read(String html) {
        int written = 0;
        for (int i = html.indexOf('<'); i >= 0; i = html.indexOf('<', i)) {
            int end = markupEnd(html, i);
            Optional<HtmlTag> tag = end > 0 ? Optional.empty() : HtmlTag.at(html, i).filter(this::isMeant);
            if (end < 0 && tag.isEmpty()) {
                i++;
                continue;
            }
            text(html, written, i);
            tag.ifPresent(this::tag);
            written = end > 0 ? end : tag.get().end();
            i = written;
        }
        text(html, written, html.length());
    }

    /** Whether a block element is open, so that indented lines are its content and no code. */
    boolean isInBlock() {
        return openBlocks > 0;
    }

    /** Writes what an unclosed element still holds. */
    void finish() {
        flushPre();
        out.mute(false);
    }

    /**
     * End of a comment, declaration or processing instruction; -1 where none begins. An unclosed one runs to the end.
     */
    private static int markupEnd(String html, int i) {
        if (html.startsWith("<!--", i)) {
            return endOf(html, "-->", i + 2);
        }
        if (html.startsWith("<![CDATA[", i)) {
            return endOf(html, "]]>", i);
        }
        boolean declaration = i + 2 < html.length() && html.charAt(i + 1) == '!'
                && Character.isLetter(html.charAt(i + 2));
        return declaration || html.startsWith("<?", i) ? endOf(html, ">", i) : -1;
    }

    private static int endOf(String html, String mark, int from) {
        int at = html.indexOf(mark, from);
        return at < 0 ? html.length() : at + mark.length();
    }

    private boolean isMeant(HtmlTag tag) {
        return HtmlElements.isKnown(tag.name()) || tag.closing() || tag.attributes().indexOf('=') >= 0
                || tag.isSelfClosed() || hasEndTag(tag.name());
    }

    private void text(String html, int from, int to) {
        if (from == to || !skipped.isEmpty()) {
            return;
        }
        String raw = html.substring(from, to);
        String text = raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false);
        if (preDepth > 0) {
            pre.append(text);
        } else {
            out.text(StrayMarks.clean(text));
        }
    }

    private void tag(HtmlTag tag) {
        if (!skipped.isEmpty()) {
            skip(tag);
        } else if (!tag.closing() && isSkipped(tag)) {
            skipped = tag.name();
            skippedDepth = 1;
            out.mute(true);
        } else {
            shown(tag);
        }
    }

    /** Only where an end tag follows somewhere: an unclosed iframe must not swallow the rest of the post. */
    private boolean isSkipped(HtmlTag tag) {
        return (HtmlElements.isUnseen(tag.name()) || tag.isHidden()) && !tag.isSelfClosed()
                && !HtmlElements.isVoid(tag.name()) && hasEndTag(tag.name());
    }

    private boolean hasEndTag(String name) {
        for (int i = searched ? -1 : all.indexOf("</"); i >= 0; i = all.indexOf("</", i + 2)) {
            HtmlTag.at(all, i).ifPresent(tag -> endTags.add(tag.name()));
        }
        searched = true;
        return endTags.contains(name);
    }

    private void skip(HtmlTag tag) {
        if (!tag.name().equals(skipped)) {
            return;
        }
        skippedDepth += tag.closing() ? -1 : 1;
        if (skippedDepth == 0) {
            skipped = "";
            out.mute(false);
        }
    }

    private void shown(HtmlTag tag) {
        String name = tag.name();
        if (HtmlElements.isBlock(name)) {
            block(tag);
        } else if (name.equals("code") || name.equals("samp") || name.equals("kbd") || name.equals("tt")) {
            out.inCode(!tag.closing());
        } else if (name.equals("br")) {
            lineBreak();
        } else if (name.equals("td") || name.equals("th")) {
            out.space();
        } else if (name.equals("img") || name.equals("area")) {
            out.aside(ImageText.of(Parser.unescapeEntities(tag.attribute("alt"), true)));
        }
    }

    private void block(HtmlTag tag) {
        if (tag.name().equals("pre")) {
            flushPre();
            preDepth = tag.closing() ? 0 : 1;
        }
        if (!HtmlElements.isVoid(tag.name()) && !tag.name().equals("p") && !tag.name().equals("li")) {
            openBlocks = Math.max(0, openBlocks + (tag.closing() ? -1 : 1));
        }
        if (preDepth == 0) {
            out.paragraph();
        }
    }

    private void lineBreak() {
        if (preDepth > 0) {
            pre.append('\n');
        } else {
            out.lineBreak();
        }
    }

    private void flushPre() {
        if (!pre.isEmpty()) {
            out.code(pre.toString());
            pre = new StringBuilder();
        }
    }
}
