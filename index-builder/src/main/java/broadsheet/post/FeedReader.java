package broadsheet.post;

import broadsheet.post.ArchiveWalk.Source;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.Value.Fields;
import broadsheet.post.Value.Items;
import broadsheet.post.Value.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * RSS 2.0, RSS 1.0 and Atom files with the full text of their posts. jsoup's XML parser knows no entities of a
 * document type and opens nothing from outside. A link with a host is kept whole, as the feed may come from elsewhere.
 * XML that is no feed is not a post.
 */
final class FeedReader {

    private final Source source;
    private final ReadOptions options;
    private final Problems problems;

    FeedReader(Source source, ReadOptions options, Problems problems) {
        this.source = source;
        this.options = options;
        this.problems = problems;
    }

    FileReading read(String text) {
        Repaired repaired = TextReports.repair(text, options, problems);
        Parser parser = Parser.xmlParser().setTrackPosition(true);
        Document document = Jsoup.parse(repaired.text(), "", parser);
        Element root = document.children().stream().findFirst().orElse(document);
        boolean atom = root.nameIs("feed");
        if (!atom && !root.nameIs("rss") && !root.nameIs("rdf:rdf")) {
            Skip skip = new Skip(source.file().id(), Reason.NOT_A_POST);
            return new FileReading(source.file().id(), List.of(), List.of(skip), 0, problems.list());
        }
        EntryReader entries = new EntryReader(source, options, problems);
        int number = 0;
        for (Element entry : root.getElementsByTag(atom ? "entry" : "item")) {
            number++;
            Body body = atom ? atomBody(entry) : rssBody(entry);
            entries.take(number, fields(entry, root), body.text, body.markup);
        }
        return entries.reading();
    }

    private record Body(String text, Markup markup) {}

    private static Body rssBody(Element item) {
        String full = first(item, "content:encoded");
        return new Body(full.isEmpty() ? first(item, "description") : full, Markup.HTML);
    }

    private static Body atomBody(Element entry) {
        for (Element child : entry.children()) {
            if (child.nameIs("content")) {
                boolean xhtml = child.attr("type").equals("xhtml");
                boolean html = xhtml || child.attr("type").equals("html");
                return new Body(xhtml ? child.html() : child.wholeText(), html ? Markup.HTML : Markup.TEXT);
            }
        }
        return new Body(first(entry, "summary"), Markup.HTML);
    }

    private static Fields fields(Element entry, Element root) {
        int line = entry.sourceRange().start().lineNumber();
        Map<String, Value> fields = new LinkedHashMap<>();
        put(fields, "title", first(entry, "title"), line);
        put(fields, "url", link(entry), line);
        put(fields, "date", first(entry, "published", "pubdate", "dc:date", "issued"), line);
        put(fields, "updated", first(entry, "updated", "atom:updated", "dcterms:modified"), line);
        if (!fields.containsKey("date") && fields.containsKey("updated")) {
            fields.put("date", fields.get("updated"));
        }
        boolean hasFullText = !first(entry, "content", "content:encoded").isEmpty();
        put(fields, "excerpt", hasFullText ? first(entry, "summary", "description") : "", line);
        put(fields, "lang", language(root), line);
        List<Value> authors = authors(entry, line);
        // RFC 4287, section 4.2.1: the feed's authors are those of its entries that name none
        fields.put("authors", new Items(authors.isEmpty() ? authors(root, line) : authors, line, 0));
        List<Value> categories = entry.children().stream().filter(child -> child.nameIs("category"))
                .map(child -> text(child.hasAttr("term") ? child.attr("term") : child.wholeText(), line)).toList();
        fields.put("categories", new Items(categories, line, 0));
        entry.children().stream().filter(FeedReader::isImage).findFirst()
                .ifPresent(child -> put(fields, "image", child.attr("url"), line));
        return new Fields(fields, line, 0);
    }

    private static List<Value> authors(Element parent, int line) {
        return parent.children().stream().filter(child -> child.nameIs("author") || child.nameIs("dc:creator"))
                .map(child -> text(child.getElementsByTag("name").isEmpty() ? child.wholeText() : first(child, "name"),
                        line))
                .toList();
    }

    /** Atom has it on its root, RSS within its channel. */
    private static String language(Element root) {
        Element channel = root.children().stream().filter(child -> child.nameIs("channel")).findFirst().orElse(root);
        return root.attr("xml:lang").isEmpty() ? first(channel, "language") : root.attr("xml:lang");
    }

    private static boolean isImage(Element element) {
        return element.nameIs("media:content") || element.nameIs("media:thumbnail")
                || element.nameIs("enclosure") && element.attr("type").startsWith("image/");
    }

    private static void put(Map<String, Value> fields, String key, String value, int line) {
        if (!value.isBlank()) {
            fields.put(key, text(value.strip(), line));
        }
    }

    private static Value text(String value, int line) {
        return new Text(value.strip(), false, line, 0);
    }

    private static String link(Element entry) {
        for (Element child : entry.children()) {
            boolean alternate = child.attr("rel").isEmpty() || child.attr("rel").equals("alternate");
            if (child.nameIs("link") && alternate) {
                return child.hasAttr("href") ? child.attr("href") : child.wholeText();
            }
        }
        return first(entry, "guid");
    }

    private static String first(Element parent, String... names) {
        for (String name : names) {
            for (Element child : parent.children()) {
                if (child.nameIs(name)) {
                    return child.wholeText();
                }
            }
        }
        return "";
    }
}
