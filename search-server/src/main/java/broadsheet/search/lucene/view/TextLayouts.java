package broadsheet.search.lucene.view;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;

/** The text layouts of one segment's posts, one at a time. */
public final class TextLayouts {

    private final LeafReader reader;
    private final TextLayout layout = new TextLayout();
    private BinaryDocValues values;
    private int current = -1;

    public TextLayouts(LeafReader reader) {
        this.reader = reader;
    }

    /** The layout of a post by its number in the segment; good until the next call. */
    public TextLayout of(int document) {
        if (document == current) {
            return layout;
        }
        try {
            if (values == null || values.docID() > document) {
                values = DocValues.getBinary(reader, PostSchema.LAYOUT);
            }
            if (values.advanceExact(document)) {
                layout.decode(values.binaryValue());
            }
            current = document;
            return layout;
        } catch (IOException e) {
            throw new UncheckedIOException("reading a layout", e);
        }
    }
}
