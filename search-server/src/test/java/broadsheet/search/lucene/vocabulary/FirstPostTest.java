package broadsheet.search.lucene.vocabulary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** It says what Lucene counts, over several segments with posts that were written anew. */
class FirstPostTest {

    private static final String[] WORDS = {"harbour", "mayor", "flood", "wall", "council", "storm", "nowhere"};

    @TempDir
    Path folder;

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    private List<Post> posts(int build) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = build > 0 && i < 6 ? "p" + i : "p" + build + "-" + i;
            posts.add(IndexOfPosts.post(id, "en", "Harbour",
                    WORDS[random.nextInt(6)] + " " + WORDS[random.nextInt(6)] + " " + WORDS[random.nextInt(6)])
                    .build());
        }
        return posts;
    }

    @Test
    void somePostHasAllWordsWhereACountFindsAny() throws IOException {
        try (IndexOfPosts index = IndexOfPosts.ofBuilds(folder, List.of(posts(0), posts(1), posts(2)))) {
            Reading reading = index.reading();
            int found = 0;
            for (int i = 0; i < 300; i++) {
                List<BytesRef> terms = new ArrayList<>();
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (int word = 0; word < random.nextInt(5); word++) {
                    terms.add(new BytesRef(WORDS[random.nextInt(WORDS.length)]));
                    all.add(new TermQuery(new Term("exact", terms.getLast())), Occur.FILTER);
                }
                boolean any = reading.searcher().count(all.build()) > 0;
                assertEquals(any, new FirstPost(reading, "exact").hasAll(terms), "seed " + seed + " " + all.build());
                found += any ? 1 : 0;
            }
            assertTrue(found > 0 && found < 300, "seed " + seed);
        }
    }
}
