package broadsheet.post.reading;

import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A text of a feed and what it is written in. RSS does not say: its texts are read as HTML, which plain ones mostly
 * are, too. Atom does: RFC 4287, sections 3.1 and 4.1.3.
 *
 * @param at the element that holds it
 */
record FeedText(String source, Markup markup, Element at) {

    private static final Pattern MARKDOWN = Pattern.compile("[*_`\\[\\\\{~]");
    private static final Pattern MARKS = Pattern.compile("[<&*_`\\[\\\\{~]");

    static FeedText ofRss(Element element) {
        return new FeedText(element.wholeText(), Markup.HTML, element);
    }

    /** Empty where the element holds no text: a picture, or what its {@code src} points to. */
    static Optional<FeedText> ofAtom(Element element) {
        String type = element.attr("type").strip().toLowerCase(Locale.ROOT);
        if (type.equals("xhtml") || type.endsWith("+xml") || type.endsWith("/xml")) {
            return Optional.of(new FeedText(element.html(), Markup.HTML, element));
        }
        if (type.equals("html") || type.startsWith("text/html")) {
            return Optional.of(new FeedText(element.wholeText(), Markup.HTML, element));
        }
        return type.isEmpty() || type.equals("text") || type.startsWith("text/")
                ? Optional.of(new FeedText(element.wholeText(), Markup.TEXT, element))
                : Optional.empty();
    }

    /** The source for {@link PlainText#line}, which reads Markdown, too: marks that are none become references. */
    String line() {
        Matcher marks = (markup == Markup.TEXT ? MARKS : MARKDOWN).matcher(source);
        return marks.replaceAll(mark -> "&#" + (int) mark.group().charAt(0) + ";");
    }
}
