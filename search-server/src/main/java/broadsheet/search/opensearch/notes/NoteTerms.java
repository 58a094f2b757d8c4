package broadsheet.search.opensearch.notes;

import java.util.Arrays;
import org.apache.lucene.index.BaseTermsEnum;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** The terms of a field by number, in the order of their bytes, with their counts and without postings. */
final class NoteTerms extends Terms {

    private final byte[] bytes;
    private final int[] starts;
    private final int[] posts;
    private final long[] times;
    private final int documents;
    private final long inPosts;
    private final long inAll;

    private NoteTerms(Builder built, int documents) {
        this.bytes = Arrays.copyOf(built.bytes, built.starts[built.size]);
        this.starts = Arrays.copyOf(built.starts, built.size + 1);
        this.posts = Arrays.copyOf(built.posts, built.size);
        this.times = Arrays.copyOf(built.times, built.size);
        this.documents = documents;
        this.inPosts = Arrays.stream(posts).asLongStream().sum();
        this.inAll = Arrays.stream(times).sum();
    }

    /** Takes terms in the order of their bytes. */
    static final class Builder {
        private byte[] bytes = new byte[1 << 10];
        private int[] starts = new int[1 << 7];
        private int[] posts = new int[1 << 7];
        private long[] times = new long[1 << 7];
        private int size;

        void add(byte[] term, int inPosts, long inAll) {
            int end = starts[size] + term.length;
            bytes = ArrayUtil.grow(bytes, end);
            starts = ArrayUtil.grow(starts, size + 2);
            posts = ArrayUtil.grow(posts, size + 1);
            times = ArrayUtil.grow(times, size + 1);
            System.arraycopy(term, 0, bytes, starts[size], term.length);
            posts[size] = inPosts;
            times[size] = inAll;
            starts[++size] = end;
        }

        /** @param documents how many posts there are in all */
        NoteTerms build(int documents) {
            return new NoteTerms(this, documents);
        }
    }

    @Override
    public TermsEnum iterator() {
        return new Walk();
    }

    @Override
    public long size() {
        return posts.length;
    }

    @Override
    public long getSumTotalTermFreq() {
        return inAll;
    }

    @Override
    public long getSumDocFreq() {
        return inPosts;
    }

    @Override
    public int getDocCount() {
        return documents;
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

    private final class Walk extends BaseTermsEnum {
        private final BytesRef here = new BytesRef(bytes, 0, 0);
        private int number = -1;

        /** The number of the first term that is not below this one. */
        private int firstFrom(BytesRef term) {
            int low = 0;
            int high = posts.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                int order = Arrays.compareUnsigned(bytes, starts[middle], starts[middle + 1], term.bytes,
                        term.offset, term.offset + term.length);
                if (order < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private BytesRef at(int place) {
            number = place;
            here.offset = starts[place];
            here.length = starts[place + 1] - starts[place];
            return here;
        }

        @Override
        public SeekStatus seekCeil(BytesRef term) {
            int first = firstFrom(term);
            if (first == posts.length) {
                number = first;
                return SeekStatus.END;
            }
            return at(first).equals(term) ? SeekStatus.FOUND : SeekStatus.NOT_FOUND;
        }

        @Override
        public void seekExact(long ord) {
            at((int) ord);
        }

        @Override
        public BytesRef next() {
            if (number + 1 >= posts.length) {
                number = posts.length;
                return null;
            }
            return at(number + 1);
        }

        @Override
        public BytesRef term() {
            return here;
        }

        @Override
        public long ord() {
            return number;
        }

        @Override
        public int docFreq() {
            return posts[number];
        }

        @Override
        public long totalTermFreq() {
            return times[number];
        }

        @Override
        public PostingsEnum postings(PostingsEnum reuse, int flags) {
            throw new UnsupportedOperationException("the notes do not say in which posts a term stands");
        }

        @Override
        public ImpactsEnum impacts(int flags) {
            throw new UnsupportedOperationException("the notes do not say in which posts a term stands");
        }
    }
}
