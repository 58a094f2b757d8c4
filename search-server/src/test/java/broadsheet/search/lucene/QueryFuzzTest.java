package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class QueryFuzzTest {

    private static final long SEED = 20261123;

    @TempDir
    private Path folder;

    @Test
    void anyTextIsAnsweredAndItsReadingReadsTheSame() throws IOException {
        answer(SEED);
    }

    /** The other half, beside the first one. */
    @Test
    void soIsAnyOther() throws IOException {
        answer(SEED + 1);
    }

    private void answer(long seed) throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            posts.add(post("p" + i, "Oil price " + i, "The government of London votes on flood walls. A sea wall, "
                    + "women elected, C++ and AT&T at 10:30.\n\nSmith said covid-19 costs £5m.").build());
        }
        posts.add(post("zh", "新闻", "中文新闻报道。").lang("zh").build());
        QueryFuzz fuzz = new QueryFuzz(seed, List.of("sea wall cost", "who voted on the flood wall?"));
        try (SmallArchive archive = SmallArchive.of(folder, posts)) {
            for (int i = 0; i < 10_000; i++) {
                String query = fuzz.next();
                String place = "seed " + seed + ", query " + i + ": " + query;
                try {
                    String read = archive.ask(query).query().read();
                    if (i % 4 == 0) {
                        assertEquals(read, archive.ask(read).query().read(), place);
                    }
                } catch (RuntimeException e) {
                    throw new AssertionError(place, e);
                }
            }
        }
    }
}
