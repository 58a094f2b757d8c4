package broadsheet.post.markup;

import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;

/**
 * {@code [the text][some label]} and {@code [the text][]} are links even where the label is not defined in this file:
 * many sites keep their definitions in a file that a template includes. {@code grid[i][j]} is none.
 */
final class UndefinedLinks implements LinkProcessor {

    @Override
    public LinkResult process(LinkInfo info, Scanner scanner, InlineParserContext context) {
        if (info.destination() != null || info.label() == null || isIndex(info)) {
            return LinkResult.none();
        }
        String label = info.label().isBlank() ? info.text(scanner) : info.label();
        if (context.getDefinition(LinkReferenceDefinition.class, label) != null) {
            return LinkResult.none();
        }
        return LinkResult.wrapTextIn(new Link("", null), scanner.position());
    }

    /** Behind a letter or digit of code; a label of several words is none, nor is one in a script without spaces. */
    private static boolean isIndex(LinkInfo info) {
        if (info.marker() != null || info.label().indexOf(' ') > 0 || info.label().indexOf('\n') > 0
                || !(info.openingBracket().getPrevious() instanceof Text before)) {
            return info.marker() != null;
        }
        String literal = before.getLiteral();
        int last = literal.isEmpty() ? ' ' : literal.codePointBefore(literal.length());
        return Character.isLetterOrDigit(last) && !Character.isIdeographic(last)
                && Character.getType(last) != Character.OTHER_LETTER;
    }
}
