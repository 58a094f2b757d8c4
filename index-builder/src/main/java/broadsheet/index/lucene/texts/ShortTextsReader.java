package broadsheet.index.lucene.texts;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValuesSkipper;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.store.ChecksumIndexInput;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.LongValues;
import org.apache.lucene.util.packed.DirectMonotonicReader;

/** Reads what {@link ShortTextsFormat} describes. */
final class ShortTextsReader extends DocValuesProducer {

    private final Map<Integer, Field> fields = new HashMap<>();
    private final int documents;
    private final IndexInput data;

    /**
     * A field's values.
     *
     * @param longest bytes of the longest value
     * @param ends where the places of their ends stand, and how many bytes these take
     */
    private record Field(SymbolTable table, int longest, long ends, long endsLength,
            DirectMonotonicReader.Meta places) {}

    ShortTextsReader(SegmentReadState state) throws IOException {
        documents = state.segmentInfo.maxDoc();
        try (ChecksumIndexInput meta = state.directory.openChecksumInput(name(state, ShortTextsFormat.META))) {
            Throwable failure = null;
            try {
                checkHeader(meta, state);
                readFields(meta);
            } catch (IOException | RuntimeException e) {
                failure = e;
            } finally {
                CodecUtil.checkFooter(meta, failure);
            }
        }
        data = state.directory.openInput(name(state, ShortTextsFormat.DATA), state.context);
        try {
            checkHeader(data, state);
            CodecUtil.retrieveChecksum(data);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(data);
            throw e;
        }
    }

    private static String name(SegmentReadState state, String extension) {
        return IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension);
    }

    private static void checkHeader(IndexInput in, SegmentReadState state) throws IOException {
        CodecUtil.checkIndexHeader(in, ShortTextsFormat.NAME, ShortTextsFormat.VERSION, ShortTextsFormat.VERSION,
                state.segmentInfo.getId(), state.segmentSuffix);
    }

    private void readFields(IndexInput meta) throws IOException {
        for (int field = meta.readInt(); field >= 0; field = meta.readInt()) {
            SymbolTable table = SymbolTable.read(meta);
            int longest = meta.readVInt();
            long ends = meta.readVLong();
            DirectMonotonicReader.Meta places = DirectMonotonicReader.loadMeta(meta, documents + 1L,
                    ShortTextsFormat.BLOCK_SHIFT);
            fields.put(field, new Field(table, longest, ends, meta.readVLong(), places));
        }
    }

    @Override
    public BinaryDocValues getBinary(FieldInfo field) throws IOException {
        return new Texts(fields.get(field.number));
    }

    @Override
    public void checkIntegrity() throws IOException {
        CodecUtil.checksumEntireFile(data);
    }

    @Override
    public void close() throws IOException {
        data.close();
    }

    /** Values for one thread; a value is good until the next is asked for. */
    private final class Texts extends BinaryDocValues {
        private final SymbolTable table;
        private final LongValues ends;
        private final IndexInput values;
        private final BytesRef text;
        private byte[] written = new byte[0];
        private int document = -1;

        Texts(Field field) throws IOException {
            table = field.table;
            ends = DirectMonotonicReader.getInstance(field.places,
                    data.randomAccessSlice(field.ends, field.endsLength));
            values = data.slice("texts", 0, field.ends);
            text = new BytesRef(field.longest + SymbolTable.LONGEST);
        }

        @Override
        public BytesRef binaryValue() throws IOException {
            long start = ends.get(document);
            int length = (int) (ends.get(document + 1L) - start);
            values.seek(start);
            if (length == 0) {
                text.length = 0;
                return text;
            }
            byte first = values.readByte();
            if (first == SymbolTable.PLAIN) {
                text.length = length - 1;
                values.readBytes(text.bytes, 0, text.length);
                return text;
            }
            if (written.length < length) {
                written = new byte[length + length / 2];
            }
            written[0] = first;
            values.readBytes(written, 1, length - 1);
            text.length = table.decode(written, length, text.bytes);
            return text;
        }

        @Override
        public boolean advanceExact(int target) {
            document = target;
            return true;
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
            document = target < documents ? target : NO_MORE_DOCS;
            return document;
        }

        @Override
        public long cost() {
            return documents;
        }
    }

    private static UnsupportedOperationException other(FieldInfo field) {
        return new UnsupportedOperationException("no text: " + field.name);
    }

    @Override
    public NumericDocValues getNumeric(FieldInfo field) {
        throw other(field);
    }

    @Override
    public SortedDocValues getSorted(FieldInfo field) {
        throw other(field);
    }

    @Override
    public SortedNumericDocValues getSortedNumeric(FieldInfo field) {
        throw other(field);
    }

    @Override
    public SortedSetDocValues getSortedSet(FieldInfo field) {
        throw other(field);
    }

    @Override
    public DocValuesSkipper getSkipper(FieldInfo field) {
        throw other(field);
    }
}
