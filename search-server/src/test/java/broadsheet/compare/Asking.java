package broadsheet.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks two servers the same, and reports where they answer differently. */
final class Asking {

    /** How often both are asked before a difference counts: their clocks differ by the time that a request takes. */
    private static final int TIMES = 3;
    /** Forms of each query, besides the plain one. */
    private static final int FORMS = 3;
    private static final int DEEP_STEPS = 3;
    private static final List<String> FIXED = List.of("/", "/tips", "/advanced", "/opensearch.xml", "/openapi.yaml",
            "/style.css", "/search.js", "/embed/v1/search.js", "/favicon.svg", "/healthz", "/readyz", "/nothing/here",
            "/similar?id=nothing", "/api/v1/posts/nothing", "/api/v1/posts/nothing/similar", "/api/v1/nothing",
            "/api/v1/search", "/api/v1/search?q=&page=2&facets=none", "/api/v1/search?sort=best&size=0&odd=1",
            "/api/v1/search?q=a&from=2010&to=2001", "/api/v1/search?q=a&cursor=wrong",
            "/api/v1/search?q=(a&syntax=lucene", "/api/v1/search?q=a&page=101", "/api/v1/suggest?q=a&size=99",
            "/search?q=", "/search?q=a&page=0&from=x", "/advanced?all=sea+wall&phrase=old+town&none=ferry",
            "/search.atom?odd=1", "/search.csv?q=", "/problems/bad-parameter", "/problems/not-found", "/problems/x");

    private final RunningJar before;
    private final RunningJar after;
    private final Report report;
    private final JsonMapper json = new JsonMapper();

    Asking(RunningJar before, RunningJar after, Report report) {
        this.before = before;
        this.after = after;
        this.report = report;
    }

    /** Each query plainly and in some other forms. */
    void all(List<String> queries) {
        Forms forms = new Forms();
        for (int i = 0; i < queries.size(); i++) {
            JsonNode answer = plain(queries.get(i));
            forms.of(new Question(i, queries.get(i), answer), FORMS).forEach(this::ask);
        }
    }

    /** A query as a program asks it, with all counts. */
    JsonNode plain(String query) {
        Answer answer = ask(Request.get("plain", "/api/v1/search?q=" + Request.encoded(query)));
        return json.readTree(answer.text());
    }

    /** What no query is needed for: documents, faults, empty searches, methods. */
    void fixed() {
        for (String path : FIXED) {
            ask(Request.get("fixed", path));
            ask(Request.page("fixed, for people", path, "de"));
        }
        for (String method : List.of("HEAD", "POST", "DELETE")) {
            ask(new Request("fixed", method, "/api/v1/search?q=a", "en", "*/*"));
        }
        ask(new Request("fixed", "POST", "/admin/rebuild", "en", "*/*"));
    }

    /** Goes on behind the last page by cursor. */
    void deep(String query) {
        String next = "/api/v1/search?size=100&page=10&q=" + Request.encoded(query);
        for (int i = 0; i < DEEP_STEPS && !next.isEmpty(); i++) {
            Answer answer = ask(Request.get("by cursor", next));
            next = json.readTree(answer.text()).path("links").path("next")
                    .asString("");
        }
    }

    /** The first server's answer. */
    Answer ask(Request request) {
        List<Both> asked = new ArrayList<>();
        do {
            asked.add(askBoth(request));
        } while (!asked.getLast().areEqual() && asked.size() < TIMES);
        Both first = asked.getFirst();
        if (first.areEqual()) {
            report.equal(request.kind());
        } else if (asked.getLast().areEqual()) {
            report.unsteady(request.kind(), request.toString(), first.one().whole(), first.other().whole());
        } else {
            report.different(request.kind(), request.toString(), first.one().whole(), first.other().whole());
        }
        return asked.getLast().one();
    }

    private record Both(Answer one, Answer other) {
        boolean areEqual() {
            return one.equals(other);
        }
    }

    private Both askBoth(Request request) {
        CompletableFuture<Answer> one = before.ask(request);
        CompletableFuture<Answer> other = after.ask(request);
        return new Both(one.join(), other.join());
    }
}
