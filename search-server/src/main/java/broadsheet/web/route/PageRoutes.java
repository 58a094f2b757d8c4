package broadsheet.web.route;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchEngine.StoredPost;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.web.api.SearchParameters;
import broadsheet.web.http.Answer;
import broadsheet.web.http.Fault;
import broadsheet.web.http.Fault.Kind;
import broadsheet.web.http.ProblemException;
import broadsheet.web.http.QueryString;
import broadsheet.web.http.Revalidation;
import broadsheet.web.http.WebRequest;
import broadsheet.web.limits.SearchGate;
import broadsheet.web.page.PageContext;
import broadsheet.web.page.SearchAddress;
import broadsheet.web.page.SearchPage;
import broadsheet.web.page.WayOut;
import broadsheet.web.page.WaysOut;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The pages for people. A parameter that cannot be used becomes a note, never an error. */
public final class PageRoutes {

    /** Ways out that are counted in any case. */
    private static final int FIRST_WAYS = 2;
    /** From the beginning of a request on; later no other ways out are counted. */
    private static final long WAYS_OUT_NANOS = 150_000_000;
    /** The form of {@code /advanced} has 14. */
    private static final int MOST_FIELDS = 50;

    private final SearchEngine engine;
    private final SearchGate gate;
    private final Revalidation revalidation;
    private final SearchPage page;
    private final Clock clock;

    public PageRoutes(SearchEngine engine, SearchGate gate, Revalidation revalidation, SearchPage page, Clock clock) {
        this.engine = engine;
        this.gate = gate;
        this.revalidation = revalidation;
        this.page = page;
        this.clock = clock;
    }

    /** The front page; with parameters, the results, since old links may lead here. */
    public Answer start(WebRequest request) {
        if (!request.query().withoutTrackers().names().isEmpty()) {
            return results(request);
        }
        SearchRequest newest = SearchRequest.of("");
        return revalidatedAnswer(request, "start", context -> {
            SearchResponse response = gate.search(newest, engine);
            return Answer.of(Answer.HTML, page.start(newest, response, context)).keptUnless(response.partial());
        });
    }

    public Answer results(WebRequest request) {
        SearchParameters.Given reading = SearchParameters.read(request.query().withoutTrackers(), Sort.RELEVANCE);
        Locale language = language(request);
        List<String> notes = reading.faults().stream()
                .map(fault -> page.ignored(language, fault.parameter(), fault.value(), fault.detail())).toList();
        String content = SearchAddress.query(reading.request()) + " " + notes;
        SearchRequest search = reading.request();
        return revalidatedAnswer(request, content,
                context -> gate.run(search, () -> results(search, notes, context)))
                .with("X-Robots-Tag", "noindex, follow");
    }

    public Answer similar(WebRequest request) {
        String id = request.query().first("id").orElse("");
        return revalidatedAnswer(request, id, context -> {
            StoredPost post = engine.post(id)
                    .orElseThrow(() -> Fault.of(Kind.NOT_FOUND, "No post has this name.").thrown());
            Similar similar = gate.run(() -> engine.similar(id, SearchParameters.DEFAULT_SIZE));
            return Answer.of(Answer.HTML, page.similar(post.post(), similar, context.in(engine.index().zone())))
                    .keptUnless(similar.partial());
        }).with("X-Robots-Tag", "noindex, follow");
    }

    /** The post with this address on its site; results lead here where they do not lead to the site. */
    public Answer post(WebRequest request) {
        boolean forPrograms = request.path().startsWith("/api/") || request.path().startsWith("/admin/");
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        if (forPrograms || !reads) {
            throw nothing();
        }
        StoredPost post = engine.postAt(request.path()).orElseThrow(PageRoutes::nothing);
        return revalidated(request, "post",
                context -> page.post(post.post(), post.body(), context.in(engine.index().zone())))
                .with("X-Robots-Tag", "noindex, follow");
    }

    private static ProblemException nothing() {
        return Fault.of(Kind.NOT_FOUND, "Nothing has this address.").thrown();
    }

    public Answer tips(WebRequest request) {
        return revalidated(request, "tips", page::tips);
    }

    /** The form; filled in, it leads to the search that it describes. */
    public Answer advanced(WebRequest request) {
        QueryString query = request.query().withoutTrackers();
        if (query.names().isEmpty()) {
            return revalidated(request, "advanced", page::advanced);
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        query.names().stream().limit(MOST_FIELDS).forEach(name -> fields.put(name, query.all(name)));
        return Answer.of(Answer.TEXT, "").status(303).with("Location", page.advancedTarget(fields))
                .with("Cache-Control", "no-store");
    }

    public Answer error(WebRequest request, Fault fault) {
        String html = page.error(fault.kind().status, fault.kind().title, fault.detail(), context(request, List.of()));
        return Answer.of(Answer.HTML, html);
    }

    /**
     * One place in the gate covers all of this, which may be 13 searches: the search itself, once more from page 1
     * where its cursor is of an old index, once more at the last page where it asked for a later one, and up to 10
     * counts of {@link WaysOut} where nothing was found; together they have the budget of one. A place for each would let
     * a page wait in the middle.
     */
    private Answer results(SearchRequest search, List<String> notes, PageContext context) {
        long began = System.nanoTime();
        SearchRequest asked = search;
        List<String> all = new ArrayList<>(notes);
        SearchResponse response;
        try {
            response = engine.search(asked);
        } catch (SearchException.BadCursor e) {
            all.add(page.lostPlace(context.language()));
            asked = search.withPage(1);
            response = engine.search(asked);
        }
        if (asked.cursor().isEmpty() && response.pages() > 0 && asked.page() > response.pages()) {
            all.add(page.pastTheEnd(context.language(), asked.page(), response.pages()));
            asked = asked.withPage(response.pages());
            response = engine.search(asked);
        }
        gate.seen(response);
        AtomicInteger counted = new AtomicInteger();
        AtomicBoolean cut = new AtomicBoolean(response.partial());
        List<WayOut> waysOut = response.totalAll() > 0 || response.partial()
                ? List.of()
                : WaysOut.of(asked, wider -> {
                    boolean late = counted.getAndIncrement() >= FIRST_WAYS
                            && System.nanoTime() - began > WAYS_OUT_NANOS;
                    cut.compareAndSet(false, late);
                    return late ? 0 : count(wider, cut);
                });
        return Answer.of(Answer.HTML, page.results(asked, response,
                new PageContext(context.language(), context.now(), all, waysOut, response.index().zone())))
                .keptUnless(cut.get());
    }

    private long count(SearchRequest wider, AtomicBoolean cut) {
        SearchResponse response = engine.search(wider.counting());
        cut.compareAndSet(false, response.partial());
        // A number that is too low is no offer.
        return response.partial() ? 0 : response.total();
    }

    private Answer revalidated(WebRequest request, String content, Function<PageContext, String> html) {
        return revalidatedAnswer(request, content, context -> Answer.of(Answer.HTML, html.apply(context)));
    }

    private Answer revalidatedAnswer(WebRequest request, String content, Function<PageContext, Answer> made) {
        PageContext context = context(request, List.of());
        String whole = request.path() + " " + context.language().toLanguageTag() + " " + content;
        return revalidation.answer(request, whole, () -> made.apply(context))
                .with("Vary", "Accept-Encoding, Accept-Language");
    }

    private PageContext context(WebRequest request, List<String> notes) {
        return new PageContext(language(request), clock.instant(), notes, List.of(), ZoneId.of("UTC"));
    }

    private Locale language(WebRequest request) {
        return page.languageFor(request.header("Accept-Language"));
    }
}
