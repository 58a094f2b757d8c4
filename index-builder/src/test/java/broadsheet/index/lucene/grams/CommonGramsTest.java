package broadsheet.index.lucene.grams;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.grams.CommonGrams.Gram;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Common words side by side are found where Lucene finds them by their places, and as often. */
class CommonGramsTest {

    private static final List<String> WORDS = List.of("the", "of", "sea", "wall", "U.S.", "e-mail", "it's", "rare");

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int word = (int) (WORDS.size() * Math.pow(random.nextDouble(), 2));
            text.append(WORDS.get(word)).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    /** Two builds, so that there are several segments and deleted posts. */
    private Path index() throws IOException {
        Path index = folder.resolve("index");
        for (int build = 0; build < 2; build++) {
            try (LucenePostIndexer indexer = LucenePostIndexer.open(index, build > 0)) {
                for (int i = 0; i < 200; i++) {
                    String id = "p" + (build * 150 + i);
                    indexer.put(id, List.of(Post.builder(id).title(text(3)).body(text(random.nextInt(30))).lang("en")
                            .build()));
                }
                indexer.publish(new byte[0]);
            }
        }
        return GenerationStore.at(index).open().orElseThrow().generation().folder();
    }

    /** Each post of an index with how often the words stand there: "17 x2". */
    private static Set<String> told(Gram gram, DirectoryReader reader) throws IOException {
        Set<String> told = new TreeSet<>();
        for (LeafReaderContext segment : reader.leaves()) {
            GramPosts posts = gram.posts(segment.docBase, segment.reader().maxDoc());
            for (int at = posts.nextDoc(); at != GramPosts.NO_MORE_DOCS; at = posts.nextDoc()) {
                assertTrue(posts.freq() <= gram.most());
                if (segment.reader().getLiveDocs() == null || segment.reader().getLiveDocs().get(at)) {
                    told.add(segment.docBase + at + " x" + posts.freq());
                }
            }
        }
        return told;
    }

    private static Set<String> expected(DirectoryReader reader, String one, String other) throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(new TimesAlone());
        Query phrase = new PhraseQuery(PostSchema.EXACT, one, other);
        Set<String> expected = new TreeSet<>();
        for (ScoreDoc found : searcher.search(phrase, reader.maxDoc()).scoreDocs) {
            expected.add(found.doc + " x" + (int) found.score);
        }
        return expected;
    }

    /** Scores how often a quotation is there. */
    private static final class TimesAlone extends Similarity {
        @Override
        public SimScorer scorer(float boost, CollectionStatistics field,
                TermStatistics... words) {
            return new SimScorer() {
                @Override
                public float score(float times, long length) {
                    return times;
                }
            };
        }
    }

    @Test
    void theyStandWhereLuceneFindsThem() throws IOException {
        try (FSDirectory directory = FSDirectory.open(index());
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Path file = Files.createDirectory(folder.resolve("grams"));
            CommonGrams.write(file, reader, PostSchema.EXACT, 1);
            List<String> exact = new ArrayList<>(List.of("the", "of", "sea", "wall", "u.s", "it", "mail", "e"));
            int known = 0;
            try (CommonGrams grams = CommonGrams.open(file)) {
                for (String one : exact) {
                    for (String other : exact) {
                        Optional<Gram> gram = grams.of(new BytesRef(one), new BytesRef(other));
                        if (gram.isPresent()) {
                            known++;
                            assertEquals(expected(reader, one, other), told(gram.get(), reader),
                                    one + " " + other + ", seed " + seed);
                        }
                    }
                }
                assertEquals(Optional.empty(), grams.of(new BytesRef("the"), new BytesRef("nowhere")));
            }
            assertTrue(known >= 16, known + " pairs");
        }
    }

    @Test
    void aSmallIndexHasNone() throws IOException {
        Path generation = index();
        assertEquals(0, CommonGrams.open(generation).words());
        Files.write(generation.resolve("common-grams"), new byte[]{1, 0, 0});
        try (FSDirectory directory = FSDirectory.open(generation);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            CommonGrams.write(generation, reader, PostSchema.EXACT, reader.maxDoc() + 1);
        }
        assertTrue(Files.notExists(generation.resolve("common-grams")), "it would tell of other posts");
    }

    @Test
    void anIndexOfManyPostsHasThem() throws IOException {
        Path index = folder.resolve("many");
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (int i = 0; i < CommonGrams.MANY_POSTS; i++) {
                String id = "p" + i;
                indexer.add(id, List.of(Post.builder(id).title("The sea").lang("en").build()));
            }
            indexer.publish(new byte[0]);
        }
        try (CommonGrams grams = CommonGrams
                .open(GenerationStore.at(index).open().orElseThrow().generation().folder())) {
            assertEquals(CommonGrams.MANY_POSTS,
                    grams.of(new BytesRef("the"), new BytesRef("sea")).orElseThrow().count());
            assertEquals(0, grams.of(new BytesRef("sea"), new BytesRef("the")).orElseThrow().count());
        }
    }

    @Test
    void anotherVersionIsRefused() throws IOException {
        Files.write(folder.resolve("common-grams"), new byte[]{2, 0, 0});
        assertThrows(IndexException.Damaged.class, () -> CommonGrams.open(folder));
    }
}
