package broadsheet.web.api;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.web.text.JsonText;
import broadsheet.web.text.XmlText;
import java.time.Instant;

/** A search as an Atom feed (RFC 4287), with the counts of OpenSearch 1.1. */
public final class AtomFeed {

    public static final String TYPE = "application/atom+xml; charset=utf-8";

    private final Feed feed;
    private final StringBuilder out = new StringBuilder(16 * 1024);

    private AtomFeed(Feed feed) {
        this.feed = feed;
    }

    public static String of(Feed feed) {
        return new AtomFeed(feed).write();
    }

    private String write() {
        out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\""
                + " xmlns:opensearch=\"http://a9.com/-/spec/opensearch/1.1/\">\n");
        element("id", feed.id());
        element("title", feed.title());
        element("updated", JsonText.iso(feed.response().index().built()));
        link("self", "application/atom+xml", feed.self());
        link("alternate", "text/html", feed.page());
        feed.next().ifPresent(next -> link("next", "application/atom+xml", next));
        feed.prev().ifPresent(prev -> link("previous", "application/atom+xml", prev));
        author(feed.site().title());
        element("generator", "Broadsheet");
        element("opensearch:totalResults", String.valueOf(feed.response().totalAll()));
        long before = (feed.response().page() - 1L) * feed.response().size();
        element("opensearch:startIndex", String.valueOf(before + 1));
        element("opensearch:itemsPerPage", String.valueOf(feed.response().size()));
        feed.response().hits().forEach(this::entry);
        return out.append("</feed>\n").toString();
    }

    private void entry(Hit hit) {
        PostView post = hit.post();
        out.append(post.lang().equals("und") || post.lang().isEmpty()
                ? "<entry>\n"
                : "<entry xml:lang=\"" + XmlText.of(post.lang()) + "\">\n");
        element("id", Feed.entryId(post));
        element("title", post.title().isBlank() ? post.id() : post.title());
        // A post without any date is as new as the index that it was found in.
        Instant built = feed.response().index().built();
        element("updated", feed.time(post.updated().or(post::date).orElse(built)));
        post.date().ifPresent(date -> element("published", feed.time(date)));
        link("alternate", "text/html", feed.address(post));
        post.authors().stream().filter(a -> !a.isBlank()).forEach(this::author);
        post.categories().forEach(this::category);
        post.tags().forEach(this::category);
        element("summary", Feed.summary(hit));
        out.append("</entry>\n");
    }

    private void author(String name) {
        out.append("<author><name>").append(XmlText.of(name)).append("</name></author>\n");
    }

    private void category(String term) {
        out.append("<category term=\"").append(XmlText.of(term)).append("\"/>\n");
    }

    private void link(String rel, String type, String href) {
        out.append("<link rel=\"").append(rel).append("\" type=\"").append(type).append("\" href=\"")
                .append(XmlText.of(href)).append("\"/>\n");
    }

    private void element(String name, String text) {
        out.append('<').append(name).append('>').append(XmlText.of(text)).append("</").append(name).append(">\n");
    }
}
