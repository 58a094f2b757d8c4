package broadsheet.web.page;

import broadsheet.search.SearchRequest;
import broadsheet.web.text.Percent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The parts of a search that a form sends along unseen, in the order of its address. */
final class KeptValues {

    private KeptValues() {}

    /** All but the text, for the search box. */
    static List<Frame.Kept> butText(SearchRequest request) {
        return but(request, Set.of("q"));
    }

    /** All but the days, for the form of days. */
    static List<Frame.Kept> butDates(SearchRequest request) {
        return but(NextRequest.between(request, Optional.empty(), Optional.empty()), Set.of());
    }

    private static List<Frame.Kept> but(SearchRequest request, Set<String> names) {
        List<Frame.Kept> kept = new ArrayList<>();
        for (String pair : SearchAddress.query(NextRequest.atPage(request, 1)).split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0 && !names.contains(pair.substring(0, equals))) {
                kept.add(new Frame.Kept(pair.substring(0, equals),
                        Percent.decodeForm(pair.substring(equals + 1))));
            }
        }
        return List.copyOf(kept);
    }
}
