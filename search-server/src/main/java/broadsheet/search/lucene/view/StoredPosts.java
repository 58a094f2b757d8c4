package broadsheet.search.lucene.view;

import broadsheet.analysis.TextLayout;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.PostView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.BytesRef;

/** The stored fields of posts, by document number, for one search. */
public final class StoredPosts {

    /** Stands for a text that is not needed. */
    public static final BytesRef NO_TEXT = new BytesRef();

    private final IndexReader reader;
    private final StoredFields stored;
    /** By segment: each has a buffer as long as the longest text of its segment. */
    private final BinaryDocValues[] texts;
    private final TextLayouts[] layouts;

    public StoredPosts(IndexReader reader) throws IOException {
        this.reader = reader;
        this.stored = reader.storedFields();
        this.texts = new BinaryDocValues[reader.leaves().size()];
        this.layouts = new TextLayouts[texts.length];
    }

    public PostView view(int document) throws IOException {
        Document post = stored.document(document);
        return new PostView(text(post, PostFields.ID), text(post, PostFields.URL), text(post, PostFields.TITLE),
                text(post, PostFields.EXCERPT), instant(post, PostFields.DATE), instant(post, PostFields.UPDATED),
                List.of(post.getValues(PostFields.AUTHOR)), List.of(post.getValues(PostFields.CATEGORY)),
                List.of(post.getValues(PostFields.TAG)), text(post, PostFields.LANG), text(post, PostFields.IMAGE),
                post.getField(PostFields.WORDS).numericValue().intValue());
    }

    /** The fields that a list of copies shows; cheaper than {@link #view}. */
    public PostCard card(int document) throws IOException {
        LeafReaderContext segment = segment(document);
        BinaryDocValues cards = DocValues.getBinary(segment.reader(), PostSchema.CARD);
        if (!cards.advanceExact(document - segment.docBase)) {
            throw new IOException("document " + document + " has no card");
        }
        return PostCard.decode(cards.binaryValue());
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

    private static String text(Document post, String field) {
        String value = post.get(field);
        return value == null ? "" : value;
    }

    private static Optional<Instant> instant(Document post, String field) {
        IndexableField value = post.getField(field);
        return value == null
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(value.numericValue().longValue()));
    }
}
