package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.view.Budget;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * A quotation that Lucene looks up, or a word in headlines: as a bonus post by post, and no post has it that lacks one of its
 * words; as one of several clauses of which any is enough, all its posts before any is scored.
 */
record PhraseClause(LuceneClause phrase, List<Listed> words, Budget budget) implements Listed {

    @Override
    public float most() {
        return phrase.most();
    }

    @Override
    public boolean isDear() {
        return true;
    }

    @Override
    public Postings in(Segment segment) {
        return new OfPhrase(segment, phrase.in(segment));
    }

    @Override
    public Optional<Near> near(Segment segment) throws IOException {
        return words.isEmpty() ? Listed.super.near(segment) : Optional.of(Near.all(words, segment));
    }

    private final class OfPhrase implements Postings {
        private final Segment segment;
        private final Scores scores;
        private FixedBitSet all;

        OfPhrase(Segment segment, Scores scores) {
            this.segment = segment;
            this.scores = scores;
        }

        private FixedBitSet all() throws IOException {
            if (all == null) {
                all = segment.set();
                Scores fresh = phrase.in(segment);
                DocIdSetIterator posts = fresh.posts();
                for (int at = posts.nextDoc(); at != DocIdSetIterator.NO_MORE_DOCS; at = posts.nextDoc()) {
                    budget.count();
                    if (fresh.isConfirmed()) {
                        all.set(at);
                    }
                }
            }
            return all;
        }

        /** That of the rarest word, where words are known. */
        @Override
        public long cost() throws IOException {
            long least = words.isEmpty() ? phrase.in(segment).posts().cost() : Long.MAX_VALUE;
            for (Listed word : words) {
                least = Math.min(least, word.in(segment).cost());
            }
            return least;
        }

        @Override
        public DocIdSetIterator set() throws IOException {
            return new BitSetIterator(all(), all().cardinality());
        }

        @Override
        public float most(int from, int to) throws IOException {
            return phrase.most();
        }

        @Override
        public DocIdSetIterator posts() throws IOException {
            return scores.posts();
        }

        @Override
        public boolean isConfirmed() throws IOException {
            return scores.isConfirmed();
        }

        @Override
        public boolean isExact() {
            return scores.isExact();
        }

        @Override
        public boolean has(int document) throws IOException {
            return (all == null || all.get(document)) && scores.has(document);
        }

        @Override
        public float score() throws IOException {
            return scores.score();
        }
    }
}
