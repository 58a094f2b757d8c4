package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import broadsheet.search.lucene.walk.Listed.Postings;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The posts of one segment that match, as a set. It is made of whole lists, a block of postings or 64 posts at a time, so
 * that a post which only counts costs about a nanosecond.
 */
final class Matching {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;
    /** To look for one post in a list takes as long as to read so many of the list. */
    private static final int READ_MEANWHILE = 24;

    private final Question question;
    private final Found found;
    private final Segment segment;
    private final FixedBitSet matches;
    private FixedBitSet scratch;
    /** What filters let through, where that is found out first. */
    private FixedBitSet passed;
    /** No match is before this post. */
    private int from;
    /** All matches are before this one. */
    private int to;

    Matching(Question question, Found found, Segment segment) {
        this.question = question;
        this.found = found;
        this.segment = segment;
        this.matches = segment.set();
        this.to = matches.length();
    }

    /** All that match, for the caller to change. */
    FixedBitSet of(Postings[] lists) throws IOException {
        boolean filtersFirst = isLong(lists);
        List<Scores> filters = new ArrayList<>();
        for (Clause clause : question.filters()) {
            Scores filter = clause.in(segment);
            if (!filtersFirst || !passes(filter)) {
                filters.add(filter);
            }
        }
        if (question.any()) {
            for (Postings list : lists) {
                list.addTo(matches, from, to);
            }
        } else {
            every(lists);
        }
        if (passed != null) {
            matches.and(passed);
        }
        for (Scores filter : filters) {
            keep(filter, true);
        }
        for (Clause excluded : question.excluded()) {
            keep(excluded.in(segment), false);
        }
        found.addAll(matches);
        return matches;
    }

    /** Whether to read the lists takes longer than to find all posts that a filter lets through. */
    private boolean isLong(Postings[] lists) throws IOException {
        long posts = question.any() ? 0 : matches.length();
        for (Postings list : lists) {
            posts = question.any() ? posts + list.cost() : Math.min(posts, list.cost());
        }
        return posts * READ_MEANWHILE >= matches.length();
    }

    /**
     * Takes note of all posts that a filter lets through: the lists are then read between the first and the last of them,
     * which are close together where posts were indexed by date.
     *
     * @return false for one that must be told post by post
     */
    private boolean passes(Scores filter) throws IOException {
        DocIdSetIterator posts = filter instanceof Postings list ? list.set() : filter.posts();
        if (!filter.isExact()) {
            return false;
        }
        if (passed == null) {
            passed = segment.set();
            Postings.add(posts, passed, 0, to);
        } else {
            clear();
            Postings.add(posts, scratch, 0, to);
            passed.and(scratch);
        }
        from = passed.nextSetBit(0);
        to = from == END ? 0 : 1 + passed.prevSetBit(to - 1);
        from = from == END ? 0 : from;
        return true;
    }

    private void clear() {
        if (scratch == null) {
            scratch = segment.set();
        } else {
            scratch.clear();
        }
    }

    /** The posts of all lists, beginning with the shortest; all posts where there is no list. */
    private void every(Postings[] lists) throws IOException {
        List<Costly> rising = new ArrayList<>();
        for (Postings list : lists) {
            rising.add(new Costly(list, list.cost() * (to - from) / matches.length()));
        }
        if (rising.isEmpty()) {
            matches.set(from, to);
            return;
        }
        rising.sort(Comparator.comparingLong(Costly::cost));
        rising.getFirst().list().addTo(matches, from, to);
        for (Costly next : rising.subList(1, rising.size())) {
            long count = matches.cardinality();
            if (count == 0) {
                return;
            }
            if (count * READ_MEANWHILE < next.cost()) {
                leap(next.list().set());
            } else {
                clear();
                next.list().addTo(scratch, from, to);
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
        Optional<DocIdSetIterator> set = set(scores);
        if (set.isEmpty()) {
            confirm(scores, having);
            return;
        }
        clear();
        Postings.add(set.get(), scratch, from, to);
        if (having) {
            matches.and(scratch);
        } else {
            matches.andNot(scratch);
        }
    }

    /** All posts that have it; empty where it is told post by post, or the matches are so few that this is quicker. */
    private Optional<DocIdSetIterator> set(Scores scores) throws IOException {
        if (scores instanceof Postings list) {
            return Optional.of(list.set());
        }
        if ((long) matches.cardinality() * READ_MEANWHILE < matches.length()) {
            return Optional.empty();
        }
        DocIdSetIterator posts = scores.posts();
        return scores.isExact() ? Optional.of(posts) : Optional.empty();
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
