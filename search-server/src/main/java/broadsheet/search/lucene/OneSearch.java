package broadsheet.search.lucene;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.Finding.Outcome;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.ExitableDirectoryReader;

/** One search from its request to its response, in three steps: ask, find, answer. */
final class OneSearch {

    private final Asking asking;
    private final Finding finding;
    private final SearchRequest request;
    private final Reading reading;
    private final long started = System.nanoTime();

    /** @param finding where the posts are */
    OneSearch(Asking asking, Finding finding) {
        this.asking = asking;
        this.finding = finding;
        this.request = asking.request();
        this.reading = asking.reading();
    }

    /** The answer; a partial one where the budget does not reach. */
    SearchResponse response() throws IOException {
        try {
            return whole();
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            return SearchResponse
                    .nothing(SearchResponse.Query.asTyped(request.text()), request, asking.index())
                    .asPartial();
        }
    }

    /** All steps, each of which leaves out what its share of the budget does not allow. */
    private SearchResponse whole() throws IOException {
        reading.budget().beginSearch();
        Question question = ask();
        Cursor cursor = Cursor.of(request, reading, asking.owner());
        return answer(question, cursor, finding.find(question, cursor));
    }

    private Question ask() throws IOException {
        return switch (request.syntax()) {
            case BOX -> BoxQuestion.of(request.text(), reading, asking.owner(), asking.ranking());
            case LUCENE -> LuceneQuestion.of(request.text(), reading);
        };
    }

    private SearchResponse answer(Question question, Cursor cursor, Outcome found) throws IOException {
        Offers offers = new Offers(cursor.hits() == 0, asking, finding);
        SearchResponse.Query query = new SearchResponse.Query(request.text(), question.read(), question.notes(),
                found.relaxed(), question.suggestion(), offers.spellings(question), offers.bylines(question));
        int shown = cursor.hits() + found.hits().size();
        Optional<String> next = found.hits().isEmpty() || shown >= found.hitsInAll()
                ? Optional.empty()
                : Optional.of(cursor.behind(shown, found.last()).text(request));
        int page = 1 + cursor.hits() / request.size();
        int pages = (int) ((found.hitsInAll() + request.size() - 1) / request.size());
        return new SearchResponse(query, found.total(), found.totalAll(), reading.budget().isPartial(), page, pages,
                request.size(), request.sort(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                found.hits(), found.counts().facets(), found.counts().timeline(), asking.index(), next);
    }
}
