package broadsheet.index.lucene.texts;

import java.io.IOException;
import java.util.Set;
import org.apache.lucene.codecs.DocValuesConsumer;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.DocValuesProducer;
import org.apache.lucene.codecs.perfield.PerFieldDocValuesFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * Binary doc values that are mostly short texts, written by a {@link SymbolTable} of the segment: half the size of plain
 * ones, and each is read by itself at nearly the speed of copying it.
 *
 * <p>Two files: {@code .stm} has for each field the table and where its values are, {@code .std} the values, one after the
 * other. Each document has a value of each field.
 */
public final class ShortTextsFormat extends DocValuesFormat {

    static final String NAME = "BroadsheetShortTexts";
    static final String META = "stm";
    static final String DATA = "std";
    static final int VERSION = 1;
    static final int BLOCK_SHIFT = 14;

    /** For Lucene, which finds formats by name. */
    public ShortTextsFormat() {
        super(NAME);
    }

    /** Another format for all fields but those of short texts, whose names are given. */
    public static DocValuesFormat beside(DocValuesFormat plain, Set<String> texts) {
        DocValuesFormat shorter = new ShortTextsFormat();
        return new PerFieldDocValuesFormat() {
            @Override
            public DocValuesFormat getDocValuesFormatForField(String field) {
                return texts.contains(field) ? shorter : plain;
            }
        };
    }

    @Override
    public DocValuesConsumer fieldsConsumer(SegmentWriteState state) throws IOException {
        return new ShortTextsWriter(state);
    }

    @Override
    public DocValuesProducer fieldsProducer(SegmentReadState state) throws IOException {
        return new ShortTextsReader(state);
    }
}
