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
    private final LeafReaderContext context;
    private final Found found;
    private final Sizes sizes;

    SetWalk(Question question, LeafReaderContext context, Found found, Sizes sizes) {
        this.question = question;
        this.context = context;
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

        static final Sizes MEASURED = new Sizes(8_192, 16_384, 32_768);
    }

    void run(LeafCollector collector) throws IOException {
        Segment segment = new Segment(context);
        FixedBitSet matches = new Matching(question, found, context.reader().maxDoc()).of(segment, lists(segment));
        score(matches, segment, collector);
    }

    /**
     * Posts that may have the greatest bonuses come first: the more of the best are known, and the less the others can get,
     * the more of these are passed over.
     */
    private void score(FixedBitSet matches, Segment segment, LeafCollector collector) throws IOException {
        List<Clause> left = new ArrayList<>(question.bonuses());
        long count = matches.cardinality();
        if (count > sizes.likely() && !left.isEmpty()) {
            double greatest = left.stream().mapToDouble(Clause::most).max().orElseThrow();
            FixedBitSet likely = new FixedBitSet(matches.length());
            List<Clause> told = new ArrayList<>();
            for (Clause bonus : left) {
                FixedBitSet having = new FixedBitSet(matches.length());
                if (bonus.most() * 2 > greatest && isFound(bonus, segment, having)) {
                    having.and(matches);
                    if (having.cardinality() * FEW_OF < count) {
                        likely.or(having);
                        told.add(bonus);
                    }
                }
            }
            matches.andNot(likely);
            pass(likely, left, collector);
            left.removeAll(told);
        }
        pass(matches, left, collector);
    }

    /** Finds the posts that may have a bonus; false where that is dear. */
    private static boolean isFound(Clause bonus, Segment segment, FixedBitSet into) throws IOException {
        Optional<Near> near = bonus.near(segment);
        if (near.isEmpty()) {
            return false;
        }
        FixedBitSet part = new FixedBitSet(Pass.PART);
        for (int from = 0; from < into.length(); from += Pass.PART) {
            int to = Math.min(into.length(), from + Pass.PART);
            part.clear();
            near.get().addTo(part, from, to);
            FixedBitSet.orRange(part, 0, into, from, to - from);
        }
        return true;
    }

    /**
     * Scores some posts: where they are many, those of the parts that get the most for being new come first.
     *
     * @param posts are changed
     */
    private void pass(FixedBitSet posts, List<Clause> bonuses, LeafCollector collector) throws IOException {
        if (posts.cardinality() > sizes.newest()) {
            FixedBitSet newest = new FixedBitSet(posts.length());
            newest(posts, newest);
            one(newest, bonuses, collector);
            posts.andNot(newest);
        }
        one(posts, bonuses, collector);
    }

    private void newest(FixedBitSet posts, FixedBitSet into) throws IOException {
        Extra.OfPost extra = question.extra().in(context);
        int parts = (posts.length() + Pass.PART - 1) / Pass.PART;
        Float[] most = new Float[parts];
        for (int i = 0; i < parts; i++) {
            most[i] = extra.most(i * Pass.PART, Math.min(posts.length(), (i + 1) * Pass.PART));
        }
        Integer[] falling = IntStream.range(0, parts).boxed().sorted(Comparator.comparing(i -> -most[i]))
                .limit(NEWEST).toArray(Integer[]::new);
        for (int part : falling) {
            int from = part * Pass.PART;
            FixedBitSet.orRange(posts, from, into, from, Math.min(Pass.PART, posts.length() - from));
        }
    }

    private void one(FixedBitSet posts, List<Clause> bonuses, LeafCollector collector) throws IOException {
        if (!posts.scanIsEmpty()) {
            Segment segment = new Segment(context);
            Best best = new Best(bonuses, question.extra(), segment, collector);
            new Pass(lists(segment), best, found, !question.any()).run(posts);
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
