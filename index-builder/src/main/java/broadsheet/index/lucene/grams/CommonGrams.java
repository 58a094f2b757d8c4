package broadsheet.index.lucene.grams;

import broadsheet.index.IndexException;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IOUtils;

/**
 * The posts in which two common words stand side by side: a quotation of such words would else be told by the places of its
 * words, in nearly every post. In the file {@code common-grams} of a generation of many posts. Numbers of variable length:
 *
 * <pre>
 * version words {bytes} grams {word, word, posts, most times in a post, bytes}
 * grams {{distance to the last document * 2, and 1 where it is there more than once, then how often}}
 * </pre>
 *
 * <p>Two words that are both in the file and make no gram stand side by side in no post. The idea is that of Lucene's
 * {@code CommonGramsFilter}, which must know the common words before the first post is read; here they are known when the
 * index is finished. Safe for many threads.
 */
public final class CommonGrams implements Closeable {

    /** Knows no word. */
    public static final CommonGrams NONE = new CommonGrams(Map.of(), new Gram[0], Optional.empty());

    static final int VERSION = 1;
    /** In an archive of fewer posts a quotation takes a millisecond at most. */
    public static final int MANY_POSTS = 50_000;
    private static final String NAME = "common-grams";

    private final Map<BytesRef, Integer> words;
    /** By the numbers of the first and the second word; null for two that never stand side by side. */
    private final Gram[] grams;
    private final Optional<Opened> file;

    private CommonGrams(Map<BytesRef, Integer> words, Gram[] grams, Optional<Opened> file) {
        this.words = words;
        this.grams = grams;
        this.file = file;
    }

    private record Opened(Directory folder, IndexInput in) {}

    /** Two words side by side. */
    public static final class Gram {
        private static final Gram NOWHERE = new Gram(0, 0, null);

        private final int count;
        private final int most;
        private final IndexInput posts;

        private Gram(int count, int most, IndexInput posts) {
            this.count = count;
            this.most = most;
            this.posts = posts;
        }

        /** Posts that have them, deleted ones too. */
        public int count() {
            return count;
        }

        /** How often they stand in a post at most. */
        public int most() {
            return most;
        }

        /**
         * Those of one segment, by their numbers in it.
         *
         * @param base the number that its first document has in the whole index
         */
        public GramPosts posts(int base, int size) {
            return posts == null ? GramPosts.none() : new GramPosts(posts.clone(), count, base, size);
        }
    }

    /**
     * Writes the file of a finished index, or takes it away where there are too few posts for it.
     *
     * @param field has the words and their places
     * @param least posts that are enough
     */
    public static void write(Path folder, DirectoryReader reader, String field, int least) throws IOException {
        Path file = folder.resolve(NAME);
        if (reader.maxDoc() < least) {
            Files.deleteIfExists(file);
        } else {
            CommonGramsFinder.write(file, reader, field);
        }
    }

    /**
     * Opens those of a verified generation, in its folder; {@link #NONE} where it has no such file.
     *
     * @throws IndexException.Damaged when the file is not what was written
     */
    public static CommonGrams open(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(NAME))) {
            return NONE;
        }
        Directory directory = FSDirectory.open(folder);
        IndexInput in = null;
        try {
            in = directory.openInput(NAME, IOContext.DEFAULT);
            return read(directory, in);
        } catch (Throwable e) {
            IOUtils.closeWhileHandlingException(in, directory);
            throw e;
        }
    }

    private static CommonGrams read(Directory folder, IndexInput in) throws IOException {
        int version = in.readVInt();
        if (version != VERSION) {
            throw new IndexException.Damaged(NAME + ": expected version " + VERSION + ", was " + version);
        }
        int count = in.readVInt();
        Map<BytesRef, Integer> words = HashMap.newHashMap(count);
        for (int i = 0; i < count; i++) {
            byte[] word = new byte[in.readVInt()];
            in.readBytes(word, 0, word.length);
            words.put(new BytesRef(word), i);
        }
        int[][] heads = new int[in.readVInt()][];
        for (int i = 0; i < heads.length; i++) {
            heads[i] = new int[]{in.readVInt() * count + in.readVInt(), in.readVInt(), in.readVInt(), in.readVInt()};
        }
        Gram[] grams = new Gram[count * count];
        long at = in.getFilePointer();
        for (int[] head : heads) {
            grams[head[0]] = new Gram(head[1], head[2], in.slice(NAME, at, head[3]));
            at += head[3];
        }
        return new CommonGrams(words, grams, Optional.of(new Opened(folder, in)));
    }

    /** Two words side by side, by their exact forms; empty where one of them is not so common that this is known. */
    public Optional<Gram> of(BytesRef first, BytesRef second) {
        Integer one = words.get(first);
        Integer other = one == null ? null : words.get(second);
        if (other == null) {
            return Optional.empty();
        }
        Gram known = grams[one * words.size() + other];
        return Optional.of(known == null ? Gram.NOWHERE : known);
    }

    /** How many words are known. */
    public int words() {
        return words.size();
    }

    @Override
    public void close() {
        if (file.isPresent()) {
            try {
                IOUtils.close(file.get().in(), file.get().folder());
            } catch (IOException e) {
                throw new UncheckedIOException("closing " + NAME, e);
            }
        }
    }
}
