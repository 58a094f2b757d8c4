package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import broadsheet.search.lucene.walk.Listed.Postings;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
    private static final int FEW = 256;

    private final Question question;
    private final LeafReaderContext context;
    private final Found found;
    private final FixedBitSet matches;

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
        boolean all = !question.any();
        if (all) {
            every(lists);
        } else {
            for (Postings list : lists) {
                list.addTo(matches);
            }
        }
        for (Clause filter : question.filters()) {
            keep(filter.in(segment), true);
        }
        for (Clause excluded : question.excluded()) {
            keep(excluded.in(segment), false);
        }
        found.addAll(matches);
        int cheap = likely(segment, collector);
        Segment again = new Segment(context);
        new Pass(lists(again), new Best(question, again, collector, cheap), found, all).run(matches);
    }

    /** Scores the likely posts and takes them out of the matches; the number of bonuses that no other post has. */
    private int likely(Segment segment, LeafCollector collector) throws IOException {
        int cheap = 0;
        FixedBitSet likely = new FixedBitSet(matches.length());
        if (matches.cardinality() <= FEW) {
            return 0;
        }
        while (cheap < question.bonuses().size() && question.bonuses().get(cheap).addTo(likely, segment)) {
            cheap++;
        }
        likely.and(matches);
        if (!likely.scanIsEmpty()) {
            new Pass(lists(segment), new Best(question, segment, collector, 0), found, !question.any()).run(likely);
            matches.andNot(likely);
        }
        return cheap;
    }

    private Postings[] lists(Segment segment) throws IOException {
        List<Clause> needed = question.needed();
        Postings[] lists = new Postings[needed.size()];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = ((Listed) needed.get(i)).in(segment);
        }
        return lists;
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
                FixedBitSet set = new FixedBitSet(matches.length());
                next.list().addTo(set);
                matches.and(set);
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
        FixedBitSet set = new FixedBitSet(matches.length());
        if (scores instanceof Postings list) {
            list.addTo(set);
        } else {
            if ((long) matches.cardinality() * READ_MEANWHILE < matches.length()) {
                confirm(scores, having);
                return;
            }
            DocIdSetIterator posts = scores.posts();
            if (!scores.isExact()) {
                confirm(scores, having);
                return;
            }
            Postings.add(posts, set);
        }
        if (having) {
            matches.and(set);
        } else {
            matches.andNot(set);
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
