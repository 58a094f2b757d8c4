package broadsheet.post.reading;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip.Reason;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * RSS 2.0, RSS 1.0 and Atom files with the full text of their posts. jsoup's XML parser knows no entities of a
 * document type and opens nothing from outside. A link with a host is kept whole, as the feed may come from elsewhere.
 * XML that is no feed is not a post.
 */
public final class FeedReader {

    private final ReadTask task;

    public FeedReader(ReadTask task) {
        this.task = task;
    }

    public FileReading read(String text) {
        Parser parser = Parser.xmlParser().setTrackPosition(true).setTrackErrors(FeedFaults.MOST);
        Document document = Jsoup.parse(text, "", parser);
        Element root = document.children().stream().findFirst().orElse(document);
        boolean atom = root.nameIs("feed");
        if (!atom && !root.nameIs("rss") && !root.nameIs("rdf:rdf")) {
            return task.skipped(Reason.NOT_A_POST);
        }
        List<Element> elements = root.getElementsByTag(atom ? "entry" : "item");
        FeedFaults faults = new FeedFaults(text, task.problems());
        faults.report(root, elements, parser.getErrors());
        EntryReader entries = new EntryReader(task);
        int number = 0;
        for (Element element : elements) {
            number++;
            if (faults.isCutOff(element)) {
                FeedFaults.Place end = faults.end();
                entries.failed(end.line(), end.column(), FeedFaults.CUT_OFF, faults.endsWithin(element));
                continue;
            }
            FeedEntry entry = FeedEntry.of(element, root, atom);
            entries.take(number, entry.fields(), FeedEntry.BODY, entry.markup());
        }
        return entries.reading();
    }
}
