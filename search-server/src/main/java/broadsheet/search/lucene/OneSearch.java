package broadsheet.search.lucene;

import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.lucene.retrieve.Retrieval;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Retrieval.Result;
import broadsheet.search.lucene.retrieve.Start;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.rules.OwnerRules;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.ExitableDirectoryReader;

/** One search from its request to its response, in five steps: ask, retrieve, describe each hit, count, answer. */
final class OneSearch {

    private final SearchRequest request;
    private final Reading reading;
    private final OwnerRules owner;
    private final Ranking ranking;
    private final long started = System.nanoTime();

    OneSearch(SearchRequest request, Reading reading, OwnerRules owner, Ranking ranking) {
        this.request = request;
        this.reading = reading;
        this.owner = owner;
        this.ranking = ranking;
    }

    SearchResponse response() throws IOException {
        try {
            return whole();
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            return SearchResponse.nothing(SearchResponse.Query.asTyped(request.text()), request, info(reading, owner))
                    .asPartial();
        }
    }

    /** All steps, each of which leaves out what its share of the budget does not allow. */
    private SearchResponse whole() throws IOException {
        reading.budget().beginSearch();
        Question question = ask();
        Start start = Cursor.start(request, reading, owner);
        Retrieval retrieval = new Retrieval(question.reading(), question.translation(), request, ranking, start);
        Result result = retrieval.run(owner.pins().posts(request));
        reading.budget().begin(Step.DESCRIBE);
        List<Hit> described = described(question, result.found());
        List<Hit> hits = request.explain() ? retrieval.explainer().explained(described, result.found()) : described;
        reading.budget().begin(Step.COUNT);
        return answer(question, start, result, hits, SearchCounts.of(request, reading, result.matches()));
    }

    private Question ask() throws IOException {
        return switch (request.syntax()) {
            case BOX -> BoxQuestion.of(request.text(), reading, owner, ranking);
            case LUCENE -> LuceneQuestion.of(request.text(), reading);
        };
    }

    private List<Hit> described(Question question, List<Found> page) throws IOException {
        StoredPosts posts = new StoredPosts(reading.reader());
        Copies copies = new Copies(reading, posts, request.foldCopies());
        return new HitMaker(reading, question.translation(), posts, copies).hits(page);
    }

    private SearchResponse answer(Question question, Start start, Result result, List<Hit> hits, SearchCounts counts)
            throws IOException {
        Offers offers = new Offers(start.hits() == 0, request, reading, owner, ranking);
        SearchResponse.Query query = new SearchResponse.Query(request.text(), question.read(), question.notes(),
                result.relaxed(), question.suggestion(), offers.spellings(question), offers.bylines(question));
        int shown = start.hits() + hits.size();
        Optional<String> next = hits.isEmpty() || shown >= result.hits()
                ? Optional.empty()
                : Optional.of(Cursor.behind(result.found().getLast(), shown, start.moment(), reading, owner)
                        .text(request));
        int page = 1 + start.hits() / request.size();
        int pages = (int) ((result.hits() + request.size() - 1) / request.size());
        return new SearchResponse(query, result.total(), result.totalAll(), reading.budget().isPartial(), page, pages,
                request.size(),
                request.sort(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), hits, counts.facets(),
                counts.timeline(), info(reading, owner), next);
    }

    /** Which index answers, and by which rules. */
    static IndexInfo info(Reading reading, OwnerRules owner) {
        return new IndexInfo(reading.view().number(), reading.view().built(), reading.posts(), owner.edition(),
                reading.zone());
    }
}
