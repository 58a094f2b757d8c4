package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Listed.Postings;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;

/** The posts of one segment as a set, then the best of them: those first that are likely to be among the best. */
final class SetWalk {

    /** A bonus that more than one in so many matches may have tells too little. */
    private static final int FEW_OF = 4;
    /** Parts that come first. */
    private static final int NEWEST = 4;

    private final Question question;
    private final Segment segment;
    private final Found found;
    private final Sizes sizes;

    SetWalk(Question question, Segment segment, Found found, Sizes sizes) {
        this.question = question;
        this.segment = segment;
        this.found = found;
        this.sizes = sizes;
    }

    /**
     * From how many posts on what is worth while.
     *
     * @param likely matches among which the likely ones are looked for first
     * @param newest posts of which the newest parts are scored first
     * @param remembered posts of a segment for which it is remembered what a pattern scores
     */
    record Sizes(int likely, int newest, int remembered) {

        static final Sizes MEASURED = new Sizes(512, 4_096, 32_768);
    }

    void run(LeafCollector collector) throws IOException {
        score(new Matching(question, found, segment).of(lists(segment)), collector);
    }

    /**
     * Posts that may have the greatest bonuses come first: the more of the best are known, and the less the others can get,
     * the more of these are passed over.
     */
    private void score(FixedBitSet matches, LeafCollector collector) throws IOException {
        List<Clause> left = new ArrayList<>(question.bonuses());
        long count = matches.cardinality();
        if (count > sizes.likely() && !left.isEmpty()) {
            double greatest = left.stream().mapToDouble(Clause::most).max().orElseThrow();
            FixedBitSet likely = segment.set();
            List<Clause> told = new ArrayList<>();
            for (Clause bonus : left) {
                Optional<Near> near = bonus.most() * 2 > greatest ? bonus.near(segment) : Optional.empty();
                if (near.isPresent()) {
                    FixedBitSet having = posts(near.get());
                    having.and(matches);
                    if (having.cardinality() * FEW_OF < count) {
                        likely.or(having);
                        told.add(bonus);
                    }
                    segment.give(having);
                }
            }
            matches.andNot(likely);
            pass(likely, left, collector);
            left.removeAll(told);
        }
        pass(matches, left, collector);
    }

    /** All posts of a segment that may have a clause. */
    private FixedBitSet posts(Near near) throws IOException {
        FixedBitSet posts = segment.set();
        int size = posts.length();
        FixedBitSet part = new FixedBitSet(Pass.PART);
        for (int from = 0; from < size; from += Pass.PART) {
            int to = Math.min(size, from + Pass.PART);
            part.clear();
            near.addTo(part, from, to);
            FixedBitSet.orRange(part, 0, posts, from, to - from);
        }
        return posts;
    }

    /**
     * Scores some posts: where they are many, those of the parts that get the most for being new come first.
     *
     * @param posts are changed
     */
    private void pass(FixedBitSet posts, List<Clause> bonuses, LeafCollector collector) throws IOException {
        if (posts.cardinality() > sizes.newest()) {
            FixedBitSet newest = newest(posts);
            one(newest, bonuses, collector);
            posts.andNot(newest);
            segment.give(newest);
        }
        one(posts, bonuses, collector);
    }

    private FixedBitSet newest(FixedBitSet posts) throws IOException {
        Extra.OfPost extra = question.extra().in(segment.context());
        float[] most = new float[(posts.length() + Pass.PART - 1) / Pass.PART];
        for (int i = 0; i < most.length; i++) {
            most[i] = extra.most(i * Pass.PART, Math.min(posts.length(), (i + 1) * Pass.PART));
        }
        FixedBitSet newest = segment.set();
        IntStream.range(0, most.length).boxed().sorted(Comparator.comparingDouble(i -> -most[i])).limit(NEWEST)
                .map(part -> part * Pass.PART).forEach(from -> FixedBitSet.orRange(posts, from, newest, from,
                        Math.min(Pass.PART, posts.length() - from)));
        return newest;
    }

    private void one(FixedBitSet posts, List<Clause> bonuses, LeafCollector collector) throws IOException {
        if (!posts.scanIsEmpty()) {
            Segment again = segment.again();
            Best best = new Best(bonuses, question.extra(), again, collector);
            new Pass(lists(again), best, found, !question.any()).run(posts);
        }
    }

    private Postings[] lists(Segment segment) throws IOException {
        List<Clause> needed = question.needed();
        Postings[] lists = new Postings[needed.size()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = ((Listed) needed.get(i)).in(segment);
        }
        return lists;
    }
}
