package broadsheet.index.lucene;

import broadsheet.copies.Sketch;
import broadsheet.copies.SketchMaker;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.BytesRef;

/**
 * The sketches of a segment's posts, by which copies are found. A short post's sketch is nearly as long as its text, and
 * quickly made from it: it is not kept, but made each time. A long post's sketch is a small part of the post, and making it
 * takes long: it is kept. For one thread, documents in rising order.
 */
final class PostSketches {

    /** Bytes of text up to which a sketch is made each time. */
    private static final int SHORT = 1_000;

    private final SketchMaker maker = new SketchMaker();
    private final BinaryDocValues kept;
    private final BinaryDocValues cards;
    private final BinaryDocValues texts;

    PostSketches(LeafReader segment) throws IOException {
        this.kept = DocValues.getBinary(segment, PostSchema.SKETCH);
        this.cards = DocValues.getBinary(segment, PostSchema.CARD);
        this.texts = DocValues.getBinary(segment, PostSchema.TEXT);
    }

    /** Whether the sketch of a post whose text has so many bytes stands in the index. */
    static boolean isKept(int textBytes) {
        return textBytes > SHORT;
    }

    Sketch of(int document) throws IOException {
        if (kept.advanceExact(document)) {
            BytesRef sketch = kept.binaryValue();
            return Sketch.parse(sketch.bytes, sketch.offset, sketch.length);
        }
        return maker.of(post(document));
    }

    private Post post(int document) throws IOException {
        if (!cards.advanceExact(document) || !texts.advanceExact(document)) {
            throw new IOException("document " + document + " has no card or no text");
        }
        PostCard card = PostCard.decode(cards.binaryValue());
        BytesRef text = texts.binaryValue();
        int excerpt = card.excerptBytes();
        PostBuilder post = Post.builder(card.id()).title(card.title())
                .excerpt(new String(text.bytes, text.offset, excerpt, StandardCharsets.UTF_8))
                .body(new String(text.bytes, text.offset + excerpt, text.length - excerpt, StandardCharsets.UTF_8));
        card.date().ifPresent(post::date);
        return post.build();
    }
}
