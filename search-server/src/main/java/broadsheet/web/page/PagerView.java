package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.messages.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The links to the other pages of a result; a link with an empty address is a gap.
 *
 * @param place {@code "Page 2 of 22"}
 */
record PagerView(Optional<Link> previous, List<Link> pages, Optional<Link> next, String place) {

    /** Pages reach this many hits; a cursor goes on from there. */
    private static final int NUMBERED_HITS = 1000;

    static PagerView of(SearchRequest request, SearchResponse response, Messages messages, String path) {
        int last = Math.min(response.pages(), Math.max(1, NUMBERED_HITS / Math.max(1, response.size())));
        int page = response.page();
        if (request.cursor().isPresent()) {
            Link first = Link.to(messages.text("pages.first"), SearchAddress.at(path, NextRequest.atPage(request, 1)));
            return new PagerView(Optional.of(first), List.of(), byCursor(request, response, messages, path), "");
        }
        Optional<Link> previous = page > 1
                ? Optional.of(Link.to(messages.text("pages.previous"), at(request, Math.min(page - 1, last), path)))
                : Optional.empty();
        Optional<Link> next = page < last
                ? Optional.of(Link.to(messages.text("pages.next"), at(request, page + 1, path)))
                : byCursor(request, response, messages, path);
        String place = messages.text("pages.place", messages.number(page), messages.number(response.pages()));
        return new PagerView(previous, numbers(request, page, last, messages, path), next, place);
    }

    private static Optional<Link> byCursor(SearchRequest request, SearchResponse response, Messages messages,
            String path) {
        return response.nextCursor().map(cursor -> Link.to(messages.text("pages.next"),
                SearchAddress.at(path, NextRequest.atCursor(request, cursor))));
    }

    private static List<Link> numbers(SearchRequest request, int page, int last, Messages messages, String path) {
        List<Link> links = new ArrayList<>();
        boolean gap = false;
        for (int number = 1; number <= last; number++) {
            if (number == 1 || number == last || Math.abs(number - page) <= 2) {
                links.add(new Link(messages.number(number), at(request, number, path), number == page));
                gap = false;
            } else if (!gap) {
                links.add(Link.to("…", ""));
                gap = true;
            }
        }
        return links.size() < 2 ? List.of() : List.copyOf(links);
    }

    private static String at(SearchRequest request, int page, String path) {
        return SearchAddress.at(path, NextRequest.atPage(request, page));
    }

    boolean needed() {
        return previous.isPresent() || next.isPresent();
    }
}
