package broadsheet.index.lucene;

import broadsheet.post.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * The little of a post that a list of copies shows. It stands in the index a second time, as doc values: stored fields
 * are packed in blocks, and unpacking one for each copy of each hit took a third of a query's time.
 */
public record PostCard(String id, String url, String title, Optional<Instant> date) {

    /** Three strings with their lengths before them, and milliseconds since 1970 where there is a date. */
    static BytesRef encode(Post post) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        out.writeString(post.id());
        out.writeString(post.url());
        out.writeString(post.title());
        post.date().map(Instant::toEpochMilli).ifPresent(out::writeLong);
        return new BytesRef(out.toArrayCopy());
    }

    /** Reads what {@link #encode} wrote. */
    public static PostCard decode(BytesRef card) {
        try {
            ByteArrayDataInput in = new ByteArrayDataInput(card.bytes, card.offset, card.length);
            return new PostCard(in.readString(), in.readString(), in.readString(),
                    in.eof() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(in.readLong())));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail so", e);
        }
    }
}
