package broadsheet.search.opensearch.notes;

import broadsheet.search.opensearch.notes.NotesReader.Numbers;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.PointValues;

/** How many posts have a number, and the least and the largest of them; which posts that are is not known here. */
final class KnownPoints extends PointValues {

    private final Numbers numbers;

    KnownPoints(Numbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public PointTree getPointTree() {
        throw new UnsupportedOperationException("the notes do not say which posts have a number");
    }

    @Override
    public byte[] getMinPackedValue() {
        return LongPoint.pack(numbers.least()).bytes;
    }

    @Override
    public byte[] getMaxPackedValue() {
        return LongPoint.pack(numbers.most()).bytes;
    }

    @Override
    public int getNumDimensions() {
        return 1;
    }

    @Override
    public int getNumIndexDimensions() {
        return 1;
    }

    @Override
    public int getBytesPerDimension() {
        return Long.BYTES;
    }

    @Override
    public long size() {
        return numbers.posts();
    }

    @Override
    public int getDocCount() {
        return numbers.posts();
    }
}
