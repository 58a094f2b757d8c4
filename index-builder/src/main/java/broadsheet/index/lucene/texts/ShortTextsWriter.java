package broadsheet.index.lucene.texts;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;
import org.apache.lucene.util.packed.DirectMonotonicWriter;

/** Writes what {@link ShortTextsFormat} describes. */
final class ShortTextsWriter extends DocValuesConsumer {

    /** Longer texts are written as they are: a page of ten of them would be read noticeably slower. */
    private static final int LONGEST = 2_000;
    /** Values of a segment from which pieces are learnt, spread evenly, and the bytes of each. */
    private static final int SAMPLES = 512;
    private static final int SAMPLE_BYTES = 160;

    private final IndexOutput meta;
    private final IndexOutput data;
    private final int documents;
    private final byte[] text = new byte[LONGEST + SymbolTable.LONGEST];
    private final byte[] encoded = new byte[2 * LONGEST + 1];

    ShortTextsWriter(SegmentWriteState state) throws IOException {
        documents = state.segmentInfo.maxDoc();
        meta = output(state, ShortTextsFormat.META);
        try {
            data = output(state, ShortTextsFormat.DATA);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(meta);
            throw e;
        }
    }

    private static IndexOutput output(SegmentWriteState state, String extension) throws IOException {
        IndexOutput out = state.directory.createOutput(
                IndexFileNames.segmentFileName(state.segmentInfo.name, state.segmentSuffix, extension), state.context);
        try {
            CodecUtil.writeIndexHeader(out, ShortTextsFormat.NAME, ShortTextsFormat.VERSION, state.segmentInfo.getId(),
                    state.segmentSuffix);
            return out;
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(out);
            throw e;
        }
    }

    @Override
    public void addBinaryField(FieldInfo field, DocValuesProducer values) throws IOException {
        SymbolFinder finder = learn(values.getBinary(field));
        meta.writeInt(field.number);
        finder.table().write(meta);
        long start = data.getFilePointer();
        int[] lengths = new int[documents];
        int longest = 0;
        BinaryDocValues each = values.getBinary(field);
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            BytesRef value = each.binaryValue();
            lengths[doc] = write(value, finder);
            longest = Math.max(longest, value.length);
        }
        meta.writeVInt(longest);
        long ends = data.getFilePointer();
        meta.writeVLong(ends);
        DirectMonotonicWriter writer = DirectMonotonicWriter.getInstance(meta, data, documents + 1L,
                ShortTextsFormat.BLOCK_SHIFT);
        long end = start;
        writer.add(end);
        for (int length : lengths) {
            end += length;
            writer.add(end);
        }
        writer.finish();
        meta.writeVLong(data.getFilePointer() - ends);
    }

    private SymbolFinder learn(BinaryDocValues values) throws IOException {
        byte[] sample = new byte[Math.min(documents, SAMPLES + 1) * SAMPLE_BYTES + SymbolTable.LONGEST];
        int step = Math.max(1, (documents + SAMPLES - 1) / SAMPLES);
        int length = 0;
        for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
            if (doc % step == 0) {
                BytesRef value = values.binaryValue();
                int taken = Math.min(Math.min(SAMPLE_BYTES, value.length),
                        sample.length - SymbolTable.LONGEST - length);
                System.arraycopy(value.bytes, value.offset, sample, length, taken);
                length += taken;
            }
        }
        return SymbolFinder.of(sample, length);
    }

    /** Gives how many bytes were written. */
    private int write(BytesRef value, SymbolFinder finder) throws IOException {
        if (value.length > LONGEST) {
            data.writeByte(SymbolTable.PLAIN);
            data.writeBytes(value.bytes, value.offset, value.length);
            return value.length + 1;
        }
        System.arraycopy(value.bytes, value.offset, text, 0, value.length);
        Arrays.fill(text, value.length, value.length + SymbolTable.LONGEST, (byte) 0);
        int length = finder.encode(text, value.length, encoded);
        data.writeBytes(encoded, length);
        return length;
    }

    @Override
    public void close() throws IOException {
        try (data; meta) {
            meta.writeInt(-1);
            CodecUtil.writeFooter(meta);
            CodecUtil.writeFooter(data);
        }
    }

    private static UnsupportedOperationException other(FieldInfo field) {
        return new UnsupportedOperationException("no text: " + field.name);
    }

    @Override
    public void addNumericField(FieldInfo field, DocValuesProducer values) {
        throw other(field);
    }

    @Override
    public void addSortedField(FieldInfo field, DocValuesProducer values) {
        throw other(field);
    }

    @Override
    public void addSortedNumericField(FieldInfo field, DocValuesProducer values) {
        throw other(field);
    }

    @Override
    public void addSortedSetField(FieldInfo field, DocValuesProducer values) {
        throw other(field);
    }
}
