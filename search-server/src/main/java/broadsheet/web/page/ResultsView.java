package broadsheet.web.page;

import broadsheet.query.Note;
import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A page of results as its template places it.
 *
 * @param count {@code "214 posts"}: those with all the words, where there are any
 * @param remark the number of posts that follow and lack some of the words; may be empty
 * @param reading the query as it was read, where that differs from what was typed
 * @param notes on repairs of the query and on ignored parameters
 * @param suggestion a query that would find far more
 * @param spellings other spellings of names, each with its count
 * @param bylines searches for the posts of authors whom the words name
 * @param sorts the orders
 * @param chips the filters and days of the search; each link takes one off
 * @param clear takes them all off
 */
record ResultsView(Frame frame, String count, String remark, Optional<Link> reading, List<Remark> notes,
        Optional<Link> suggestion, List<Link> spellings, List<Link> bylines, List<Link> sorts, List<Link> chips,
        String clear,
        DatesView dates,
        List<FacetView> facets, TimelineView timeline, List<HitView> hits, PagerView pager, List<Link> waysOut) {

    /** @param lang of the text where it is not the page's own, else empty */
    record Remark(String text, String lang) {}

    /** Puts the views of one answer together. */
    static final class Maker {

        private final PageSettings settings;
        private final SearchRequest request;
        private final SearchResponse response;
        private final PageContext context;
        private final Messages messages;
        private final String path;

        Maker(PageSettings settings, SearchRequest request, SearchResponse response, PageContext context) {
            this.settings = settings;
            this.request = request;
            this.response = response;
            this.context = context;
            this.messages = Messages.in(context.language());
            this.path = settings.basePath() + "/search";
        }

        ResultsView view() {
            List<Link> chips = chips();
            HitView.Maker hits = new HitView.Maker(messages, settings, this::section, response.index().zone());
            return new ResultsView(frame(), count(), remark(), reading(), notes(), suggestion(), spellings(), bylines(),
                    sorts(),
                    chips,
                    address(NextRequest.filtered(request, Filters.NONE)),
                    DatesView.of(request, today(), messages, path),
                    FacetView.of(request, response, messages, path),
                    TimelineView.of(request, response.timeline(), messages, path),
                    response.hits().stream().map(hits::view).toList(),
                    PagerView.of(request, response, messages, path), waysOut());
        }

        private LocalDate today() {
            return LocalDate.ofInstant(context.now(), response.index().zone());
        }

        Frame frame() {
            String title = request.text().isBlank() ? count() : request.text() + " – " + count();
            return new Frame(messages, settings, title, request.text(), KeptValues.butText(request),
                    SearchAddress.query(NextRequest.atPage(request, 1)), address(request));
        }

        private String count() {
            long count = response.total() > 0 ? response.total() : response.totalAll();
            return count == 0 ? messages.text("posts.none") : messages.counted("posts", count);
        }

        private String remark() {
            long more = response.totalAll() - response.total();
            if (!response.query().relaxed() || more <= 0) {
                return "";
            }
            return response.total() == 0 ? messages.text("relaxed.none") : messages.counted("relaxed.more", more);
        }

        /** The reading leads to itself, so that a person can take it up and go on from there. */
        private Optional<Link> reading() {
            String read = response.query().read();
            boolean same = read.isBlank() || read.equals(request.text().strip().replaceAll("\\s+", " "));
            return same
                    ? Optional.empty()
                    : Optional.of(Link.to(read, address(NextRequest.asking(request, read))));
        }

        private List<Remark> notes() {
            Stream<String> own = response.partial()
                    ? Stream.concat(Stream.of(messages.text("results.partial")), context.notes().stream())
                    : context.notes().stream();
            return Stream.concat(own.map(text -> new Remark(text, "")),
                    response.query().notes().stream().map(this::remark)).toList();
        }

        /** The parser speaks English and names the very words; other languages say what was done, where they can. */
        private Remark remark(Note note) {
            Optional<String> own = messages.isEnglish() ? Optional.empty() : messages.find("note." + note.code());
            return own.map(text -> new Remark(text, ""))
                    .orElseGet(() -> new Remark(note.message(), messages.isEnglish() ? "" : "en"));
        }

        private Optional<Link> suggestion() {
            return response.query().suggestion()
                    .map(text -> Link.to(text, address(NextRequest.asking(request, text))));
        }

        private List<Link> spellings() {
            return response.query().spellings().stream()
                    .map(other -> Link.to(other.text() + " (" + messages.number(other.count()) + ")",
                            address(NextRequest.asking(request, other.query()))))
                    .toList();
        }

        private List<Link> bylines() {
            return response.query().bylines().stream()
                    .map(byline -> Link.to(byline.name() + " (" + messages.number(byline.count()) + ")",
                            address(NextRequest.asking(request, byline.query()))))
                    .toList();
        }

        private List<Link> sorts() {
            List<Link> links = new ArrayList<>();
            for (Sort sort : Sort.values()) {
                links.add(new Link(messages.text("sort." + sort.name().toLowerCase(Locale.ROOT)),
                        address(NextRequest.sorted(request, sort)), sort == response.sort()));
            }
            return links;
        }

        private List<Link> chips() {
            List<Link> chips = new ArrayList<>();
            Filters filters = request.filters();
            for (Filters.Name name : Filters.Name.values()) {
                addChips(chips, name, filters.include(), "");
                addChips(chips, name, filters.exclude(), messages.text("chip.not") + " ");
            }
            if (filters.from().isPresent() || filters.to().isPresent()) {
                chips.add(Link.to(days(filters),
                        address(NextRequest.between(request, Optional.empty(), Optional.empty()))));
            }
            return chips;
        }

        private void addChips(List<Link> chips, Filters.Name name, Map<Filters.Name, List<String>> values,
                String before) {
            for (String value : values.getOrDefault(name, List.of())) {
                chips.add(Link.to(before + FacetView.label(name, value, messages),
                        address(NextRequest.freeOf(request, name, value))));
            }
        }

        private String days(Filters filters) {
            if (filters.from().isEmpty()) {
                return messages.text("chip.to", messages.day(filters.to().orElseThrow()));
            }
            LocalDate from = filters.from().get();
            if (filters.to().isEmpty()) {
                return messages.text("chip.from", messages.day(from));
            }
            LocalDate to = filters.to().get();
            String first = SearchAddress.firstDay(from, filters.to());
            if (first.equals(SearchAddress.lastDay(filters.from(), to))) {
                return first.length() == 4
                        ? messages.year(from)
                        : first.length() == 7 ? messages.month(from) : messages.day(from);
            }
            return messages.day(from) + " – " + messages.day(to);
        }

        private List<Link> waysOut() {
            return context.waysOut().stream()
                    .map(way -> Link.to(name(way) + " – " + messages.counted("posts", way.count()),
                            address(way.request())))
                    .toList();
        }

        private String name(WayOut way) {
            return switch (way.dropped()) {
                case QUOTES -> messages.text("way.unquoted");
                case DAYS -> messages.text("way.without", days(request.filters()));
                case FILTERS -> messages.text("way.unfiltered");
                case REST -> messages.text("way.alone", way.text());
                case FILTER, PART -> messages.text("way.without", way.text());
            };
        }

        private Link section(String section) {
            boolean chosen = request.filters().includes(Filters.Name.CATEGORY, section);
            return new Link(section, address(chosen
                    ? NextRequest.atPage(request, 1)
                    : NextRequest.including(request, Filters.Name.CATEGORY, section)), chosen);
        }

        private String address(SearchRequest next) {
            return SearchAddress.at(path, next);
        }
    }
}
