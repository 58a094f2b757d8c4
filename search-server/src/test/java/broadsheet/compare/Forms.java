package broadsheet.compare;

import static broadsheet.compare.Request.encoded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** In how many ways a query is asked besides the plain one; each query takes some of them in turn. */
final class Forms {

    private static final String SEARCH = "/api/v1/search?q=";
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "zh", "it, fr;q=0.5", "xx");

    private final List<Function<Question, Optional<Request>>> all = new ArrayList<>();

    Forms() {
        parameters();
        operators();
        filters();
        pages();
        others();
    }

    /** Those of one query: that many, and the next ones for the next query. A form may have nothing to ask. */
    List<Request> of(Question question, int count) {
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int form = (int) (((long) question.number() * count + i) % all.size());
            all.get(form).apply(question).ifPresent(requests::add);
        }
        return requests;
    }

    private void parameters() {
        for (String parameters : List.of("&page=2", "&page=3&size=20", "&sort=newest", "&sort=oldest&copies=all",
                "&copies=all&facets=none", "&explain=true", "&explain=true&page=2&size=3", "&facets=year,author&size=1",
                "&size=100")) {
            all.add(q -> search(parameters, q.text(), parameters));
        }
    }

    private void operators() {
        typed("phrase", q -> '"' + q.first(2, " ") + '"');
        typed("phrase of all", q -> '"' + q.text() + '"');
        typed("beginning*", q -> q.beginning() + "*");
        typed("pattern", q -> q.longest().replaceFirst("(?<=..)\\p{L}", "?"));
        typed("slip", Question::slip);
        typed("slip~", q -> q.longest() + "~");
        typed("OR", q -> q.first(4, " OR "));
        typed("AND", q -> "(" + q.first(2, " AND ") + ") OR " + q.longest());
        typed("exclusion", q -> q.first(2, " ") + " -" + q.longest());
        typed("only exclusion", q -> "-" + q.longest());
        typed("NEAR", q -> q.first(3, " NEAR/9 "));
        typed("PRE", q -> q.first(2, " PRE/5 "));
        typed("sentence", q -> q.first(2, " /s ") + " " + q.longest());
        typed("paragraph", q -> q.first(2, " /p "));
        typed("fields",
                q -> "title:" + q.longest() + " OR body:\"" + q.first(2, " ") + "\" OR lead:(" + q.text() + ")");
        typed("dates in the text", q -> q.first(2, " ") + " after:2002-03 before:2019");
        typed("capitals", q -> q.text().toUpperCase(Locale.ROOT));
        typed("broken", q -> "(" + q.first(3, " AND OR ") + " \"" + q.longest() + " NOT");
        typed("long", q -> (q.text() + " ").repeat(12));
    }

    private void typed(String kind, Function<Question, String> text) {
        all.add(q -> search(kind, text.apply(q), ""));
        // Why a post is found says more than that it is.
        all.add(q -> search(kind + ", explained", text.apply(q), "&explain=true&size=5"));
    }

    private void filters() {
        all.add(q -> search("from, to", q.text(), "&from=2002-05&to=2018-12-31"));
        for (String name : List.of("category", "author", "tag", "lang")) {
            all.add(q -> q.facet(name).flatMap(value -> search(name, q.text(), "&" + name + "=" + encoded(value))));
            all.add(q -> q.facet(name).flatMap(
                    value -> search("without " + name, q.first(2, " "), "&" + name + "=-" + encoded(value))));
        }
        all.add(q -> search("several filters", q.text(), several(q)));
        all.add(q -> page("page, several filters", "/search?q=" + encoded(q.text()) + several(q), q));
        all.add(q -> page("page, several filters without hits",
                "/search?q=" + encoded(q.text()) + several(q) + "&category=nowhere&tag=nothing", q));
        all.add(q -> search("lucene", q.text(), "&syntax=lucene"));
        all.add(q -> search("lucene operators",
                "+title:" + q.beginning() + "* \"" + q.first(2, " ") + "\"~3 " + q.longest() + "~1^2",
                "&syntax=lucene&explain=true"));
    }

    private static String several(Question question) {
        return "&author=-nobody&lang=en&lang=de&tag=-none"
                + question.facet("category").map(value -> "&category=" + encoded(value)).orElse("") + "&to=2024";
    }

    private void pages() {
        for (String parameters : List.of("", "&page=2", "&explain=true", "&sort=newest&copies=all", "&page=99",
                "&sort=wrong&odd=1", "&from=2003&to=2010")) {
            all.add(q -> page("page " + parameters, "/search?q=" + encoded(q.text()) + parameters, q));
        }
        all.add(q -> page("page, slip", "/search?q=" + encoded(q.slip()), q));
        all.add(q -> page("page, phrase", "/search?q=" + encoded('"' + q.text() + '"'), q));
        all.add(q -> q.hit().flatMap(
                hit -> page("page, similar", "/similar?id=" + encoded(hit.path("id").asString()), q)));
        all.add(q -> q.hit().map(hit -> hit.path("url").asString()).filter(url -> url.startsWith("/"))
                .flatMap(url -> page("page, post", url, q)));
    }

    private void others() {
        for (String path : List.of("/search.atom", "/search.json", "/search.csv")) {
            all.add(q -> other(path, path + "?q=" + encoded(q.text())));
            all.add(q -> other(path + ", relevance",
                    path + "?q=" + encoded(q.first(3, " ")) + "&sort=relevance&size=30"));
        }
        all.add(q -> other("suggest", "/api/v1/suggest?q=" + encoded(q.typedSoFar())));
        all.add(q -> other("suggest, 20", "/api/v1/suggest?size=20&q=" + encoded(q.beginning())));
        all.add(q -> other("suggest, slip", "/api/v1/suggest?q=" + encoded(q.slip())));
        all.add(q -> other("suggest for browsers", "/suggest?q=" + encoded(q.typedSoFar())));
        all.add(q -> q.hit().flatMap(hit -> other("post", "/api/v1/posts/" + id(hit.path("id").asString()))));
        all.add(q -> q.hit().flatMap(
                hit -> other("similar", "/api/v1/posts/" + id(hit.path("id").asString()) + "/similar?size=20")));
    }

    private static String id(String id) {
        return encoded(id).replace("+", "%20").replace("%2F", "/");
    }

    private static Optional<Request> search(String kind, String text, String parameters) {
        return other(kind, SEARCH + encoded(text) + parameters);
    }

    private static Optional<Request> page(String kind, String path, Question question) {
        return Optional.of(Request.page(kind, path, LANGUAGES.get(question.number() % LANGUAGES.size())));
    }

    private static Optional<Request> other(String kind, String path) {
        return Optional.of(Request.get(kind, path));
    }
}
