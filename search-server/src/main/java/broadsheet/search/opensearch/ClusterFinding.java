package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.search.Hit;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.Asking;
import broadsheet.search.lucene.Cursor;
import broadsheet.search.lucene.Finding;
import broadsheet.search.lucene.Question;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.opensearch.ClusterRetrieval.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;
import tools.jackson.databind.JsonNode;

/** On a cluster: retrieve, describe each hit, count. */
record ClusterFinding(Asking asking, ClusterSearcher searcher, PageIndex.Makers makers) implements Finding {

    @Override
    public Outcome find(Question question, Cursor cursor) throws IOException {
        SearchRequest request = asking.request();
        asking.reading().budget().begin(Step.MATCH);
        PageQueries queries = new PageQueries(asking, searcher, question.translation(),
                Optional.of(cursor.moment()));
        ClusterCounts counts = new ClusterCounts(searcher, request, asking.reading().zone());
        Result result = new ClusterRetrieval(searcher.posts(), queries, counts,
                question.translation().any().isPresent(), cursor).run(asking.owner().pins().posts(request));
        asking.reading().budget().begin(Step.DESCRIBE);
        List<Hit> hits = described(question.translation(), queries, result.page());
        asking.reading().budget().begin(Step.COUNT);
        return new Outcome(hits, result.total(), result.totalAll(), result.hits(), result.relaxed(),
                counts.of(result.counts(), result.counted()),
                result.page().isEmpty() ? "" : LastHit.text(result.page().getLast()));
    }

    /** Hits with their marks, and the other posts of their stories. */
    List<Hit> described(Translation marked, PageQueries queries, List<ClusterHit> found) throws IOException {
        if (found.isEmpty()) {
            return List.of();
        }
        StoryCopies copies = new StoryCopies(searcher.posts(), queries);
        List<ClusterHit> page = copies.told(found);
        List<JsonNode> kept = new ArrayList<>();
        page.forEach(hit -> kept.add(hit.source()));
        kept.addAll(copies.others());
        try (PageIndex index = PageIndex.of(kept, asking.reading(), makers)) {
            List<Hit> hits = index.described(page, marked, queries.request().foldCopies());
            return queries.request().explain() ? index.explained(hits, page, queries::explainer) : hits;
        }
    }

    @Override
    public List<FacetCount> authors(Query posts) throws IOException {
        return searcher.values().of(searcher.json(posts), PostFields.AUTHOR);
    }
}
