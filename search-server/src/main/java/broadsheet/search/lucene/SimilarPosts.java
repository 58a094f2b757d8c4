package broadsheet.search.lucene;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.lucene.retrieve.EqualPosts;
import broadsheet.search.lucene.retrieve.Folding;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Budget.Step;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** Posts like a post, by its {@link TellingWords}. */
final class SimilarPosts {

    private final Reading reading;

    SimilarPosts(Reading reading) {
        this.reading = reading;
    }

    /** Those that were found until then where the budget is spent. */
    Similar like(int document, int size) throws IOException {
        reading.budget().beginSearch();
        reading.budget().begin(Step.MATCH);
        try {
            List<Hit> hits = hits(document, size);
            return new Similar(hits, reading.budget().isPartial());
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            return new Similar(List.of(), true);
        }
    }

    private List<Hit> hits(int document, int size) throws IOException {
        StoredPosts posts = new StoredPosts(reading.reader());
        PostView post = posts.view(document);
        Query query = TellingWords.of(post, posts.body(document), reading);
        List<Found> found = new ArrayList<>();
        Folding folding = new Folding(reading.view(), true);
        int depth = folding.depth(size + 1) + reading.stories().copiesOf(document);
        for (ScoreDoc hit : EqualPosts.byScore(query, depth, reading)) {
            if (hit.doc != document) {
                found.add(new Found(hit.doc, hit.score, true));
            }
        }
        List<Found> folded = folding.fold(List.of(new Found(document, 0, true)), found, true);
        reading.budget().begin(Step.DESCRIBE);
        Copies copies = new Copies(reading, posts, true);
        return new HitMaker(reading, Translation.NOTHING, posts, copies)
                .hits(folded.subList(0, Math.min(size, folded.size())));
    }
}
