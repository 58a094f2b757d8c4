package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalMatchesIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BitSetIterator;

/** The positions of any of many terms, as intervals of one position, whatever the field of the other intervals. */
public final class AnyTermIntervals extends IntervalsSource {

    private final AnyTermQuery terms;

    public AnyTermIntervals(AnyTermQuery terms) {
        this.terms = terms;
    }

    @Override
    public IntervalIterator intervals(String field, LeafReaderContext segment) throws IOException {
        TermPostings postings = terms.in(segment);
        int count = postings.count();
        if (count == 0) {
            return null;
        }
        return new Each(postings.everywhere(), new BitSetIterator(postings.matching(), count));
    }

    @Override
    public IntervalMatchesIterator matches(String field, LeafReaderContext segment, int document) throws IOException {
        TermPostings postings = terms.in(segment);
        if (!postings.matching().get(document)) {
            return null;
        }
        return new PositionsIterator(terms, postings.positions(document));
    }

    @Override
    public void visit(String field, QueryVisitor visitor) {
        terms.visit(visitor);
    }

    @Override
    public int minExtent() {
        return 1;
    }

    @Override
    public Collection<IntervalsSource> pullUpDisjunctions() {
        return List.of(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AnyTermIntervals that && terms.equals(that.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.toString();
    }

    private static final class Each extends IntervalIterator {
        private final AllPositions positions;
        private final DocIdSetIterator documents;
        private int at;
        private int end;
        private int position = -1;

        Each(AllPositions positions, DocIdSetIterator documents) {
            this.positions = positions;
            this.documents = documents;
        }

        @Override
        public int start() {
            return position;
        }

        @Override
        public int end() {
            return position;
        }

        @Override
        public int gaps() {
            return 0;
        }

        @Override
        public int width() {
            return 1;
        }

        @Override
        public int nextInterval() {
            while (at < end) {
                int next = positions.at(at++);
                if (next != position) {
                    position = next;
                    return position;
                }
            }
            position = NO_MORE_INTERVALS;
            return position;
        }

        /** Each costs no more than reading a number. */
        @Override
        public float matchCost() {
            return 1;
        }

        @Override
        public int docID() {
            return documents.docID();
        }

        @Override
        public int nextDoc() throws IOException {
            return moved(documents.nextDoc());
        }

        @Override
        public int advance(int target) throws IOException {
            return moved(documents.advance(target));
        }

        private int moved(int document) {
            // Lucene asks for the next interval even where there is no further document.
            boolean more = document != NO_MORE_DOCS;
            at = more ? positions.first(document) : 0;
            end = more ? positions.end(document) : 0;
            position = more ? -1 : NO_MORE_INTERVALS;
            return document;
        }

        @Override
        public long cost() {
            return documents.cost();
        }
    }
}
