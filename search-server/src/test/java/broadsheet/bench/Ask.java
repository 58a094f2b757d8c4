package broadsheet.bench;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.util.List;

/** Questions as a person types them, without counts. */
final class Ask {

    private Ask() {}

    static SearchRequest request(String text, int size) {
        return page(text, 1, size);
    }

    static SearchRequest page(String text, int page, int size) {
        return SearchRequest.of(text).plain().withPage(page).withSize(size).withFoldCopies(false);
    }

    static List<String> ids(SearchEngine engine, String text, int size) {
        return ids(engine.search(request(text, size)));
    }

    static List<String> ids(SearchResponse response) {
        return response.hits().stream().map(hit -> hit.post().id()).toList();
    }
}
