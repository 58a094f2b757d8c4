package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.FixedBitSet;

/** Adds up the scores of the posts of one segment, and gives the collector those that it may want. */
final class Best {

    /** Sums are rounded; a bound must not be below the score that it bounds. */
    private static final double ROUNDED_UP = 1 + 1e-5;

    private final LeafCollector collector;
    private final Scores[] bonuses;
    /** The most that a bonus and those behind it can add. */
    private final double[] most;
    /** The same in the part that is looked at, and the most that each can add there. */
    private final double[] mostHere;
    private final float[] here;
    private final Extra.OfPost extra;
    private final float extraMost;
    /** What being new gives at most in the part that is looked at. */
    private float extraHere;
    private final List<Clause> clauses;
    private final Segment segment;
    /** The posts that may have each bonus; opened when they are first asked for. */
    private final List<Optional<Near>> near = new ArrayList<>();
    /** The most that all bonuses can give in the part whose posts are not {@link #near}. */
    private double far;
    private final FixedBitSet part = new FixedBitSet(Pass.PART);
    /** The most that any post of those that are looked at gets beside its needed words. */
    private double beside;
    private float least;
    private float score;

    /** @param clauses the bonuses that the posts may have */
    Best(List<Clause> clauses, Extra extra, Segment segment, LeafCollector collector) throws IOException {
        this.collector = collector;
        this.clauses = clauses;
        this.segment = segment;
        this.bonuses = new Scores[clauses.size()];
        this.most = new double[bonuses.length + 1];
        for (int i = bonuses.length - 1; i >= 0; i--) {
            bonuses[i] = clauses.get(i).in(segment);
            most[i] = most[i + 1] + clauses.get(i).most();
        }
        this.mostHere = most.clone();
        this.here = new float[bonuses.length];
        this.extra = extra.in(segment.context());
        this.extraMost = extra.most();
        this.extraHere = extraMost;
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
        extraHere = Math.min(extraMost, extra.most(from, to));
        System.arraycopy(most, 0, mostHere, 0, most.length);
        beside = most[0] + extraHere;
    }

    /** Finds out what bonuses can give in this part: worth while where there are many posts to be judged. */
    void narrow(int from, int to) throws IOException {
        for (int i = bonuses.length - 1; i >= 0; i--) {
            here[i] = bonuses[i].most(from, to);
            mostHere[i] = mostHere[i + 1] + here[i];
        }
        beside = mostHere[0] + extraHere;
    }

    /** How many there are. */
    int bonuses() {
        return bonuses.length;
    }

    /**
     * Adds to each post's bound what those bonuses can give that it may have, as far as that is cheap to tell; in a part that
     * was made {@link #narrow}.
     */
    void addBonuses(float[] bounds, FixedBitSet posts, int from, int to) throws IOException {
        open();
        far = 0;
        for (int i = 0; i < clauses.size(); i++) {
            if (near.get(i).isPresent()) {
                part.clear();
                near.get(i).get().addTo(part, from, to);
                Pass.add(here[i], part, posts, bounds);
            } else {
                far += here[i];
            }
        }
    }

    private void open() throws IOException {
        if (near.size() < clauses.size()) {
            for (Clause clause : clauses) {
                near.add(clause.near(segment));
            }
        }
    }

    /** Whether a post could be worth collecting whose words and bonuses have a bound. */
    boolean mayBeAll(float bound) {
        return (bound + far + extraHere) * ROUNDED_UP >= least;
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
            if ((words + bonus + mostHere[i] + more) * ROUNDED_UP < least) {
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
