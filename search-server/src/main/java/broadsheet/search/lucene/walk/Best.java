package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;

/** Adds up the scores of the posts of one segment, and gives the collector those that it may want. */
final class Best {

    /** Sums are rounded; a bound must not be below the score that it bounds. */
    private static final double ROUNDED_UP = 1 + 1e-5;

    private final LeafCollector collector;
    private final Scores[] bonuses;
    /** The most that a bonus and those behind it can add. */
    private final double[] most;
    private final Extra.OfPost extra;
    private final float extraMost;
    /** The most that any post of those that are looked at gets beside its needed words. */
    private double beside;
    private float least;
    private float score;

    /** @param clauses the bonuses that the posts may have */
    Best(List<Clause> clauses, Extra extra, Segment segment, LeafCollector collector) throws IOException {
        this.collector = collector;
        this.bonuses = new Scores[clauses.size()];
        this.most = new double[bonuses.length + 1];
        for (int i = bonuses.length - 1; i >= 0; i--) {
            bonuses[i] = clauses.get(i).in(segment);
            most[i] = most[i + 1] + clauses.get(i).most();
        }
        this.extra = extra.in(segment.context());
        this.extraMost = extra.most();
        this.beside = most[0] + extraMost;
        collector.setScorer(new Score());
    }

    private final class Score extends Scorable {
        @Override
        public float score() {
            return score;
        }

        @Override
        public void setMinCompetitiveScore(float value) {
            least = value;
        }
    }

    /** Whether a post whose needed words score this much could be worth collecting. */
    boolean mayBe(double words) {
        return (words + beside) * ROUNDED_UP >= least;
    }

    /** From now on posts of this part are judged. @param to behind the last */
    void enter(int from, int to) throws IOException {
        beside = most[0] + Math.min(extraMost, extra.most(from, to));
    }

    /** Collects a post if its score is worth it. @param words what its needed words score */
    void judge(int document, float words) throws IOException {
        if (!mayBe(words)) {
            return;
        }
        float more = extra.of(document);
        double bonus = 0;
        boolean some = false;
        for (int i = 0; i < bonuses.length; i++) {
            if ((words + bonus + most[i] + more) * ROUNDED_UP < least) {
                return;
            }
            if (bonuses[i].has(document)) {
                bonus += bonuses[i].score();
                some = true;
            }
        }
        score = (some ? words + (float) bonus : words) + more;
        collector.collect(document);
    }
}
