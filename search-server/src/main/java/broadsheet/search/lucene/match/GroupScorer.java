package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.similarities.Similarity.SimScorer;

/** Scores the posts of a segment that have any member of a group, by how often they have them all in all. */
final class GroupScorer extends Scorer {

    private final List<GroupMember> members;
    private final SimScorer scorer;
    private final NumericDocValues lengths;
    private final AnyMember candidates;
    private final TwoPhaseIterator found;
    private float times;

    /** @param lengths of the posts' texts */
    GroupScorer(List<GroupMember> members, SimScorer scorer, NumericDocValues lengths) {
        this.members = members;
        this.scorer = scorer;
        this.lengths = lengths;
        this.candidates = new AnyMember(members);
        this.found = new PhraseCheck();
    }

    @Override
    public int docID() {
        return candidates.docID();
    }

    @Override
    public DocIdSetIterator iterator() {
        return TwoPhaseIterator.asDocIdSetIterator(found);
    }

    @Override
    public TwoPhaseIterator twoPhaseIterator() {
        return found;
    }

    @Override
    public float score() throws IOException {
        long length = lengths.advanceExact(docID()) ? lengths.longValue() : 1;
        return scorer.score(times, length);
    }

    /** The score of a text that says nothing else. */
    @Override
    public float getMaxScore(int upTo) {
        return scorer.score(Float.MAX_VALUE, 1);
    }

    /** A post with the words of a phrase need not have the phrase. */
    private final class PhraseCheck extends TwoPhaseIterator {

        PhraseCheck() {
            super(candidates);
        }

        @Override
        public boolean matches() throws IOException {
            times = 0;
            for (GroupMember member : members) {
                if (member.posts().docID() == candidates.docID()) {
                    times += member.weighed();
                }
            }
            return times > 0;
        }

        @Override
        public float matchCost() {
            return 10 * members.size();
        }
    }

    /** Posts that any member may stand in. A group has few members, so each is looked at. */
    private static final class AnyMember extends DocIdSetIterator {
        private final List<GroupMember> members;
        private int document = -1;

        AnyMember(List<GroupMember> members) {
            this.members = members;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() throws IOException {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) throws IOException {
            int next = NO_MORE_DOCS;
            for (GroupMember member : members) {
                DocIdSetIterator posts = member.posts();
                next = Math.min(next, posts.docID() < target ? posts.advance(target) : posts.docID());
            }
            document = next;
            return next;
        }

        @Override
        public long cost() {
            return members.stream().mapToLong(member -> member.posts().cost()).sum();
        }
    }
}
