package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.web.messages.Messages;
import java.util.List;

/**
 * The front page.
 *
 * @param count {@code "12,034 posts"}
 * @param span {@code "1994 – 2026"}; empty when there are no dates
 * @param newest the newest posts
 * @param sections each with its count
 */
record StartView(Frame frame, String count, String span, List<HitView> newest, List<FacetView.Item> sections,
        TimelineView timeline, List<String> notes) {

    private static final int MOST_SECTIONS = 12;

    static StartView of(PageSettings settings, SearchRequest request, SearchResponse response, PageContext context) {
        Messages messages = Messages.in(context.language());
        String path = settings.basePath() + "/search";
        ResultsView view = new ResultsView.Maker(settings, request, response, context).view();
        List<FacetView.Item> sections = response.facets().getOrDefault(FacetName.CATEGORY, List.of()).stream()
                .filter(one -> !one.value().isBlank()).limit(MOST_SECTIONS)
                .map(one -> new FacetView.Item(one.value(), messages.number(one.count()),
                        SearchAddress.at(path, NextRequest.including(request,
                                broadsheet.search.Filters.Name.CATEGORY, one.value())),
                        false))
                .toList();
        return new StartView(new Frame(messages, settings, "", "", List.of(), "", settings.basePath() + "/"),
                messages.counted("posts", response.index().posts()), span(response, messages), view.hits(), sections,
                view.timeline(), context.notes());
    }

    private static String span(SearchResponse response, Messages messages) {
        var buckets = response.timeline().buckets();
        if (buckets.isEmpty()) {
            return "";
        }
        String first = messages.year(buckets.getFirst().from());
        String last = messages.year(buckets.getLast().from());
        return first.equals(last) ? first : first + " – " + last;
    }
}
