package broadsheet.web.route;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.web.api.PostJson;
import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Edge;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.Paths;
import broadsheet.web.http.ProblemException;
import broadsheet.web.http.Revalidation;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.SearchGate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The endpoint for programs: single posts, posts like them, completions. */
public final class PostRoutes {

    private static final int MAX_SUGGESTIONS = 20;

    private final SearchEngine engine;
    private final SearchGate gate;
    private final Revalidation revalidation;

    public PostRoutes(SearchEngine engine, SearchGate gate, Revalidation revalidation) {
        this.engine = engine;
        this.gate = gate;
        this.revalidation = revalidation;
    }

    public Answer suggest(WebRequest request) {
        return suggestions(request, Answer.JSON, PostJson::suggestions);
    }

    /** The same completions in the form that browsers' address bars read (OpenSearch suggestions 1.0). */
    public Answer suggestForBrowsers(WebRequest request) {
        return suggestions(request, "application/x-suggestions+json", PostJson::browserSuggestions);
    }

    public Answer post(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of());
        String id = request.pathAfter(Paths.POSTS);
        return json(request, Answer.JSON,
                () -> PostJson.of(engine.post(id).orElseThrow(() -> noPost(id))));
    }

    public Answer similar(WebRequest request) {
        SearchParameters.allowOnly(request.query(), Set.of("size"));
        int size = SearchParameters.number(request.query(), "size", 5, SearchParameters.MAX_SIZE);
        String rest = request.pathAfter(Paths.POSTS);
        String id = rest.substring(0, rest.length() - Paths.SIMILAR.length());
        return revalidation.answer(request, request.path() + "?" + request.query(), () -> {
            Similar similar = gate.run(() -> {
                engine.post(id).orElseThrow(() -> noPost(id));
                return engine.similar(id, size);
            });
            return Answer.of(Answer.JSON, PostJson.similar(id, similar)).keptUnless(similar.partial());
        });
    }

    private interface SuggestionsForm {
        byte[] of(String text, List<Suggestion> suggestions);
    }

    private Answer suggestions(WebRequest request, String type, SuggestionsForm form) {
        SearchParameters.allowOnly(request.query(), Set.of("q", "size"));
        int size = SearchParameters.number(request.query(), "size", 8, MAX_SUGGESTIONS);
        String text = request.query().text("q");
        String content = request.path() + "?" + request.query() + " " + engine.state().completions();
        return json(request, content, type, () -> form.of(text, engine.suggest(text, size)));
    }

    private static ProblemException noPost(String id) {
        return Fault.of(Kind.NOT_FOUND, "No post has the id \"" + Edge.printable(id) + "\".").thrown();
    }

    private Answer json(WebRequest request, String type, Supplier<byte[]> json) {
        return json(request, request.path() + "?" + request.query(), type, json);
    }

    private Answer json(WebRequest request, String content, String type, Supplier<byte[]> json) {
        return revalidation.answer(request, content, () -> Answer.of(type, gate.run(json)));
    }
}
