package broadsheet.post.markup;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Writes the text of parsed Markdown. The walk is a loop, not a recursion: emphasis may nest as deep as a body is long.
 */
final class MarkdownText {

    /**
     * CommonMark 0.31 with GitHub's tables and strike-through. 100 open blocks: deeper nesting is no writing, and each
     * line costs time for every open block.
     */
    private static final Parser PARSER = Parser.builder().maxOpenBlockParsers(100)
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .linkProcessor(new UndefinedLinks()).build();

    private final ParagraphWriter out;
    private final HtmlText html;

    private MarkdownText(ParagraphWriter out, HtmlText html) {
        this.out = out;
        this.html = html;
    }

    /** Writes the text of a body of Markdown. */
    static void write(String body, ParagraphWriter out) {
        HtmlText html = new HtmlText(out, body);
        write(PARSER.parse(body), html, out);
        html.finish();
    }

    /** The same for Markdown that is parsed already; {@code html} takes its pieces of HTML. */
    static void write(Node document, HtmlText html, ParagraphWriter out) {
        new MarkdownText(out, html).walk(document);
    }

    private void walk(Node root) {
        Node node = root;
        while (true) {
            boolean descend = enter(node);
            if (descend && node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            leave(node);
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                leave(node);
            }
            if (node == root) {
                return;
            }
            node = node.getNext();
        }
    }

    /** Writes what the node itself holds; false where its children are done with, too. */
    private boolean enter(Node node) {
        switch (node) {
            case Text text -> out.text(StrayMarks.clean(text.getLiteral()));
            case SoftLineBreak line -> out.softBreak();
            case HardLineBreak line -> out.lineBreak();
            case Code code -> {
                out.inCode(true);
                out.text(code.getLiteral());
                out.inCode(false);
            }
            case HtmlInline inline -> html.read(inline.getLiteral());
            case Image image -> {
                out.aside(ImageText.of(textOf(image)));
                return false;
            }
            case TableCell cell -> out.space();
            case TableRow row -> out.paragraph();
            case Block block -> block(block);
            default -> {
            }
        }
        return true;
    }

    private void block(Block block) {
        out.paragraph();
        switch (block) {
            case FencedCodeBlock code -> out.code(code.getLiteral());
            case IndentedCodeBlock code when html.isInBlock() -> html.read(code.getLiteral());
            case IndentedCodeBlock code -> out.code(code.getLiteral());
            case HtmlBlock piece -> html.read(piece.getLiteral());
            default -> {
            }
        }
    }

    private void leave(Node node) {
        if (node instanceof Block) {
            out.paragraph();
        }
    }

    private static String textOf(Node root) {
        StringBuilder text = new StringBuilder();
        Node node = root.getFirstChild();
        while (node != null && node != root) {
            switch (node) {
                case Text t -> text.append(t.getLiteral());
                case Code code -> text.append(code.getLiteral());
                case SoftLineBreak line -> text.append(' ');
                case HardLineBreak line -> text.append(' ');
                default -> {
                }
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
            }
            node = node == root ? root : node.getNext();
        }
        return text.toString();
    }
}
