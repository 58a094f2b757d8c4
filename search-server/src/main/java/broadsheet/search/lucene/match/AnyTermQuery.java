package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesUtils;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;

/**
 * Documents that have any of many terms, all with one score. It is good for one search only, since it keeps what it has
 * read: a search asks it many times, and the terms' postings are read once.
 */
public final class AnyTermQuery extends Query {

    private final String field;
    private final List<BytesRef> sorted;
    /** Of a thousand words it is dear, and asked for several times a search. */
    private int hash;
    private final Set<Integer> expected = new TreeSet<>();
    private final Map<Object, TermPostings> bySegment = new ConcurrentHashMap<>();

    AnyTermQuery(String field, List<BytesRef> terms) {
        this.field = field;
        this.sorted = terms.stream().sorted().toList();
    }

    public String field() {
        return field;
    }

    /** The terms, ascending. */
    public List<BytesRef> terms() {
        return sorted;
    }

    /** Says whose positions will be asked for, by number in the whole index, so that they are read together. */
    public void expect(List<Integer> documents) {
        expected.addAll(documents);
    }

    /** The terms' postings in a segment. */
    public TermPostings in(LeafReaderContext segment) throws IOException {
        TermPostings postings = bySegment.get(segment.id());
        if (postings == null) {
            postings = new TermPostings(segment, field, sorted, expected);
            bySegment.put(segment.id(), postings);
        }
        return postings;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                TermPostings postings = in(segment);
                int count = postings.count();
                return count == 0
                        ? null
                        : ConstantScoreScorerSupplier.fromIterator(new BitSetIterator(postings.matching(), count),
                                score(), scoreMode, segment.reader().maxDoc());
            }

            @Override
            public Matches matches(LeafReaderContext segment, int document) throws IOException {
                if (!in(segment).matching().get(document)) {
                    return null;
                }
                int[] positions = in(segment).positions(document);
                return MatchesUtils.forField(field, () -> new PositionsIterator(getQuery(), positions));
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return false;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other == this
                || other instanceof AnyTermQuery that && field.equals(that.field) && sorted.equals(that.sorted);
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Objects.hash(field, sorted);
        }
        return hash;
    }

    @Override
    public String toString(String defaultField) {
        return field + ":" + sorted.size() + " terms";
    }
}
