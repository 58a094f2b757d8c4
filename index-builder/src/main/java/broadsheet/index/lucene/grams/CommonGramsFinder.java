package broadsheet.index.lucene.grams;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.OutputStreamDataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * Finds the common words of a finished index and the posts in which two of them stand side by side, in one walk over their
 * postings; writes the file that {@link CommonGrams} reads. Takes about a microsecond a post, and one to two bytes for each
 * place in the archive where two such words meet.
 */
final class CommonGramsFinder {

    /** A common word is in one of so many posts. */
    private static final int ONE_OF = 16;
    private static final int MOST_WORDS = 96;

    private final DirectoryReader reader;
    private final String field;
    private final BytesRef[] words;
    private final ByteBuffersDataOutput[] posts;
    private final int[] counts;
    private final int[] last;
    private final int[] most;
    /** How often each pair stands in the post that is looked at, and which pairs do. */
    private final int[] times;
    private final int[] here;
    private int pairsHere;
    /** The places of the words in that post: position and word. */
    private long[] places = new long[256];
    private int placesHere;

    private CommonGramsFinder(DirectoryReader reader, String field, List<BytesRef> words) {
        this.reader = reader;
        this.field = field;
        this.words = words.toArray(BytesRef[]::new);
        int pairs = words.size() * words.size();
        this.posts = new ByteBuffersDataOutput[pairs];
        this.counts = new int[pairs];
        this.last = new int[pairs];
        this.most = new int[pairs];
        this.times = new int[pairs];
        this.here = new int[pairs];
    }

    static void write(Path file, DirectoryReader reader, String field) throws IOException {
        CommonGramsFinder finder = new CommonGramsFinder(reader, field, common(reader, field));
        for (LeafReaderContext segment : reader.leaves()) {
            finder.find(segment);
        }
        finder.write(file);
    }

    /** The commonest words of the largest segment, which are common in the others, too, or take little there. */
    private static List<BytesRef> common(DirectoryReader reader, String field) throws IOException {
        record Common(BytesRef word, int posts) {}
        List<Common> common = new ArrayList<>();
        LeafReaderContext largest = reader.leaves().stream()
                .max(Comparator.comparingInt(segment -> segment.reader().maxDoc())).orElseThrow();
        Terms terms = largest.reader().terms(field);
        TermsEnum all = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef word = all.next(); word != null; word = all.next()) {
            if ((long) all.docFreq() * ONE_OF >= largest.reader().maxDoc()) {
                common.add(new Common(BytesRef.deepCopyOf(word), all.docFreq()));
            }
        }
        return common.stream().sorted(Comparator.comparingInt(Common::posts).reversed()).limit(MOST_WORDS)
                .map(Common::word).sorted().toList();
    }

    private void find(LeafReaderContext segment) throws IOException {
        Terms terms = segment.reader().terms(field);
        TermsEnum found = terms == null ? TermsEnum.EMPTY : terms.iterator();
        PostingsEnum[] lists = new PostingsEnum[words.length];
        int[] at = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            boolean there = found.seekExact(words[i]);
            lists[i] = there ? found.postings(null, PostingsEnum.POSITIONS) : null;
            at[i] = there ? lists[i].nextDoc() : DocIdSetIterator.NO_MORE_DOCS;
        }
        for (int next = least(at); next != DocIdSetIterator.NO_MORE_DOCS; next = least(at)) {
            placesHere = 0;
            for (int i = 0; i < at.length; i++) {
                if (at[i] == next) {
                    addPlaces(lists[i], i);
                    at[i] = lists[i].nextDoc();
                }
            }
            addPost(segment.docBase + next);
        }
    }

    private static int least(int[] documents) {
        int least = DocIdSetIterator.NO_MORE_DOCS;
        for (int document : documents) {
            least = Math.min(least, document);
        }
        return least;
    }

    private void addPlaces(PostingsEnum list, int word) throws IOException {
        int count = list.freq();
        if (placesHere + count > places.length) {
            places = Arrays.copyOf(places, 2 * (placesHere + count));
        }
        for (int i = 0; i < count; i++) {
            places[placesHere++] = (long) list.nextPosition() << Integer.SIZE | word;
        }
    }

    private void addPost(int document) throws IOException {
        Arrays.sort(places, 0, placesHere);
        pairsHere = 0;
        for (int i = 0; i < placesHere; i++) {
            long next = (places[i] >>> Integer.SIZE) + 1;
            for (int j = i + 1; j < placesHere && places[j] >>> Integer.SIZE <= next; j++) {
                if (places[j] >>> Integer.SIZE == next) {
                    count((int) places[i] * words.length + (int) places[j]);
                }
            }
        }
        for (int i = 0; i < pairsHere; i++) {
            add(here[i], document);
        }
    }

    private void count(int pair) {
        if (times[pair]++ == 0) {
            here[pairsHere++] = pair;
        }
    }

    private void add(int pair, int document) throws IOException {
        if (posts[pair] == null) {
            posts[pair] = new ByteBuffersDataOutput();
        }
        int step = document - last[pair] << 1;
        posts[pair].writeVInt(times[pair] == 1 ? step : step | 1);
        if (times[pair] > 1) {
            posts[pair].writeVInt(times[pair]);
        }
        last[pair] = document;
        most[pair] = Math.max(most[pair], times[pair]);
        counts[pair]++;
        times[pair] = 0;
    }

    private void write(Path file) throws IOException {
        try (OutputStream stream = Files.newOutputStream(file);
                OutputStreamDataOutput out = new OutputStreamDataOutput(stream)) {
            out.writeVInt(CommonGrams.VERSION);
            out.writeVInt(words.length);
            for (BytesRef word : words) {
                out.writeVInt(word.length);
                out.writeBytes(word.bytes, word.offset, word.length);
            }
            out.writeVInt((int) Arrays.stream(counts).filter(count -> count > 0).count());
            for (int pair = 0; pair < counts.length; pair++) {
                if (counts[pair] > 0) {
                    out.writeVInt(pair / words.length);
                    out.writeVInt(pair % words.length);
                    out.writeVInt(counts[pair]);
                    out.writeVInt(most[pair]);
                    out.writeVInt(Math.toIntExact(posts[pair].size()));
                }
            }
            for (ByteBuffersDataOutput list : posts) {
                if (list != null) {
                    list.copyTo(out);
                }
            }
        }
    }
}
