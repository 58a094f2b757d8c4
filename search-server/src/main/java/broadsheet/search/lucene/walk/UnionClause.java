package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** Words of which any is enough, such as one word in several spellings; their scores are added up. */
record UnionClause(List<Listed> words) implements Listed {

    @Override
    public float most() {
        double most = 0;
        for (Listed word : words) {
            most += word.most();
        }
        return (float) most;
    }

    @Override
    public Postings in(Segment segment) throws IOException {
        Postings[] lists = new Postings[words.size()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = words.get(i).in(segment);
        }
        return new Union(lists, segment);
    }

    private static final class Union implements Postings {
        private final Postings[] lists;
        private final Segment segment;
        private FixedBitSet all;
        private DocIdSetIterator walked;
        private int scored = -1;
        private boolean there;
        private float score;

        Union(Postings[] lists, Segment segment) {
            this.lists = lists;
            this.segment = segment;
        }

        @Override
        public long cost() throws IOException {
            long cost = 0;
            for (Postings list : lists) {
                cost += list.cost();
            }
            return cost;
        }

        @Override
        public DocIdSetIterator set() throws IOException {
            if (all == null) {
                all = segment.set();
                addTo(all, 0, all.length());
            }
            return new BitSetIterator(all, cost());
        }

        @Override
        public void addTo(FixedBitSet posts, int from, int to) throws IOException {
            for (Postings list : lists) {
                list.addTo(posts, from, to);
            }
        }

        @Override
        public float most(int from, int to) throws IOException {
            double most = 0;
            for (Postings list : lists) {
                most += list.most(from, to);
            }
            return (float) most;
        }

        @Override
        public DocIdSetIterator posts() throws IOException {
            if (walked == null) {
                walked = set();
            }
            return walked;
        }

        @Override
        public boolean has(int document) throws IOException {
            if (document != scored) {
                scored = document;
                there = false;
                double sum = 0;
                for (Postings list : lists) {
                    if (list.has(document)) {
                        there = true;
                        sum += list.score();
                    }
                }
                score = (float) sum;
            }
            return there;
        }

        @Override
        public float score() throws IOException {
            if (walked != null) {
                has(walked.docID());
            }
            return score;
        }
    }
}
