package broadsheet.web.page;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.web.text.Percent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a search as the query part of an address: {@code q=flood&category=environment&from=2024&to=2024&sort=newest}.
 *
 * <p>Defaults are left out and the order is always the same, so one search has one address. Each value is encoded as
 * {@code application/x-www-form-urlencoded} has it, which leaves nothing in it that HTML or an address could mistake.
 */
public final class SearchAddress {

    private static final int DEFAULT_SIZE = 10;

    private final StringBuilder out;
    /** What parts the next parameter from what stands before it. */
    private String sign;

    /** @param before what stands before the parameters */
    private SearchAddress(String before, String sign) {
        this.out = new StringBuilder(before.length() + 64).append(before);
        this.sign = sign;
    }

    /** The parameters of the search, {@code ""} for the default one. */
    public static String query(SearchRequest request) {
        return new SearchAddress("", "").with(request);
    }

    /** A path and the parameters behind it: {@code ("/search", request)} gives {@code "/search?q=flood"}. */
    public static String at(String path, SearchRequest request) {
        return new SearchAddress(path, "?").with(request);
    }

    private String with(SearchRequest request) {
        if (!request.text().isEmpty()) {
            add("q", request.text());
        }
        addFilters(request.filters());
        if (request.sort() != Sort.RELEVANCE) {
            add("sort", lower(request.sort()));
        }
        if (request.cursor().isPresent()) {
            add("cursor", request.cursor().get());
        } else if (request.page() > 1) {
            add("page", Integer.toString(request.page()));
        }
        addWays(request);
        return out.toString();
    }

    /** A value encoded for the query part: {@code "sea wall"} gives {@code "sea+wall"}. */
    public static String encode(String value) {
        return Percent.encodeForm(value);
    }

    /**
     * A first day as short as it can be said with its last day, which may be open: the first of January is its year
     * before a 31 December, the first of March its month before the end of a month.
     */
    static String firstDay(LocalDate from, Optional<LocalDate> to) {
        if (from.getDayOfYear() == 1 && to.stream().allMatch(SearchAddress::endsYear)) {
            return year(from);
        }
        return from.getDayOfMonth() == 1 && to.stream().allMatch(SearchAddress::endsMonth)
                ? month(from)
                : from.toString();
    }

    /** A last day as short as it can be said with its first day: 31 December 2024 is {@code "2024"}. */
    static String lastDay(Optional<LocalDate> from, LocalDate to) {
        if (endsYear(to) && from.stream().allMatch(day -> day.getDayOfYear() == 1)) {
            return year(to);
        }
        return endsMonth(to) && from.stream().allMatch(day -> day.getDayOfMonth() == 1) ? month(to) : to.toString();
    }

    private static boolean endsYear(LocalDate day) {
        return day.getDayOfYear() == day.lengthOfYear();
    }

    private static boolean endsMonth(LocalDate day) {
        return day.getDayOfMonth() == day.lengthOfMonth();
    }

    private static String year(LocalDate day) {
        return day.toString().substring(0, 4);
    }

    private static String month(LocalDate day) {
        return day.toString().substring(0, 7);
    }

    private void addFilters(Filters filters) {
        boolean named = !filters.include().isEmpty() || !filters.exclude().isEmpty();
        for (Filters.Name name : named ? Filters.Name.values() : new Filters.Name[0]) {
            String key = lower(name);
            sorted(filters.include(), name).forEach(value -> add(key, escaped(value)));
            sorted(filters.exclude(), name).forEach(value -> add(key, "-" + escaped(value)));
        }
        filters.from().ifPresent(from -> add("from", firstDay(from, filters.to())));
        filters.to().ifPresent(to -> add("to", lastDay(filters.from(), to)));
    }

    /** A hyphen in front would exclude; a backslash before it, or before another backslash, takes that meaning away. */
    private static String escaped(String value) {
        return value.startsWith("-") || value.startsWith("\\") ? "\\" + value : value;
    }

    /** The value of a filter without the backslash that {@link #escaped} puts before it; a backslash alone is itself. */
    public static String unescaped(String value) {
        return value.startsWith("\\") && value.length() > 1 ? value.substring(1) : value;
    }

    private void addWays(SearchRequest request) {
        if (request.size() != DEFAULT_SIZE) {
            add("size", Integer.toString(request.size()));
        }
        if (!request.foldCopies()) {
            add("copies", "all");
        }
        if (request.facets().size() != FacetName.values().length) {
            add("facets", facets(request));
        }
        if (request.syntax() != Syntax.BOX) {
            add("syntax", lower(request.syntax()));
        }
        if (request.explain()) {
            add("explain", "true");
        }
    }

    private static String facets(SearchRequest request) {
        if (request.facets().isEmpty()) {
            return "none";
        }
        return request.facets().stream().sorted().map(SearchAddress::lower).collect(Collectors.joining(","));
    }

    private static List<String> sorted(Map<Filters.Name, List<String>> values, Filters.Name name) {
        return Optional.ofNullable(values.get(name)).orElse(List.of()).stream().distinct()
                .sorted(Comparator.naturalOrder()).toList();
    }

    private void add(String name, String value) {
        out.append(sign).append(name).append('=').append(encode(value));
        sign = "&";
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
