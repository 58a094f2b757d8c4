package broadsheet.post.reading;

import broadsheet.post.Problems;
import broadsheet.post.encoding.TextReports;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseError;
import org.jsoup.select.NodeVisitor;

/**
 * Where a feed is cut off or not well-formed, and what that did to it. jsoup reads on over all of it; the places of its
 * elements show which ends are missing. A bare {@code &} or an unknown reference is not reported, as it loses nothing.
 */
final class FeedFaults {

    /** Most errors that jsoup collects in one feed; bare ampersands count. */
    static final int MOST = 1000;

    static final String CUT_OFF = "xml-cut-off";

    private static final String SYNTAX = "xml-syntax";
    private static final String REFERENCE = "Invalid character reference";

    private final String text;
    private final Problems problems;
    private final Place end;

    FeedFaults(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
        this.end = new Place(TextReports.line(text, text.length()), TextReports.column(text, text.length()));
    }

    /** 1-based. */
    record Place(int line, int column) {}

    /**
     * Reports the first fault in each entry, and the first in the rest of the feed; entries that are cut off are the
     * caller's.
     */
    void report(Element root, Collection<Element> entries, List<ParseError> errors) {
        if (isCutOff(root) && entries.stream().noneMatch(this::isCutOff)) {
            problems.warning(end.line, end.column, CUT_OFF, endsWithin(root) + "; entries may be missing");
        }
        root.traverse(new Unclosed(entries));
        // an error in the tag within which the file ends is that end
        int limit = isCutOff(root) ? text.lastIndexOf('<') : text.length();
        errors.stream().filter(error -> !error.getErrorMessage().startsWith(REFERENCE))
                .filter(error -> error.getPosition() < limit).findFirst()
                .ifPresent(error -> problems.warning(TextReports.line(text, error.getPosition()),
                        TextReports.column(text, error.getPosition()), SYNTAX,
                        "not well-formed XML; it was read as far as possible"));
        for (Node next = root.nextSibling(); next != null; next = next.nextSibling()) {
            if (holdsText(next)) {
                Place place = start(next);
                problems.warning(place.line, place.column, SYNTAX,
                        "expected nothing after </" + root.tagName() + ">; the rest was not read");
                return;
            }
        }
    }

    /** Whether the file ends before this element does. */
    boolean isCutOff(Element element) {
        return isUnclosed(element) && element.endSourceRange().startPos() >= text.length();
    }

    /** Where the file ends. */
    Place end() {
        return end;
    }

    String endsWithin(Element element) {
        Place place = start(element);
        return "the file ends within the <" + element.tagName() + "> that begins at " + place.line + ":"
                + place.column;
    }

    /** An element without an end tag ends where it had to; {@code <link/>} ends, for jsoup, where it begins. */
    private static boolean isUnclosed(Element element) {
        Range end = element.endSourceRange();
        return end.isImplicit() && end.startPos() > element.sourceRange().startPos();
    }

    private static Place start(Node node) {
        Range.Position start = node.sourceRange().start();
        return new Place(start.lineNumber(), start.columnNumber());
    }

    private static boolean holdsText(Node node) {
        return node instanceof Element || node instanceof TextNode characters && !characters.isBlank();
    }

    /** Reports the first element without an end in each entry, and outside of them. */
    private final class Unclosed implements NodeVisitor {

        private final Set<Node> entries;
        private int depth;
        private boolean saidOfEntry;
        private boolean saidOfFeed;

        private Unclosed(Collection<Element> entries) {
            this.entries = new HashSet<>(entries);
        }

        @Override
        public void head(Node node, int level) {
            if (entries.contains(node)) {
                depth++;
                saidOfEntry = false;
            }
            boolean said = depth > 0 ? saidOfEntry : saidOfFeed;
            if (!said && node instanceof Element element && isUnclosed(element) && !isCutOff(element)) {
                saidOfEntry |= depth > 0;
                saidOfFeed |= depth == 0;
                Range.Position last = element.endSourceRange().start();
                Place place = start(element);
                problems.warning(place.line, place.column, SYNTAX, "expected </" + element.tagName()
                        + ">, found none; the text before " + last.lineNumber() + ":" + last.columnNumber()
                        + " was read as part of it");
            }
        }

        @Override
        public void tail(Node node, int level) {
            depth -= entries.contains(node) ? 1 : 0;
        }
    }
}
