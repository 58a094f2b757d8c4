package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.match.AnyTermQuery;
import broadsheet.search.lucene.match.TermPostings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/**
 * The words of a pattern, scored as one word that stands wherever any of them does. There may be many of them in nearly
 * every post, so that they are counted list by list for some posts together, and only for posts that are looked at.
 *
 * @param any all words; a post that has none of the scored ones has no score
 * @param words those that are scored
 * @param boost that of the scorer
 */
record PatternClause(AnyTermQuery any, List<Term> words, SimScorer scorer, float boost, Bounds known)
        implements
            Listed {

    private static final int TOGETHER = PatternBounds.GROUP;

    /** What is known of the scores of a pattern's words, by group of a segment's posts. */
    @FunctionalInterface
    interface Bounds {
        float[] of(Segment segment, List<Term> words, float boost);
    }

    @Override
    public float most() {
        return scorer.score(Float.MAX_VALUE, 1);
    }

    @Override
    public Postings in(Segment segment) throws IOException {
        return new OfPattern(segment, any.in(segment.context()));
    }

    private final class OfPattern implements Postings {
        private final Segment segment;
        private final TermPostings all;
        private final Segment.Lengths lengths;
        /** By group, see {@link PatternBounds}. */
        private final float[] greatest;
        private final int[] times = new int[TOGETHER];
        /** The first post of those that were counted together, and the one behind the last. */
        private int from;
        private int to;
        private PostingsEnum[] lists = {};
        private boolean opened;
        /** Lengths are read in rising order, and those of a group before its posts are asked for. */
        private Segment.Lengths ahead;
        private DocIdSetIterator walked;
        private int asked;

        OfPattern(Segment segment, TermPostings all) throws IOException {
            this.segment = segment;
            this.all = all;
            this.lengths = segment.lengths(any.field());
            this.greatest = known.of(segment, words, boost);
        }

        @Override
        public long cost() {
            return all.count();
        }

        @Override
        public DocIdSetIterator set() {
            return all.documents();
        }

        @Override
        public float most(int first, int end) {
            if (greatest.length == 0) {
                return PatternClause.this.most();
            }
            float most = 0;
            for (int group = first / TOGETHER; group <= (end - 1) / TOGETHER; group++) {
                if (Float.isNaN(greatest[group])) {
                    return PatternClause.this.most();
                }
                most = Math.max(most, greatest[group]);
            }
            return most;
        }

        @Override
        public DocIdSetIterator posts() {
            if (walked == null) {
                walked = set();
            }
            return walked;
        }

        @Override
        public boolean has(int document) {
            asked = document;
            return all.has(document);
        }

        @Override
        public float score() throws IOException {
            int document = walked == null ? asked : walked.docID();
            if (document >= to) {
                count(document);
            }
            int found = times[document - from];
            return found == 0 ? 0 : scorer.score(found, lengths.of(document));
        }

        /** How often the words stand in the posts around one. */
        private void count(int document) throws IOException {
            open();
            from = document & -TOGETHER;
            to = from + TOGETHER;
            Arrays.fill(times, 0);
            for (PostingsEnum list : lists) {
                int at = list.docID() < from ? list.advance(from) : list.docID();
                while (at < to) {
                    times[at - from] += list.freq();
                    at = list.nextDoc();
                }
            }
            int group = document / TOGETHER;
            if (greatest.length > 0 && Float.isNaN(greatest[group])) {
                greatest[group] = greatest();
            }
        }

        /** The greatest score of the posts that were counted. */
        private float greatest() throws IOException {
            if (ahead == null) {
                ahead = segment.again().lengths(any.field());
            }
            float most = 0;
            for (int i = 0; i < TOGETHER; i++) {
                most = times[i] == 0 ? most : Math.max(most, scorer.score(times[i], ahead.of(from + i)));
            }
            return most;
        }

        private void open() throws IOException {
            if (opened) {
                return;
            }
            opened = true;
            Terms terms = segment.reader().terms(any.field());
            TermsEnum found = terms == null ? TermsEnum.EMPTY : terms.iterator();
            PostingsEnum[] open = new PostingsEnum[words.size()];
            int count = 0;
            for (Term word : words) {
                if (found.seekExact(word.bytes())) {
                    open[count++] = found.postings(null, PostingsEnum.FREQS);
                }
            }
            lists = Arrays.copyOf(open, count);
        }
    }
}
