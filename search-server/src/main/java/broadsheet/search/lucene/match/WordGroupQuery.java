package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity.SimScorer;
import org.apache.lucene.util.BytesRef;

/**
 * A word and what else counts as it, words or phrases, scored as one word that stands wherever any of them does: as rare
 * as all of them together are, so that a rare synonym outranks nothing. Lucene's {@code SynonymQuery} takes no phrases,
 * and its statistics (the greatest number of posts, the sum of all occurrences) make a group of many words weigh more.
 */
public final class WordGroupQuery extends Query {

    private final String field;
    private final List<Member> members;
    private final GroupStatistics statistics;

    /**
     * @param field whose lengths and statistics count
     * @param members the typed one first
     */
    public WordGroupQuery(String field, List<Member> members, GroupStatistics statistics) {
        this.field = field;
        this.members = List.copyOf(members);
        this.statistics = statistics;
    }

    /**
     * One of the group.
     *
     * @param text as typed or as the owner wrote it
     * @param terms its terms, in {@link #field} or in another field with the same positions
     * @param query the same as a query
     * @param share what one occurrence counts, 1 for the typed word
     */
    public record Member(String text, List<TermAt> terms, Query query, float share) {}

    public String field() {
        return field;
    }

    public List<Member> members() {
        return members;
    }

    /**
     * The members that a post has, by the post's number in the segment; none where it has the typed word alone.
     */
    public List<String> present(LeafReaderContext segment, int document) throws IOException {
        List<String> present = new ArrayList<>();
        for (Member member : members) {
            Optional<GroupMember> at = GroupMember.of(member, field, segment);
            if (at.isPresent() && at.get().posts().advance(document) == document && at.get().weighed() > 0) {
                present.add(member.text());
            }
        }
        return present.equals(List.of(members.get(0).text())) ? List.of() : present;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) throws IOException {
        List<Weight> weights = new ArrayList<>();
        for (Member member : members) {
            weights.add(searcher.createWeight(searcher.rewrite(member.query()), ScoreMode.COMPLETE_NO_SCORES, 1));
        }
        return new GroupWeight(weights, mode.needsScores() ? scorer(searcher, boost) : NO_SCORES);
    }

    private static final SimScorer NO_SCORES = new SimScorer() {
        @Override
        public float score(float freq, long norm) {
            return 0;
        }
    };

    private SimScorer scorer(IndexSearcher searcher, float boost) throws IOException {
        CollectionStatistics collection = searcher.collectionStatistics(field);
        if (collection == null) {
            return NO_SCORES;
        }
        long posts = 0;
        long times = 0;
        for (Member member : members) {
            GroupMember.Count count = statistics.of(member, field, searcher.getIndexReader());
            posts += count.posts();
            times += count.times();
        }
        posts = Math.clamp(posts, 1, collection.docCount());
        return searcher.getSimilarity().scorer(boost, collection,
                new TermStatistics(new BytesRef(members.get(0).text()), posts, Math.max(posts, times)));
    }

    private final class GroupWeight extends Weight {
        private final List<Weight> weights;
        private final SimScorer scorer;

        GroupWeight(List<Weight> weights, SimScorer scorer) {
            super(WordGroupQuery.this);
            this.weights = weights;
            this.scorer = scorer;
        }

        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
            List<GroupMember> there = new ArrayList<>();
            for (Member member : members) {
                GroupMember.of(member, field, segment).ifPresent(there::add);
            }
            if (there.isEmpty()) {
                return null;
            }
            return new DefaultScorerSupplier(new GroupScorer(there, scorer, segment.reader().getNormValues(field)));
        }

        @Override
        public Matches matches(LeafReaderContext segment, int document) throws IOException {
            List<Matches> all = new ArrayList<>();
            for (Weight weight : weights) {
                Matches matches = weight.matches(segment, document);
                if (matches != null) {
                    all.add(matches);
                }
            }
            return MatchesUtils.fromSubMatches(all);
        }

        @Override
        public Explanation explain(LeafReaderContext segment, int document) throws IOException {
            Scorer found = scorer(segment);
            boolean matches = found != null && found.iterator().advance(document) == document;
            return matches
                    ? Explanation.match(found.score(), WordGroupQuery.this.toString())
                    : Explanation.noMatch("none of the group");
        }

        @Override
        public boolean isCacheable(LeafReaderContext segment) {
            return true;
        }
    }

    @Override
    public void visit(QueryVisitor visitor) {
        if (visitor.acceptField(field)) {
            QueryVisitor within = visitor.getSubVisitor(Occur.SHOULD, this);
            for (Member member : members) {
                within.consumeTerms(this, member.terms().stream().map(TermAt::term).toArray(Term[]::new));
            }
        }
    }

    @Override
    public String toString(String defaultField) {
        return field + ":oneOf" + members.stream().map(Member::text).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordGroupQuery that && field.equals(that.field) && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return 31 * field.hashCode() + members.hashCode();
    }
}
