package broadsheet.search.lucene.walk;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Words whose scores are added up: of posts that have all of the first kind and any of the second, where there is a first
 * kind; else of posts that have any. A bonus, so that its posts are looked up and never walked.
 */
record SumClause(List<Listed> all, List<Listed> any) implements Clause {

    @Override
    public float most() {
        double most = 0;
        for (Listed one : all) {
            most += one.most();
        }
        for (Listed one : any) {
            most += one.most();
        }
        return (float) most;
    }

    @Override
    public Scores in(Segment segment) throws IOException {
        return new Sum(in(segment, all), in(segment, any));
    }

    @Override
    public Optional<Near> near(Segment segment) throws IOException {
        return Optional.of(all.isEmpty() ? Near.any(any, segment) : Near.all(all, segment));
    }

    private static Scores[] in(Segment segment, List<Listed> clauses) throws IOException {
        Scores[] scores = new Scores[clauses.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = clauses.get(i).in(segment);
        }
        return scores;
    }

    private static final class Sum implements Scores {
        private final Scores[] all;
        private final Scores[] any;
        private float score;

        Sum(Scores[] all, Scores[] any) {
            this.all = all;
            this.any = any;
        }

        @Override
        public DocIdSetIterator posts() {
            throw new UnsupportedOperationException("a bonus is looked up");
        }

        @Override
        public boolean has(int document) throws IOException {
            double needed = 0;
            for (Scores one : all) {
                if (!one.has(document)) {
                    return false;
                }
                needed += one.score();
            }
            double more = 0;
            boolean some = all.length > 0;
            for (Scores one : any) {
                if (one.has(document)) {
                    more += one.score();
                    some = true;
                }
            }
            score = (float) needed + (float) more;
            return some;
        }

        @Override
        public float most(int from, int to) throws IOException {
            return (float) (sum(all, from, to) + sum(any, from, to));
        }

        private static double sum(Scores[] words, int from, int to) throws IOException {
            double sum = 0;
            for (Scores one : words) {
                sum += one.most(from, to);
            }
            return sum;
        }

        @Override
        public float score() {
            return score;
        }
    }
}
