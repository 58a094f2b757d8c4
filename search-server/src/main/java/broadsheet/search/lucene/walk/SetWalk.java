package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import broadsheet.search.lucene.walk.Listed.Postings;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.util.FixedBitSet;

/**
 * The posts of one segment as a set, then the best of them. A set is made of whole lists, a block of postings or 64 posts
 * at a time, so that a post which only counts costs about a nanosecond.
 */
final class SetWalk {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;
    /** To look for one post in a list takes as long as to read so many of the list. */
    private static final int READ_MEANWHILE = 24;
    /** So few posts are scored as quickly as looked through for the likely ones. */
    private static final int FEW = 8_192;
    /** A bonus that more than one in so many matches may have tells too little. */
    private static final int FEW_OF = 4;

    /** So many posts are not scored in the order of their numbers. */
    private static final int MANY = 16_384;
    /** Parts that come first. */
    private static final int NEWEST = 4;

    private final Question question;
    private final LeafReaderContext context;
    private final Found found;
    private final FixedBitSet matches;
    private FixedBitSet scratch;

    SetWalk(Question question, LeafReaderContext context, Found found) {
        this.question = question;
        this.context = context;
        this.found = found;
        this.matches = new FixedBitSet(Math.max(1, context.reader().maxDoc()));
    }

    /**
     * Posts that have a bonus which is cheap to look up are scored first: the best are mostly among them, and of the
     * others few can be as good.
     */
    void run(LeafCollector collector) throws IOException {
        Segment segment = new Segment(context);
        Postings[] lists = lists(segment);
        if (question.any()) {
            for (Postings list : lists) {
                list.addTo(matches);
            }
        } else {
            every(lists);
        }
        for (Clause filter : question.filters()) {
            keep(filter.in(segment), true);
        }
        for (Clause excluded : question.excluded()) {
            keep(excluded.in(segment), false);
        }
        found.addAll(matches);
        score(segment, collector);
    }

    /**
     * Posts that may have the greatest bonuses come first: the more of the best are known, and the less the others can get,
     * the more of these are passed over.
     */
    private void score(Segment segment, LeafCollector collector) throws IOException {
        List<Clause> left = new ArrayList<>(question.bonuses());
        long count = matches.cardinality();
        if (count > FEW && !left.isEmpty()) {
            double greatest = left.stream().mapToDouble(Clause::most).max().orElseThrow();
            FixedBitSet likely = new FixedBitSet(matches.length());
            List<Clause> told = new ArrayList<>();
            for (Clause bonus : left) {
                if (bonus.most() * 2 > greatest && isTelling(bonus, segment, count)) {
                    likely.or(scratch);
                    told.add(bonus);
                }
            }
            pass(likely, left, collector);
            matches.andNot(likely);
            left.removeAll(told);
        }
        pass(matches, left, collector);
    }

    /** Finds the matches that may have a bonus; whether they are few among all. */
    private boolean isTelling(Clause bonus, Segment segment, long count) throws IOException {
        Optional<Near> near = bonus.near(segment);
        if (near.isEmpty()) {
            return false;
        }
        clear();
        FixedBitSet part = new FixedBitSet(Pass.PART);
        int size = matches.length();
        for (int from = 0; from < size; from += Pass.PART) {
            int to = Math.min(size, from + Pass.PART);
            part.clear();
            near.get().addTo(part, from, to);
            FixedBitSet.orRange(part, 0, scratch, from, to - from);
        }
        scratch.and(matches);
        return scratch.cardinality() * FEW_OF < count;
    }

    /** Scores some posts: where they are many, those of the parts that get the most for being new come first. */
    private void pass(FixedBitSet posts, List<Clause> bonuses, LeafCollector collector) throws IOException {
        if (posts.cardinality() > MANY) {
            clear();
            newest(posts, scratch);
            one(scratch, bonuses, collector);
            posts.andNot(scratch);
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

    private void clear() {
        if (scratch == null) {
            scratch = new FixedBitSet(matches.length());
        } else {
            scratch.clear();
        }
    }

    /** The posts of all lists, beginning with the shortest. */
    private void every(Postings[] lists) throws IOException {
        List<Costly> rising = new ArrayList<>();
        for (Postings list : lists) {
            rising.add(new Costly(list, list.cost()));
        }
        rising.sort(Comparator.comparingLong(Costly::cost));
        rising.getFirst().list().addTo(matches);
        for (Costly next : rising.subList(1, rising.size())) {
            long count = matches.cardinality();
            if (count == 0) {
                return;
            }
            if (count * READ_MEANWHILE < next.cost()) {
                leap(next.list().set());
            } else {
                clear();
                next.list().addTo(scratch);
                matches.and(scratch);
            }
        }
    }

    private record Costly(Postings list, long cost) {}

    /** Leaves those matches that are in a longer list. */
    private void leap(DocIdSetIterator list) throws IOException {
        for (int at = matches.nextSetBit(0); at != END; at = next(at)) {
            if ((list.docID() < at ? list.advance(at) : list.docID()) != at) {
                matches.clear(at);
            }
        }
    }

    private int next(int document) {
        return document + 1 < matches.length() ? matches.nextSetBit(document + 1) : END;
    }

    /** Leaves of the matches those that have it, or those that have not. */
    private void keep(Scores scores, boolean having) throws IOException {
        clear();
        if (scores instanceof Postings list) {
            list.addTo(scratch);
        } else {
            boolean few = (long) matches.cardinality() * READ_MEANWHILE < matches.length();
            DocIdSetIterator posts = few ? DocIdSetIterator.empty() : scores.posts();
            if (few || !scores.isExact()) {
                confirm(scores, having);
                return;
            }
            Postings.add(posts, scratch);
        }
        if (having) {
            matches.and(scratch);
        } else {
            matches.andNot(scratch);
        }
    }

    /** Looks at the matches one by one: what must be told by the places of words is dear for all posts of a segment. */
    private void confirm(Scores scores, boolean having) throws IOException {
        for (int at = matches.nextSetBit(0); at != END; at = next(at)) {
            if (found.isOver()) {
                matches.clear(at, matches.length());
                return;
            }
            if (scores.has(at) != having) {
                matches.clear(at);
            }
        }
    }
}
