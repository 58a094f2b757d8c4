package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of ten long articles: what it costs does not grow with each of them. */
class LongArticlesTest {

    private static final int ARTICLES = 10;

    @TempDir
    private Path folder;

    @Test
    void tenLongArticlesOnAPageShareOneBuffer() throws IOException {
        assertTrue(measured(300_000) <= 2_000_000, "bytes allocated for ten articles of 300 KB");
    }

    @Test
    @Tag("torture")
    void tenArticlesOfTwoMegabytesNeedLessThanFive() throws IOException {
        assertTrue(measured(2_000_000) <= 5_000_000, "bytes allocated for ten articles of 2 MB");
    }

    /** The least that a page of all articles allocates, of some warm rounds. */
    private long measured(int length) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            StringBuilder body = new StringBuilder();
            for (int sentence = 0; body.length() < length; sentence++) {
                body.append("The keeper ").append(i * 1_000_003 + sentence).append(" wrote of rain and tide and rope.")
                        .append(sentence % 7 == 6 ? "\n\n" : " ");
            }
            body.insert(body.indexOf("\n\n", length / 2) + 2, "A harbour lamp " + i + " was lit at the wall. ");
            posts.add(IndexOfPosts.post("p" + i, "en", "Article " + i, body.toString()).build());
        }
        IndexOfPosts.of(folder, posts).close();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        try (SearchEngine engine = LuceneSearchEngine.open(folder)) {
            for (int round = 0; round < 8; round++) {
                long cpu = threads.getCurrentThreadCpuTime();
                long before = threads.getCurrentThreadAllocatedBytes();
                SearchResponse page = engine.search(SearchRequest.of("harbour lamp"));
                long allocated = threads.getCurrentThreadAllocatedBytes() - before;
                if (allocated < least) {
                    least = allocated;
                    System.out.printf("%,d characters: %,d bytes, %.1f ms of CPU%n", length, allocated,
                            (threads.getCurrentThreadCpuTime() - cpu) / 1e6);
                }
                assertEquals(ARTICLES, page.hits().size());
                page.hits().forEach(hit -> assertTrue(hit.snippets().get(0).text().contains("harbour lamp"),
                        hit.snippets().toString()));
            }
        }
        return least;
    }
}
