package broadsheet.search.lucene.walk;

import broadsheet.index.lucene.grams.CommonGrams.Gram;
import broadsheet.index.lucene.grams.GramPosts;
import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** A quotation of two common words, whose posts are known since the index was built. */
record GramClause(Gram gram, String field, SimScorer scorer) implements Listed {

    @Override
    public float most() {
        return gram.count() == 0 ? 0 : scorer.score(gram.most(), 1);
    }

    @Override
    public Postings in(Segment segment) throws IOException {
        return new OfGram(segment, segment.lengths(field));
    }

    private final class OfGram implements Postings {
        private final Segment segment;
        private final Segment.Lengths lengths;
        private GramPosts posts;

        OfGram(Segment segment, Segment.Lengths lengths) {
            this.segment = segment;
            this.lengths = lengths;
        }

        @Override
        public long cost() {
            return gram.count();
        }

        @Override
        public GramPosts posts() {
            if (posts == null) {
                posts = fresh();
            }
            return posts;
        }

        private GramPosts fresh() {
            return gram.posts(segment.context().docBase, segment.reader().maxDoc());
        }

        @Override
        public DocIdSetIterator set() {
            return fresh();
        }

        @Override
        public float most(int from, int to) {
            return GramClause.this.most();
        }

        @Override
        public boolean has(int document) throws IOException {
            GramPosts at = posts();
            return (at.docID() < document ? at.advance(document) : at.docID()) == document;
        }

        @Override
        public float score() throws IOException {
            return scorer.score(posts.freq(), lengths.of(posts.docID()));
        }
    }
}
