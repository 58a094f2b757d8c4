package broadsheet.search.lucene.view;

import broadsheet.analysis.TextLayout;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.PostView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;

/** What is kept of posts, by document number, for one search. */
public final class StoredPosts {

    /** Stands for a text that is not needed. */
    public static final BytesRef NO_TEXT = new BytesRef();

    private final IndexReader reader;
    /** By segment, as the two below: each has a buffer as long as the longest value of its segment. */
    private final BinaryDocValues[] cards;
    private final BinaryDocValues[] texts;
    private final TextLayouts[] layouts;

    public StoredPosts(IndexReader reader) {
        this.reader = reader;
        this.cards = new BinaryDocValues[reader.leaves().size()];
        this.texts = new BinaryDocValues[cards.length];
        this.layouts = new TextLayouts[texts.length];
    }

    public PostView view(int document) throws IOException {
        PostCard card = card(document);
        return new PostView(card.id(), card.url(), card.title(), excerpt(document, card.excerptBytes()), card.date(),
                card.updated(), card.authors(), card.categories(), card.tags(), card.lang(), card.image(),
                card.words());
    }

    private String excerpt(int document, int bytes) throws IOException {
        BytesRef text = bytes == 0 ? NO_TEXT : text(document);
        return bytes == 0 ? "" : new String(text.bytes, text.offset, bytes, StandardCharsets.UTF_8);
    }

    /** All that is kept of a post but its text and its layout. */
    public PostCard card(int document) throws IOException {
        LeafReaderContext segment = segment(document);
        int number = document - segment.docBase;
        BinaryDocValues values = cards[segment.ord];
        if (values == null || values.docID() > number) {
            values = DocValues.getBinary(segment.reader(), PostSchema.CARD);
            cards[segment.ord] = values;
        }
        if (!values.advanceExact(number)) {
            throw new IOException("document " + document + " has no card");
        }
        return PostCard.decode(values.binaryValue());
    }

    /**
     * The kept text, excerpt and body: bytes in UTF-8, good until the next call. Documents asked for in rising order
     * share one buffer.
     */
    public BytesRef text(int document) throws IOException {
        LeafReaderContext segment = segment(document);
        int number = document - segment.docBase;
        BinaryDocValues values = texts[segment.ord];
        if (values == null || values.docID() > number) {
            values = DocValues.getBinary(segment.reader(), PostSchema.TEXT);
            texts[segment.ord] = values;
        }
        return values.advanceExact(number) ? values.binaryValue() : NO_TEXT;
    }

    /** The layout of the text; good until the next call. */
    public TextLayout layout(int document) {
        LeafReaderContext segment = segment(document);
        if (layouts[segment.ord] == null) {
            layouts[segment.ord] = new TextLayouts(segment.reader());
        }
        return layouts[segment.ord].of(document - segment.docBase);
    }

    /** The same for as long as it is needed. */
    public TextLayout ownLayout(int document) {
        LeafReaderContext segment = segment(document);
        return new TextLayouts(segment.reader()).of(document - segment.docBase);
    }

    /** The body alone. */
    public String body(int document) throws IOException {
        BytesRef text = text(document);
        int start = layout(document).excerptBytes();
        return new String(text.bytes, text.offset + start, text.length - start, StandardCharsets.UTF_8);
    }

    public LeafReaderContext segment(int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }
}
