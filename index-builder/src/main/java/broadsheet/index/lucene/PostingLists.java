package broadsheet.index.lucene;

import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;

/**
 * The terms of a field with their posts and positions, from memory, as a codec reads them while it writes a segment: from
 * the first to the last. It cannot be searched.
 */
final class PostingLists extends Terms {

    private final BytesRefHash terms;
    private final int[] starts;
    private final long[] lists;
    private final int posts;

    /**
     * @param starts where a term's list starts in {@code lists}, by the term's number; it ends where the next one's starts
     * @param lists document and position, 32 bits each
     * @param posts how many different documents there are
     */
    PostingLists(BytesRefHash terms, int[] starts, long[] lists, int posts) {
        this.terms = terms;
        this.starts = starts;
        this.lists = lists;
        this.posts = posts;
    }

    @Override
    public TermsEnum iterator() {
        return new InOrder(terms.sort());
    }

    @Override
    public long size() {
        return terms.size();
    }

    @Override
    public long getSumTotalTermFreq() {
        return lists.length;
    }

    /** Not known before all are read; who writes them counts by itself. */
    @Override
    public long getSumDocFreq() {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getDocCount() {
        return posts;
    }

    @Override
    public boolean hasFreqs() {
        return true;
    }

    @Override
    public boolean hasOffsets() {
        return false;
    }

    @Override
    public boolean hasPositions() {
        return true;
    }

    @Override
    public boolean hasPayloads() {
        return false;
    }

    /** The terms in the order of their bytes. */
    private final class InOrder extends BaseTermsEnum {
        private final int[] sorted;
        private final BytesRef term = new BytesRef();
        private int at = -1;

        InOrder(int[] sorted) {
            this.sorted = sorted;
        }

        /** Null at the end, as Lucene asks. */
        @Override
        public BytesRef next() {
            if (++at >= terms.size()) {
                return null;
            }
            terms.get(sorted[at], term);
            return term;
        }

        @Override
        public BytesRef term() {
            return term;
        }

        @Override
        public PostingsEnum postings(PostingsEnum reuse, int flags) {
            OneList list = reuse instanceof OneList old ? old : new OneList();
            list.set(lists, starts[sorted[at]], starts[sorted[at] + 1]);
            return list;
        }

        @Override
        public SeekStatus seekCeil(BytesRef text) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void seekExact(long ord) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long ord() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int docFreq() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long totalTermFreq() {
            return starts[sorted[at] + 1] - starts[sorted[at]];
        }

        @Override
        public ImpactsEnum impacts(int flags) {
            throw new UnsupportedOperationException();
        }
    }

    /** One term's documents and positions. */
    private static final class OneList extends PostingsEnum {
        private long[] lists = {};
        private int position;
        private int next;
        private int end;
        private int freq;
        private int document;

        void set(long[] fieldLists, int from, int to) {
            lists = fieldLists;
            next = from;
            end = to;
            document = -1;
        }

        @Override
        public int nextDoc() {
            if (next == end) {
                document = NO_MORE_DOCS;
                return document;
            }
            position = next;
            document = (int) (lists[next] >>> 32);
            do {
                next++;
            } while (next < end && (int) (lists[next] >>> 32) == document);
            freq = next - position;
            return document;
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int freq() {
            return freq;
        }

        @Override
        public int nextPosition() {
            return (int) lists[position++];
        }

        @Override
        public int advance(int target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long cost() {
            return end - next;
        }

        @Override
        public int startOffset() {
            return -1;
        }

        @Override
        public int endOffset() {
            return -1;
        }

        /** None, as Lucene says it. */
        @Override
        public BytesRef getPayload() {
            return null;
        }
    }
}
