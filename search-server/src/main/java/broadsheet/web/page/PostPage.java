package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.web.messages.Messages;
import java.util.List;
import java.util.stream.Stream;

/**
 * One post to be read on this server: where its own site is not known, and for demonstrations.
 *
 * @param lang the post's language where it is not the page's own, else empty
 * @param date in words; empty when the post has none
 * @param dateTime the same for machines
 * @param sections links to searches for the section
 * @param authors names, joined
 * @param lead the author's summary; empty where the text begins with it anyway
 * @param paragraphs plain text; line breaks within one are those of code and verse
 * @param tags links to searches for the tag
 * @param similar where posts like this one are listed
 * @param site the post on its own site; empty when that is not known
 */
record PostPage(Frame frame, String title, String lang, String date, String dateTime, List<Link> sections,
        String authors, String lead, List<String> paragraphs, List<Link> tags, String similar, String site) {

    static PostPage of(PageSettings settings, PostView post, String body, PageContext context) {
        Messages messages = Messages.in(context.language());
        String title = post.title().isBlank() ? post.id() : post.title();
        String site = settings.siteUrl().isEmpty() ? "" : new PostAddress(settings.siteUrl(), false).of(post.url());
        Frame frame = new Frame(messages, settings, title, "", List.of(), "",
                site.isEmpty() ? new PostAddress(settings.basePath(), false).of(post.url()) : site);
        String lead = body.startsWith(post.excerpt()) ? "" : post.excerpt();
        return new PostPage(frame, title, HitView.language(post, messages),
                post.date().map(date -> messages.date(date, context.zone())).orElse(""),
                post.date().map(date -> HitView.dateTime(date, context.zone())).orElse(""),
                links(settings, Filters.Name.CATEGORY, post.categories()), String.join(", ", post.authors()), lead,
                Stream.of(body.split("\n\n")).filter(text -> !text.isBlank()).toList(),
                links(settings, Filters.Name.TAG, post.tags()),
                settings.basePath() + SearchPage.similarPath(post.id()), site);
    }

    private static List<Link> links(PageSettings settings, Filters.Name name, List<String> values) {
        return values.stream().filter(value -> !value.isBlank())
                .map(value -> Link.to(value, SearchAddress.at(settings.basePath() + "/search",
                        NextRequest.including(SearchRequest.of(""), name, value))))
                .toList();
    }
}
