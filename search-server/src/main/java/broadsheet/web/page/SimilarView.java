package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.PostView;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchRequest;
import broadsheet.web.messages.Messages;
import java.util.List;

/** The posts that are like one post. */
record SimilarView(Frame frame, String title, String href, List<HitView> hits, boolean partial) {

    static SimilarView of(PageSettings settings, PostView post, Similar similar, PageContext context) {
        Messages messages = Messages.in(context.language());
        String path = settings.basePath() + "/search";
        HitView.Maker maker = new HitView.Maker(messages, settings, section -> Link.to(section, SearchAddress.at(path,
                NextRequest.including(SearchRequest.of(""), Filters.Name.CATEGORY, section))), context.zone());
        String title = post.title().isBlank() ? post.id() : post.title();
        return new SimilarView(Frame.plain(messages, settings, messages.text("similar.title", title)), title,
                new PostAddress(settings.posts(), false).of(post.url()),
                similar.hits().stream().map(maker::view).toList(),
                similar.partial());
    }
}
