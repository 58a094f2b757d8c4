package broadsheet.search.lucene.match;

import broadsheet.search.lucene.match.WordGroupQuery.Member;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.search.DocIdSetIterator;

/** One member of a group in one segment: the posts that may have it, and how often each does. */
final class GroupMember {

    private final DocIdSetIterator posts;
    private final Times times;
    private final float share;

    private GroupMember(DocIdSetIterator posts, Times times, float share) {
        this.posts = posts;
        this.times = times;
        this.share = share;
    }

    private interface Times {
        int here() throws IOException;
    }

    /** @param posts that have it, of those with all its words */
    record Count(long posts, long times) {}

    /** Empty where no post of the segment has its words. */
    static Optional<GroupMember> of(Member member, String field, LeafReaderContext segment) throws IOException {
        if (member.terms().size() > 1) {
            IntervalIterator intervals = PositionIntervals.sequence(field, member.terms()).intervals(field, segment);
            return Optional.ofNullable(intervals).map(p -> new GroupMember(p, () -> times(p), member.share()));
        }
        PostingsEnum postings = segment.reader().postings(term(member), PostingsEnum.FREQS);
        return Optional.ofNullable(postings).map(p -> new GroupMember(p, p::freq, member.share()));
    }

    private static int times(IntervalIterator intervals) throws IOException {
        int times = 0;
        while (intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            times++;
        }
        return times;
    }

    private static Term term(Member member) {
        return member.terms().get(0).term();
    }

    /** In how many posts of a segment a member stands and how often; a phrase is looked for in all of them. */
    static Count count(Member member, String field, LeafReaderContext segment) throws IOException {
        if (member.terms().size() == 1) {
            return new Count(segment.reader().docFreq(term(member)), segment.reader().totalTermFreq(term(member)));
        }
        Optional<GroupMember> found = of(member, field, segment);
        long posts = 0;
        long times = 0;
        while (found.isPresent() && found.get().posts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            int here = found.get().times.here();
            posts += here > 0 ? 1 : 0;
            times += here;
        }
        return new Count(posts, times);
    }

    DocIdSetIterator posts() {
        return posts;
    }

    /** How often the post has it at which {@link #posts} stands, in occurrences of the typed word; to be asked once. */
    float weighed() throws IOException {
        return share * times.here();
    }
}
