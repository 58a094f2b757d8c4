package broadsheet.web;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.Fault.Kind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The endpoint for programs: searches, completions, single posts. */
final class SearchRoutes {

    private static final int MAX_SUGGESTIONS = 20;

    private final SearchEngine engine;
    private final SearchGate gate;
    private final Clock clock;

    SearchRoutes(SearchEngine engine, SearchGate gate, Clock clock) {
        this.engine = engine;
        this.gate = gate;
        this.clock = clock;
    }

    Answer search(WebRequest request) {
        SearchRequest search = SearchParameters.read(request.query(), Sort.RELEVANCE).orThrow();
        SearchLinks links = SearchLinks.of(search, Sort.RELEVANCE);
        String self = links.self(Paths.SEARCH);
        if (isKnown(request, self)) {
            return tagged(Answer.notModified(), engine.index(), self);
        }
        SearchResponse response = gate.run(() -> engine.search(search));
        Answer answer = tagged(Answer.of(Answer.JSON, SearchJson.of(search, response)), response.index(), self);
        List<String> related = new ArrayList<>();
        links.next(Paths.SEARCH, response).ifPresent(next -> related.add("<" + next + ">; rel=\"next\""));
        links.prev(Paths.SEARCH).ifPresent(prev -> related.add("<" + prev + ">; rel=\"prev\""));
        return related.isEmpty() ? answer : answer.with("Link", String.join(", ", related));
    }

    Answer suggest(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of("q", "size"));
        int size = SearchParameters.number(request.query(), "size", 8, MAX_SUGGESTIONS);
        String text = request.query().first("q").orElse("");
        return revalidated(request, () -> SearchJson.suggestions(text, engine.suggest(text, size)));
    }

    Answer post(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of());
        String id = request.pathAfter(Paths.POSTS);
        return revalidated(request, () -> SearchJson.of(engine.post(id).orElseThrow(() -> noPost(id))));
    }

    Answer similar(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of("size"));
        int size = SearchParameters.number(request.query(), "size", 5, SearchParameters.MAX_SIZE);
        String rest = request.pathAfter(Paths.POSTS);
        String id = rest.substring(0, rest.length() - Paths.SIMILAR.length());
        return revalidated(request, () -> {
            engine.post(id).orElseThrow(() -> noPost(id));
            return SearchJson.similar(id, engine.similar(id, size));
        });
    }

    private static ProblemException noPost(String id) {
        return Fault.of(Kind.NOT_FOUND, "No post has the id \"" + id + "\".").thrown();
    }

    private Answer revalidated(WebRequest request, Supplier<byte[]> json) {
        String content = request.path() + "?" + request.query();
        if (isKnown(request, content)) {
            return tagged(Answer.notModified(), engine.index(), content);
        }
        SearchResponse.IndexInfo index = engine.index();
        return tagged(Answer.of(Answer.JSON, gate.run(json)), index, content);
    }

    private boolean isKnown(WebRequest request, String content) {
        String known = request.header("If-None-Match");
        return !known.isEmpty() && EntityTag.matches(known, EntityTag.of(engine.index(), clock, content));
    }

    private Answer tagged(Answer answer, SearchResponse.IndexInfo index, String content) {
        return answer.with("ETag", EntityTag.of(index, clock, content)).with("Cache-Control", Answer.REVALIDATE);
    }
}
