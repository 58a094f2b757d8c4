package broadsheet.index.lucene;

import broadsheet.post.Post;
import broadsheet.post.ValueKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/**
 * All that is shown of a post beside its text, in one value. Doc values and no stored fields: these are packed in blocks,
 * and unpacking a block for each hit took an eighth of a query's time.
 *
 * @param authors each name once, in the first of its written forms
 * @param categories as authors
 * @param tags as authors
 * @param words how many words headline, excerpt and body have
 * @param excerptBytes how much of the kept text is the excerpt
 */
public record PostCard(String id, String url, String title, Optional<Instant> date, Optional<Instant> updated,
        List<String> authors, List<String> categories, List<String> tags, String lang, String image, int words,
        int excerptBytes) {

    private static final long MILLIS = 1000;
    /** Bytes of a number of variable length. */
    private static final int MOST_OF_NUMBER = 10;
    /** Beside the lengths of texts: lengths of lists, times, and counts. */
    private static final int NUMBERS = 7;

    static PostCard of(Post post, int words, int excerptBytes) {
        return new PostCard(post.id(), post.url(), post.title(), post.date(), post.updated(), distinct(post.authors()),
                distinct(post.categories()), distinct(post.tags()), post.lang(), post.image(), words, excerptBytes);
    }

    /** Each value once, in the first of its written forms: what is counted is then what a filter finds. */
    public static List<String> distinct(List<String> values) {
        if (values.size() == 1) {
            return ValueKey.of(values.getFirst()).isEmpty() ? List.of() : values;
        }
        Map<String, String> byKey = new LinkedHashMap<>();
        values.forEach(value -> byKey.putIfAbsent(ValueKey.of(value), value));
        byKey.remove("");
        return List.copyOf(byKey.values());
    }

    /** Texts with their lengths before them; numbers and times of variable length. */
    BytesRef encode() {
        try {
            byte[] card = new byte[mostBytes()];
            ByteArrayDataOutput out = new ByteArrayDataOutput(card);
            out.writeString(id);
            out.writeString(url);
            out.writeString(title);
            out.writeVInt(words);
            out.writeVInt(excerptBytes);
            write(date, out);
            write(updated, out);
            write(authors, out);
            write(categories, out);
            write(tags, out);
            out.writeString(lang);
            out.writeString(image);
            return new BytesRef(Arrays.copyOf(card, out.getPosition()));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail so", e);
        }
    }

    private int mostBytes() {
        int most = NUMBERS * MOST_OF_NUMBER;
        for (String text : List.of(id, url, title, lang, image)) {
            most += mostBytes(text);
        }
        for (List<String> texts : List.of(authors, categories, tags)) {
            for (String text : texts) {
                most += mostBytes(text);
            }
        }
        return most;
    }

    private static int mostBytes(String text) {
        return MOST_OF_NUMBER + UnicodeUtil.MAX_UTF8_BYTES_PER_CHAR * text.length();
    }

    /** 0 for none, else whole seconds where it is whole seconds, and what kind it is in the lowest two bits. */
    private static void write(Optional<Instant> moment, ByteArrayDataOutput out) throws IOException {
        long millis = moment.map(Instant::toEpochMilli).orElse(0L);
        boolean whole = millis % MILLIS == 0;
        out.writeZLong(moment.isEmpty() ? 0 : (whole ? millis / MILLIS : millis) << 2 | (whole ? 1 : 2));
    }

    private static void write(List<String> texts, ByteArrayDataOutput out) throws IOException {
        out.writeVInt(texts.size());
        for (String text : texts) {
            out.writeString(text);
        }
    }

    /** Reads what {@link #encode} wrote. */
    public static PostCard decode(BytesRef card) {
        try {
            ByteArrayDataInput in = new ByteArrayDataInput(card.bytes, card.offset, card.length);
            String id = text(in, card.bytes);
            String url = text(in, card.bytes);
            String title = text(in, card.bytes);
            int words = in.readVInt();
            int excerptBytes = in.readVInt();
            return new PostCard(id, url, title, moment(in.readZLong()), moment(in.readZLong()), texts(in, card.bytes),
                    texts(in, card.bytes), texts(in, card.bytes), text(in, card.bytes), text(in, card.bytes), words,
                    excerptBytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail so", e);
        }
    }

    private static Optional<Instant> moment(long value) {
        return value == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli((value & 1) == 1 ? (value >> 2) * MILLIS : value >> 2));
    }

    /** As the input would read it, but without a copy of the bytes. */
    private static String text(ByteArrayDataInput in, byte[] bytes) {
        int length = in.readVInt();
        int start = in.getPosition();
        in.skipBytes(length);
        return length == 0 ? "" : new String(bytes, start, length, StandardCharsets.UTF_8);
    }

    private static List<String> texts(ByteArrayDataInput in, byte[] bytes) {
        int count = in.readVInt();
        if (count == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(in, bytes));
        }
        return texts;
    }
}
