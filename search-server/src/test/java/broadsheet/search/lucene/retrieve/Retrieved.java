package broadsheet.search.lucene.retrieve;

import broadsheet.query.QueryParser;
import broadsheet.search.Filters;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Retrieval.Result;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Retrieval over an index: how the classes of this room are made stands here and nowhere else in its tests. */
final class Retrieved {

    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private Retrieved() {}

    /** A page of a number of hits for a text in the box syntax, copies folded, by relevance. */
    static SearchRequest request(String text, int size) {
        return SearchRequest.of(text).plain().withSize(size);
    }

    static SearchRequest sorted(SearchRequest request, SearchRequest.Sort sort) {
        return request.withSort(sort);
    }

    static SearchRequest unfolded(SearchRequest request) {
        return request.withFoldCopies(false);
    }

    static SearchRequest filtered(SearchRequest request, Filters filters) {
        return request.withFilters(filters);
    }

    private static Reading reading(IndexOfPosts index) {
        return Reading.of(index.view(), index.analyses(), NOW, Budget.begin(Budget.Limits.NONE));
    }

    static Translation translation(IndexOfPosts index, String text) throws IOException {
        return new QueryTranslator(reading(index), Ranking.DEFAULT).translate(QueryParser.parse(text).root());
    }

    static Retrieval retrieval(IndexOfPosts index, SearchRequest request) throws IOException {
        return retrieval(index, request, Start.first(NOW));
    }

    private static Retrieval retrieval(IndexOfPosts index, SearchRequest request, Start start) throws IOException {
        return new Retrieval(reading(index), translation(index, request.text()), request, Ranking.DEFAULT, start);
    }

    /** The first page. */
    static Result run(IndexOfPosts index, SearchRequest request, String... pins) throws IOException {
        return retrieval(index, request).run(List.of(pins));
    }

    /** A page that begins behind a number of hits. */
    static Result run(IndexOfPosts index, SearchRequest request, int hits, String... pins) throws IOException {
        return retrieval(index, request, new Start(hits, NOW, Optional.empty())).run(List.of(pins));
    }

    /** A page that begins behind a hit, before which there are some others. */
    static Result behind(IndexOfPosts index, SearchRequest request, int hits, Found last, String... pins)
            throws IOException {
        return retrieval(index, request, new Start(hits, NOW, Optional.of(Start.After.of(last)))).run(List.of(pins));
    }

    static Recency recency() {
        return new Recency(Ranking.DEFAULT, NOW);
    }

    static Folding folding(IndexOfPosts index, boolean folds) {
        return new Folding(index.view(), folds);
    }

    /** The ids of found posts; one that lacks words ends in ?, one that the owner pinned begins with !. */
    static String ids(IndexOfPosts index, List<Found> found) throws IOException {
        List<String> ids = new ArrayList<>();
        for (Found post : found) {
            ids.add((post.pinned() ? "!" : "") + index.id(post.document()) + (post.complete() ? "" : "?"));
        }
        return String.join(" ", ids);
    }

    static String ids(IndexOfPosts index, Result result) throws IOException {
        return ids(index, result.found());
    }
}
