package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader that remembers terms answers as the one that looks each up. */
class KnownTermsTest {

    private static final String[] WORDS = {"harbour", "mayor", "flood", "wall", "council", "storm", "rail", "brass",
            "zebra", "aardvark", "mayo", "wallet"};
    private static final int IN_POSTS = 8;

    @TempDir
    Path folder;

    private final long seed = System.nanoTime();

    private IndexOfPosts index() throws IOException {
        Random random = new Random(seed);
        List<List<Post>> builds = new ArrayList<>();
        for (int build = 0; build < 2; build++) {
            List<Post> posts = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                StringBuilder text = new StringBuilder();
                for (int word = 0; word < 1 + random.nextInt(9); word++) {
                    text.append(WORDS[random.nextInt(IN_POSTS)]).append(' ');
                }
                posts.add(IndexOfPosts.post("p" + build + "-" + i, "en", "Post", text.toString()).build());
            }
            builds.add(posts);
        }
        return IndexOfPosts.ofBuilds(folder, builds);
    }

    private static List<Integer> posts(TermsEnum term, int flags) throws IOException {
        List<Integer> posts = new ArrayList<>();
        PostingsEnum all = term.postings(null, flags);
        while (all.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
            posts.add(all.docID());
            posts.add(all.freq());
        }
        return posts;
    }

    private static String text(BytesRef term) {
        return term == null ? "the end" : term.utf8ToString();
    }

    /** Some steps of a random walk over the terms of a field, by both. */
    private void compare(TermsEnum known, TermsEnum looked, Random random) throws IOException {
        for (int step = 0; step < 12; step++) {
            BytesRef word = new BytesRef(WORDS[random.nextInt(WORDS.length)]);
            boolean placed;
            switch (random.nextInt(3)) {
                case 0 -> {
                    TermsEnum.SeekStatus status = looked.seekCeil(word);
                    assertEquals(status, known.seekCeil(word));
                    placed = status != TermsEnum.SeekStatus.END;
                }
                case 1 -> {
                    placed = looked.seekExact(word);
                    assertEquals(placed, known.seekExact(word));
                }
                default -> {
                    placed = looked.seekExact(word);
                    assertEquals(placed, known.prepareSeekExact(word) != null && known.seekExact(word));
                }
            }
            if (placed) {
                assertEquals(text(looked.term()), text(known.term()));
                assertEquals(looked.docFreq(), known.docFreq());
                assertEquals(looked.totalTermFreq(), known.totalTermFreq());
                assertEquals(posts(looked, PostingsEnum.FREQS), posts(known, PostingsEnum.FREQS));
                known.seekExact(BytesRef.deepCopyOf(known.term()), known.termState());
                assertEquals(looked.docFreq(), known.docFreq());
                assertEquals(text(looked.next()), text(known.next()));
            }
        }
    }

    private Void compareAll(DirectoryReader known, DirectoryReader looked, long own) throws IOException {
        Random random = new Random(own);
        for (int round = 0; round < 60; round++) {
            int segment = random.nextInt(looked.leaves().size());
            LeafReader all = looked.leaves().get(segment).reader();
            compare(known.leaves().get(segment).reader().terms("exact").iterator(), all.terms("exact").iterator(),
                    random);
        }
        return null;
    }

    @Test
    void termsAreAnsweredAsTheIndexHasThemByManyThreadsAtOnce()
            throws IOException, InterruptedException, ExecutionException {
        try (IndexOfPosts index = index(); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            DirectoryReader known = index.view().reader();
            DirectoryReader looked = FilterDirectoryReader.unwrap(known);
            assertTrue(looked != known && looked.leaves().size() == 2, "seed " + seed);
            List<Callable<Void>> walks = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                long own = seed + i;
                walks.add(() -> compareAll(known, looked, own));
            }
            for (Future<Void> walk : threads.invokeAll(walks)) {
                walk.get();
            }
        }
    }

    @Test
    void aTermThatACallerWritesOverStaysKnown() throws IOException {
        try (IndexOfPosts index = index()) {
            TermsEnum terms = index.view().reader().leaves().get(0).reader().terms("exact").iterator();
            BytesRef word = new BytesRef("mayor");
            assertTrue(terms.seekExact(word));
            word.bytes[word.offset + 4] = 'x';
            assertFalse(terms.seekExact(new BytesRef("mayox")));
            assertTrue(terms.seekExact(new BytesRef("mayor")));
        }
    }

    @Test
    void theMemoryOfAFieldIsBounded() throws IOException {
        try (IndexOfPosts index = index()) {
            LeafReader segment = index.view().reader().leaves().get(0).reader();
            for (int i = 0; i < 30_000; i++) {
                assertFalse(segment.terms("exact").iterator().seekExact(new BytesRef("absent" + i)));
            }
            KnownTerms.FieldTerms terms = (KnownTerms.FieldTerms) segment.terms("exact");
            assertTrue(terms.known() <= 8_192 / 2, terms.known() + " terms are known");
            assertTrue(segment.terms("exact").iterator().seekExact(new BytesRef("mayor")));
        }
    }
}
