package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.web.messages.Messages;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The ways to narrow a search to days.
 *
 * @param presets "last 7 days" and so on
 * @param from the first day now, {@code "2024-03-01"}; empty when open
 * @param to the last day now
 * @param kept values that the form sends along
 */
record DatesView(List<Link> presets, String from, String to, List<Frame.Kept> kept) {

    static DatesView of(SearchRequest request, LocalDate today, Messages messages, String path) {
        List<Link> presets = List.of(
                preset(request, "dates.any", Optional.empty(), messages, path),
                preset(request, "dates.day", Optional.of(today.minusDays(1)), messages, path),
                preset(request, "dates.week", Optional.of(today.minusDays(6)), messages, path),
                preset(request, "dates.month", Optional.of(today.minusDays(29)), messages, path),
                preset(request, "dates.year", Optional.of(today.minusYears(1).plusDays(1)), messages, path));
        return new DatesView(presets, request.filters().from().map(LocalDate::toString).orElse(""),
                request.filters().to().map(LocalDate::toString).orElse(""), KeptValues.butDates(request));
    }

    private static Link preset(SearchRequest request, String key, Optional<LocalDate> from, Messages messages,
            String path) {
        boolean current = request.filters().from().equals(from) && request.filters().to().isEmpty();
        return new Link(messages.text(key),
                SearchAddress.at(path, NextRequest.between(request, from, Optional.empty())), current);
    }
}
