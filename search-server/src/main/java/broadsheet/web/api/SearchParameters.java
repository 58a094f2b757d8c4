package broadsheet.web.api;

import broadsheet.query.DateSpan;
import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.ParameterFault;
import broadsheet.web.http.QueryString;
import broadsheet.web.page.SearchAddress;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a search, read once; the same on the page, the endpoint and the feeds. A parameter that cannot be
 * used leaves its default and a {@link ParameterFault}: the endpoint turns faults into a 400, the page into notes.
 */
public final class SearchParameters {

    /** Hits that pages reach; beyond, a cursor costs less than counting up to the page. */
    static final int WINDOW = 1000;
    public static final int MAX_SIZE = 100;
    public static final int DEFAULT_SIZE = 10;
    private static final int MAX_VALUES = 100;
    private static final int MAX_LENGTH = 500;
    private static final Set<String> NAMES = Set.of("q", "category", "author", "tag", "lang", "from", "to", "sort",
            "page", "size", "cursor", "copies", "facets", "syntax", "explain");

    private final QueryString query;
    private final List<ParameterFault> faults = new ArrayList<>();

    private SearchParameters(QueryString query) {
        this.query = query;
    }

    /**
     * The search that was read.
     *
     * @param request a search that can be run, even where parameters are wrong
     * @param faults empty when every parameter could be used
     */
    public record Given(SearchRequest request, List<ParameterFault> faults) {
        public Given {
            faults = List.copyOf(faults);
        }

        /** The request, or a 400 that names every parameter at fault. */
        public SearchRequest orThrow() {
            if (faults.isEmpty()) {
                return request;
            }
            throw new Fault(Fault.Kind.BAD_PARAMETER, faults.getFirst().detail(), faults, List.of()).thrown();
        }
    }

    /** @param defaultSort the order where none is asked for: relevance on the page, newest in the feeds */
    public static Given read(QueryString query, Sort defaultSort) {
        return new SearchParameters(query).read(defaultSort);
    }

    /** A 400 when the address has a parameter other than these. */
    public static void allowOnly(QueryString query, Set<String> names) {
        List<ParameterFault> unknown = UnknownNames.in(query, names);
        if (!unknown.isEmpty()) {
            throw new Fault(Fault.Kind.BAD_PARAMETER, unknown.getFirst().detail(), unknown, List.of()).thrown();
        }
    }

    /** A whole number within bounds, or the default where none is given; a 400 otherwise. */
    public static int number(QueryString query, String name, int fallback, int max) {
        SearchParameters parameters = new SearchParameters(query);
        int value = parameters.number(name, fallback, 1, max);
        new Given(SearchRequest.of(""), parameters.faults).orThrow();
        return value;
    }

    private Given read(Sort defaultSort) {
        faults.addAll(UnknownNames.in(query, NAMES));
        Optional<String> cursor = single("cursor");
        int size = number("size", DEFAULT_SIZE, 1, MAX_SIZE);
        int page = page(size, cursor);
        Set<FacetName> facets = facets();
        SearchRequest request = new SearchRequest(query.text("q"), choice("syntax", Syntax.BOX), filters(),
                choice("sort", defaultSort), cursor.isPresent() ? 1 : page, size, cursor,
                choice("copies", Copies.FOLD) == Copies.FOLD, facets, !facets.isEmpty(),
                choice("explain", Choice.FALSE) == Choice.TRUE);
        return new Given(request, faults);
    }

    private enum Copies {
        FOLD,
        ALL
    }

    private enum Choice {
        FALSE,
        TRUE
    }

    private int page(int size, Optional<String> cursor) {
        int page = number("page", 1, 1, Integer.MAX_VALUE);
        if (cursor.isEmpty() && (long) page * size > WINDOW) {
            fault("page", String.valueOf(page), "at most " + WINDOW / size + " at size " + size
                    + " (for hits beyond the first " + WINDOW + " use the cursor of links.next)");
            return 1;
        }
        if (cursor.isPresent() && single("page").isPresent()) {
            fault("page", String.valueOf(page), "left out where a cursor is given");
        }
        return page;
    }

    private Filters filters() {
        Map<Filters.Name, List<String>> include = new EnumMap<>(Filters.Name.class);
        Map<Filters.Name, List<String>> exclude = new EnumMap<>(Filters.Name.class);
        for (Filters.Name name : Filters.Name.values()) {
            String parameter = Constants.name(name);
            if (query.all(parameter).isEmpty()) {
                continue;
            }
            List<String> values = query.all(parameter).stream().map(String::strip).distinct().toList();
            if (values.size() > MAX_VALUES) {
                fault(parameter, values.size() + " values", "given at most " + MAX_VALUES + " times");
                values = values.subList(0, MAX_VALUES);
            }
            values.stream().filter(v -> v.length() > MAX_LENGTH)
                    .forEach(v -> fault(parameter, v, "at most " + MAX_LENGTH + " characters"));
            values = values.stream().filter(v -> v.length() <= MAX_LENGTH).toList();
            values.stream().filter("-"::equals).forEach(v -> fault(parameter, v, "a name, or a hyphen and a name"));
            put(include, name, values.stream().filter(v -> !v.startsWith("-")).map(SearchAddress::unescaped).toList());
            put(exclude, name, values.stream().filter(v -> v.startsWith("-") && v.length() > 1)
                    .map(v -> SearchAddress.unescaped(v.substring(1).strip())).toList());
        }
        Optional<LocalDate> from = day("from").map(DateSpan::first);
        Optional<LocalDate> to = day("to").map(DateSpan::last);
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            fault("from", single("from").orElse(""), "no later than to (" + single("to").orElse("") + ")");
            return new Filters(include, exclude, Optional.empty(), Optional.empty());
        }
        return new Filters(include, exclude, from, to);
    }

    private static void put(Map<Filters.Name, List<String>> map, Filters.Name name, List<String> values) {
        if (!values.isEmpty()) {
            map.put(name, values);
        }
    }

    private Optional<DateSpan> day(String name) {
        Optional<String> given = single(name);
        Optional<DateSpan> days = given.flatMap(text -> DateSpan.of(text.strip()));
        if (given.isPresent() && days.isEmpty()) {
            fault(name, given.get(), "a day (2024-03-05), a month (2024-03) or a year (2024)");
        }
        return days;
    }

    private Set<FacetName> facets() {
        List<String> given = new ArrayList<>();
        query.all("facets").forEach(v -> given.addAll(List.of(v.split(","))));
        given.replaceAll(String::strip);
        given.removeIf(String::isEmpty);
        if (given.isEmpty()) {
            return EnumSet.allOf(FacetName.class);
        }
        Set<FacetName> facets = EnumSet.noneOf(FacetName.class);
        for (String name : given) {
            Optional<FacetName> found = Constants.named(name, FacetName.class);
            found.ifPresent(facets::add);
            if (found.isEmpty() && !(name.equals("none") && given.size() == 1)) {
                fault("facets", name, "none, or names out of " + Constants.names(FacetName.class));
            }
        }
        return facets;
    }

    private <E extends Enum<E>> E choice(String name, E fallback) {
        Optional<String> given = single(name);
        Optional<E> found = given.flatMap(v -> Constants.named(v, fallback.getDeclaringClass()));
        if (given.isPresent() && found.isEmpty()) {
            fault(name, given.get(), "one of " + Constants.names(fallback.getDeclaringClass()));
        }
        return found.orElse(fallback);
    }

    private int number(String name, int fallback, int min, int max) {
        Optional<String> given = single(name);
        if (given.isEmpty()) {
            return fallback;
        }
        String text = given.get().strip();
        if (text.matches("\\d{1,9}") && Integer.parseInt(text) >= min && Integer.parseInt(text) <= max) {
            return Integer.parseInt(text);
        }
        String upTo = max == Integer.MAX_VALUE ? "a whole number from " + min : "between " + min + " and " + max;
        fault(name, given.get(), upTo);
        return fallback;
    }

    private Optional<String> single(String name) {
        List<String> values = query.all(name);
        if (values.size() > 1) {
            fault(name, String.join(", ", values), "given once");
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
    }

    private void fault(String parameter, String value, String expected) {
        if (faults.size() < UnknownNames.MOST && faults.stream().noneMatch(f -> f.parameter().equals(parameter))) {
            faults.add(ParameterFault.value(parameter, value, expected));
        }
    }
}
