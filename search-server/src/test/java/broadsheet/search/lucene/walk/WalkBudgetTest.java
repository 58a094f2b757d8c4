package broadsheet.search.lucene.walk;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.FilterCollector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A walk whose budget is used up keeps what it has found. */
class WalkBudgetTest {

    @TempDir
    Path folder;

    private static final int MEGABYTES = 16;

    /** Uses up the budget when a segment is opened. */
    private static final class Hungry implements CollectorManager<Collector, TopDocs> {
        private final BestInAnyOrder best = new BestInAnyOrder(10, null);

        @Override
        public Collector newCollector() {
            return new FilterCollector(best.newCollector()) {
                @Override
                public LeafCollector getLeafCollector(LeafReaderContext segment) throws IOException {
                    byte[] eaten = new byte[(MEGABYTES + 1) << 20];
                    return eaten[0] == 0 ? super.getLeafCollector(segment) : null;
                }
            };
        }

        @Override
        public TopDocs reduce(Collection<Collector> collectors) {
            return best.reduce(List.of());
        }
    }

    private static Query of(Query one, Occur occur, Query other, Occur otherOccur) {
        return new BooleanQuery.Builder().add(one, occur).add(other, otherOccur).build();
    }

    /** Ends at the first question to the budget, in the midst of a segment of 3,000 posts, whatever the question. */
    @Test
    void whatWasFoundUntilTheBudgetIsSpentCounts() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            posts.add(IndexOfPosts.post("p" + i, "en", "Harbour", "the harbour wall of the mayor " + i).build());
        }
        try (IndexOfPosts index = IndexOfPosts.of(folder, posts)) {
            Query wall = new TermQuery(new Term("all_en", "wall"));
            Query quoted = new PhraseQuery("exact", "harbour", "wall");
            Query nowhere = new PhraseQuery("exact", "wall", "harbour");
            Query mayor = new TermQuery(new Term("all_en", "mayor"));
            for (Query question : List.of(of(wall, Occur.MUST, mayor, Occur.MUST),
                    of(wall, Occur.MUST, quoted, Occur.MUST), of(wall, Occur.MUST, nowhere, Occur.MUST),
                    of(wall, Occur.MUST, nowhere, Occur.MUST_NOT), of(wall, Occur.MUST, quoted, Occur.FILTER))) {
                Budget budget = Budget.begin(
                        new Budget.Limits(Duration.ofHours(1), Duration.ofHours(1), MEGABYTES << 20));
                Reading reading = Reading.of(index.view(), index.analyses(), Instant.now(), budget);
                Walk.Result<TopDocs> walked = Walk.of(question, reading, ExtraOfTests.EXTRA).orElseThrow()
                        .run(new Hungry(), Optional.empty());
                assertTrue(budget.isPartial(), question.toString());
                boolean isCountedFirst = question.toString().indexOf('"') < 0;
                assertTrue(isCountedFirst || walked.matches().count() < 3_000, question.toString());
                assertTrue(walked.best().scoreDocs.length <= walked.matches().count(), question.toString());
            }
        }
    }
}
