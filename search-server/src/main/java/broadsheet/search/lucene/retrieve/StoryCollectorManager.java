package broadsheet.search.lucene.retrieve;

import broadsheet.copies.StoryTable;
import broadsheet.search.lucene.view.IdOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;

/**
 * Collects the best post of each of the best stories in one search: the least score worth looking at is that of the
 * last story, so that Lucene passes over what cannot get there. (To collect more posts and fold them afterwards was
 * tried: it made a query a fifth slower.)
 */
final class StoryCollectorManager implements CollectorManager<StoryCollectorManager.StoryCollector, List<ScoreDoc>> {

    private final Folding folding;
    private final int count;

    /** @param count how many stories */
    StoryCollectorManager(Folding folding, int count) {
        this.folding = folding;
        this.count = count;
    }

    /** Best first; of equal scores the first by its id. */
    private static Comparator<ScoreDoc> order(IdOrder ids) {
        return Comparator.comparingDouble((ScoreDoc hit) -> -hit.score).thenComparingInt(hit -> ids.place(hit.doc));
    }

    @Override
    public StoryCollector newCollector() {
        return new StoryCollector(folding, count);
    }

    /** Posts in order; a story may come again where several collectors worked. */
    @Override
    public List<ScoreDoc> reduce(Collection<StoryCollector> collectors) {
        List<ScoreDoc> all = new ArrayList<>();
        collectors.forEach(best -> all.addAll(best.hits));
        all.sort(order(folding.ids()));
        return all;
    }

    /** The best posts of one part of the index. */
    static final class StoryCollector extends SimpleCollector {
        private final Folding folding;
        private final int count;
        private final IdOrder ids;
        private final TreeSet<ScoreDoc> hits;
        private final Map<Integer, ScoreDoc> byStory = new HashMap<>();
        private int docBase;
        private Scorable scorer;
        private float least = -1;

        private StoryCollector(Folding folding, int count) {
            this.folding = folding;
            this.count = count;
            this.ids = folding.ids();
            this.hits = new TreeSet<>(order(ids));
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.TOP_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext segment) {
            docBase = segment.docBase;
        }

        @Override
        public void setScorer(Scorable value) throws IOException {
            scorer = value;
            if (hits.size() == count) {
                scorer.setMinCompetitiveScore(competitive());
            }
        }

        /** Of equal scores those that come later in an index in the order of ids have no place any more. */
        private float competitive() {
            return ids.isOfDocuments() ? Math.nextUp(least) : least;
        }

        @Override
        public void collect(int document) throws IOException {
            float score = scorer.score();
            if (score < least || ids.isOfDocuments() && score == least) {
                return;
            }
            ScoreDoc hit = new ScoreDoc(docBase + document, score);
            int story = folding.storyOf(hit.doc);
            ScoreDoc known = story == StoryTable.NONE ? null : byStory.get(story);
            if (known != null) {
                boolean better = hit.score > known.score
                        || hit.score == known.score && folding.comesBefore(hit.doc, known.doc);
                if (!better) {
                    return;
                }
                hits.remove(known);
            } else if (hit.score == least && ids.place(hit.doc) > ids.place(hits.last().doc)) {
                return;
            }
            if (story != StoryTable.NONE) {
                byStory.put(story, hit);
            }
            hits.add(hit);
            dropLast();
        }

        private void dropLast() throws IOException {
            if (hits.size() > count) {
                byStory.remove(folding.storyOf(hits.pollLast().doc));
            }
            if (hits.size() == count && hits.last().score > least) {
                least = hits.last().score;
                scorer.setMinCompetitiveScore(competitive());
            }
        }
    }
}
