package broadsheet.search.lucene;

import broadsheet.search.Hit;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.retrieve.Retrieval;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Retrieval.Result;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.Query;

/** In the postings of a folder: retrieve, describe each hit, count. */
record LuceneFinding(Asking asking) implements Finding {

    @Override
    public Outcome find(Question question, Cursor cursor) throws IOException {
        SearchRequest request = asking.request();
        Reading reading = asking.reading();
        Retrieval retrieval = new Retrieval(question.reading(), question.translation(), request, asking.ranking(),
                cursor.start(request, reading));
        Result result = retrieval.run(asking.owner().pins().posts(request));
        reading.budget().begin(Step.DESCRIBE);
        List<Hit> described = described(question, result.found());
        List<Hit> hits = request.explain() ? retrieval.explainer().explained(described, result.found()) : described;
        reading.budget().begin(Step.COUNT);
        return new Outcome(hits, result.total(), result.totalAll(), result.hits(), result.relaxed(),
                SearchCounts.of(request, reading, result.matches()),
                hits.isEmpty() ? "" : After.of(result.found().getLast()).text());
    }

    private List<Hit> described(Question question, List<Found> page) throws IOException {
        StoredPosts posts = new StoredPosts(asking.reading().reader());
        Copies copies = new Copies(asking.reading(), posts, asking.request().foldCopies());
        return new HitMaker(asking.reading(), question.translation(), posts, copies).hits(page);
    }

    @Override
    public List<FacetCount> authors(Query posts) throws IOException {
        return SearchCounts.authors(asking.reading(), posts);
    }
}
