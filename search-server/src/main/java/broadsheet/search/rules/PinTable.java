package broadsheet.search.rules;

import broadsheet.owner.Pin;
import broadsheet.owner.QueryForm;
import broadsheet.search.SearchRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The owner's pins by query. */
public final class PinTable {

    private final Map<String, List<String>> postsByQuery = new HashMap<>();

    PinTable(List<Pin> pins) {
        for (Pin pin : pins) {
            postsByQuery.putIfAbsent(QueryForm.of(pin.query()), pin.posts().stream().map(Pin.Post::id).toList());
        }
    }

    /** The ids of the posts that stand first in the answer, in their order; by date nothing does. */
    public List<String> posts(SearchRequest request) {
        boolean pinned = !postsByQuery.isEmpty() && request.sort() == SearchRequest.Sort.RELEVANCE
                && request.syntax() == SearchRequest.Syntax.BOX;
        return pinned ? postsByQuery.getOrDefault(QueryForm.of(request.text()), List.of()) : List.of();
    }
}
