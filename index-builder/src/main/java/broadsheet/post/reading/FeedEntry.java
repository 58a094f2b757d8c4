package broadsheet.post.reading;

import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.markup.Markup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * One entry of a feed.
 *
 * @param fields in the names of front matter, with the text under {@link #BODY}
 * @param markup of that text
 */
record FeedEntry(Fields fields, Markup markup) {

    static final String BODY = "body";

    /** @param root of the feed, whose language and authors hold for entries that name none */
    static FeedEntry of(Element entry, Element root, boolean atom) {
        Map<String, Value> fields = new LinkedHashMap<>();
        text(entry, atom, "title").ifPresent(title -> put(fields, "title", title.line(), title.at()));
        link(entry, fields);
        put(fields, "date", child(entry, "published", "pubdate", "dc:date", "issued"));
        put(fields, "updated", child(entry, "updated", "atom:updated", "dcterms:modified"));
        if (!fields.containsKey("date") && fields.containsKey("updated")) {
            fields.put("date", fields.get("updated"));
        }
        Optional<FeedText> full = text(entry, atom, atom ? "content" : "content:encoded");
        Optional<FeedText> summary = text(entry, atom, "summary", "description");
        if (full.isPresent()) {
            summary.ifPresent(text -> put(fields, "excerpt", text.line(), text.at()));
        }
        Optional<FeedText> body = full.or(() -> summary);
        body.ifPresent(text -> put(fields, BODY, text.source(), text.at()));
        language(root, fields);
        List<Value> authors = authors(entry);
        // RFC 4287, section 4.2.1: the feed's authors are those of its entries that name none
        fields.put("authors", items(authors.isEmpty() ? authors(root) : authors, entry));
        fields.put("categories", items(entry.children().stream().filter(child -> child.nameIs("category"))
                .map(child -> value(child.hasAttr("term") ? child.attr("term") : child.wholeText(), child)).toList(),
                entry));
        entry.children().stream().filter(FeedEntry::isImage).findFirst()
                .ifPresent(child -> put(fields, "image", child.attr("url"), child));
        return new FeedEntry(new Fields(fields, line(entry), column(entry)),
                body.map(FeedText::markup).orElse(Markup.TEXT));
    }

    /** The first of these that holds more than spaces. */
    private static Optional<FeedText> text(Element entry, boolean atom, String... names) {
        for (String name : names) {
            Optional<FeedText> text = child(entry, name)
                    .flatMap(found -> atom ? FeedText.ofAtom(found) : Optional.of(FeedText.ofRss(found)))
                    .filter(found -> !found.source().isBlank());
            if (text.isPresent()) {
                return text;
            }
        }
        return Optional.empty();
    }

    private static void link(Element entry, Map<String, Value> fields) {
        for (Element child : entry.children()) {
            boolean alternate = child.attr("rel").isEmpty() || child.attr("rel").equals("alternate");
            if (child.nameIs("link") && alternate) {
                put(fields, "url", child.hasAttr("href") ? child.attr("href") : child.wholeText(), child);
                return;
            }
        }
        put(fields, "url", child(entry, "guid"));
    }

    private static List<Value> authors(Element parent) {
        return parent.children().stream().filter(child -> child.nameIs("author") || child.nameIs("dc:creator"))
                .map(child -> child(child, "name").orElse(child)).map(name -> value(name.wholeText(), name)).toList();
    }

    /** Atom has it on its root, RSS within its channel. */
    private static void language(Element root, Map<String, Value> fields) {
        if (root.attr("xml:lang").isEmpty()) {
            put(fields, "lang", child(child(root, "channel").orElse(root), "language"));
        } else {
            put(fields, "lang", root.attr("xml:lang"), root);
        }
    }

    private static boolean isImage(Element element) {
        return element.nameIs("media:content") || element.nameIs("media:thumbnail")
                || element.nameIs("enclosure") && element.attr("type").startsWith("image/");
    }

    private static Optional<Element> child(Element parent, String... names) {
        for (String name : names) {
            for (Element child : parent.children()) {
                if (child.nameIs(name)) {
                    return Optional.of(child);
                }
            }
        }
        return Optional.empty();
    }

    private static void put(Map<String, Value> fields, String key, Optional<Element> element) {
        element.ifPresent(found -> put(fields, key, found.wholeText(), found));
    }

    private static void put(Map<String, Value> fields, String key, String text, Element element) {
        if (!text.isBlank()) {
            fields.put(key, value(text, element));
        }
    }

    private static Value value(String text, Element element) {
        return new Text(text.strip(), false, line(element), column(element));
    }

    private static Items items(List<Value> values, Element entry) {
        return new Items(values, line(entry), column(entry));
    }

    private static int line(Element element) {
        return element.sourceRange().start().lineNumber();
    }

    private static int column(Element element) {
        return element.sourceRange().start().columnNumber();
    }
}
