package broadsheet.index.lucene;

import java.io.IOException;
import java.util.Map;
import org.apache.lucene.codecs.NormsProducer;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.NumericDocValues;

/** Norms of some fields that stand in memory, and what Lucene has written of all others. */
final class KnownNorms extends NormsProducer {

    private final Map<String, byte[]> known;
    private final NormsProducer written;

    /** @param known by field, a byte for each document */
    KnownNorms(Map<String, byte[]> known, NormsProducer written) {
        this.known = known;
        this.written = written;
    }

    /** Asked for at each term. */
    @Override
    public NumericDocValues getNorms(FieldInfo field) throws IOException {
        byte[] norms = known.get(field.name);
        return norms == null ? written.getNorms(field) : new Bytes(norms);
    }

    @Override
    public void checkIntegrity() throws IOException {
        written.checkIntegrity();
    }

    @Override
    public void close() throws IOException {
        written.close();
    }

    /** A byte for each document; 0 for one without words. */
    private static final class Bytes extends NumericDocValues {
        private final byte[] norms;
        private int document = -1;

        Bytes(byte[] norms) {
            this.norms = norms;
        }

        @Override
        public boolean advanceExact(int target) {
            document = target;
            return norms[target] != 0;
        }

        @Override
        public long longValue() {
            return norms[document];
        }

        @Override
        public int docID() {
            return document;
        }

        @Override
        public int nextDoc() {
            return advance(document + 1);
        }

        @Override
        public int advance(int target) {
            document = target;
            while (document < norms.length && norms[document] == 0) {
                document++;
            }
            document = document < norms.length ? document : NO_MORE_DOCS;
            return document;
        }

        @Override
        public long cost() {
            return norms.length;
        }
    }
}
