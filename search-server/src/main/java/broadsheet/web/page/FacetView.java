package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One group of filters with their counts.
 *
 * @param items the first few
 * @param more the others, folded away
 */
record FacetView(String title, List<Item> items, List<Item> more) {

    private static final int SHOWN = 6;
    private static final int MOST = 30;

    private static final Map<FacetName, Filters.Name> FILTERS = Map.of(FacetName.CATEGORY, Filters.Name.CATEGORY,
            FacetName.AUTHOR, Filters.Name.AUTHOR, FacetName.TAG, Filters.Name.TAG, FacetName.LANG, Filters.Name.LANG);
    private static final List<FacetName> ORDER = List.of(FacetName.CATEGORY, FacetName.YEAR, FacetName.AUTHOR,
            FacetName.TAG, FacetName.LANG);

    /**
     * One filter.
     *
     * @param href sets the filter, or takes it off when it is chosen
     */
    record Item(String text, String count, String href, boolean chosen) {}

    /**
     * The groups that would narrow something: those with two values, or with a chosen one. Where one is chosen, the others
     * of its group are not shown.
     */
    static List<FacetView> of(SearchRequest request, SearchResponse response, Messages messages, String path) {
        List<FacetView> groups = new ArrayList<>();
        for (FacetName name : ORDER) {
            List<FacetCount> counts = response.facets().getOrDefault(name, List.of());
            List<Item> items = counts.stream().filter(one -> !one.value().isBlank()).limit(MOST)
                    .map(one -> item(request, name, one, messages, path)).flatMap(Optional::stream).toList();
            if (items.size() > 1 || items.stream().anyMatch(Item::chosen)) {
                int cut = Math.min(SHOWN, items.size());
                groups.add(new FacetView(messages.text("facet." + name.name().toLowerCase(Locale.ROOT)),
                        items.subList(0, cut), items.subList(cut, items.size())));
            }
        }
        return groups;
    }

    /** The language of a tag in words: {@code "de"} is "German". */
    static String label(Filters.Name name, String value, Messages messages) {
        if (name != Filters.Name.LANG) {
            return value;
        }
        String language = Locale.forLanguageTag(value).getDisplayName(messages.language());
        return language.isEmpty() ? value : language;
    }

    private static Optional<Item> item(SearchRequest request, FacetName name, FacetCount count, Messages messages,
            String path) {
        if (name == FacetName.YEAR) {
            return year(request, count, messages, path);
        }
        Filters.Name filter = FILTERS.get(name);
        String value = count.value();
        boolean chosen = request.filters().includes(filter, value);
        if (!chosen && request.filters().include().containsKey(filter)) {
            // Posts need one of the chosen values: its link would find more than have both, which is what is counted.
            return Optional.empty();
        }
        SearchRequest next = chosen
                ? NextRequest.freeOf(request, filter, value)
                : NextRequest.including(request, filter, value);
        return Optional.of(new Item(label(filter, value, messages), messages.number(count.count()),
                SearchAddress.at(path, next), chosen));
    }

    private static Optional<Item> year(SearchRequest request, FacetCount count, Messages messages, String path) {
        if (!count.value().matches("\\d{4}")) {
            return Optional.empty();
        }
        Year year = Year.of(Integer.parseInt(count.value()));
        LocalDate first = year.atDay(1);
        LocalDate last = year.atDay(year.length());
        boolean chosen = request.filters().from().equals(Optional.of(first))
                && request.filters().to().equals(Optional.of(last));
        SearchRequest next = chosen
                ? NextRequest.between(request, Optional.empty(), Optional.empty())
                : NextRequest.within(request, first, last);
        return Optional.of(new Item(messages.year(year.atDay(1)), messages.number(count.count()),
                SearchAddress.at(path, next), chosen));
    }
}
