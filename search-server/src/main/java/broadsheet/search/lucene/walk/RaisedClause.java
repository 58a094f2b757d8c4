package broadsheet.search.lucene.walk;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** A word whose score is raised where a bonus is there as well, such as one in the headline: {@code sea} in "sea OR wall". */
record RaisedClause(Listed word, Clause bonus) implements Listed {

    @Override
    public float most() {
        return word.most() + bonus.most();
    }

    @Override
    public Postings in(Segment segment) throws IOException {
        return new Raised(word.in(segment), bonus.in(segment));
    }

    private static final class Raised implements Postings {
        private final Postings word;
        private final Scores bonus;
        private int document = -1;

        Raised(Postings word, Scores bonus) {
            this.word = word;
            this.bonus = bonus;
        }

        @Override
        public long cost() throws IOException {
            return word.cost();
        }

        @Override
        public DocIdSetIterator set() throws IOException {
            return word.set();
        }

        @Override
        public void addTo(FixedBitSet posts, int from, int to) throws IOException {
            word.addTo(posts, from, to);
        }

        @Override
        public float most(int from, int to) throws IOException {
            return word.most(from, to) + bonus.most(from, to);
        }

        @Override
        public DocIdSetIterator posts() throws IOException {
            return word.posts();
        }

        @Override
        public boolean has(int wanted) throws IOException {
            document = wanted;
            return word.has(wanted);
        }

        @Override
        public float score() throws IOException {
            int here = document < 0 ? word.posts().docID() : document;
            float score = word.score();
            return bonus.has(here) ? score + bonus.score() : score;
        }
    }
}
