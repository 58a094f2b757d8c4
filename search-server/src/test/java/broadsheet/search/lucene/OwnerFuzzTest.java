package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.SearchResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed: with synonyms and pins it is answered, reads the same again, and every score is explained whole. */
class OwnerFuzzTest {

    private static final long SEED = 20261124;
    private static final int QUERIES = 300;

    @TempDir
    private Path folder;

    @Test
    void anyTextIsExplainedToItsLastShare() throws Exception {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            posts.add(post("p" + i, "Oil price " + i,
                    "The government of London votes on flood walls. A sea wall, women "
                            + "elected, C++ and AT&T at 10:30.\n\nSmith said covid-19 costs £5m in the United States.")
                    .build());
        }
        posts.add(post("who", "WHO", "The World Health Organization counts coronavirus cases in the US.").build());
        posts.add(post("de", "Flut", "Die Flut in London, smith und wall.").lang("de").build());
        posts.add(post("zh", "新闻", "中文新闻报道。汉语。").lang("zh").build());
        SmallArchive.of(folder.resolve("index"), posts).close();
        Path synonyms = Files.writeString(folder.resolve("synonyms.txt"), """
                flood, deluge, sea wall
                covid-19 => coronavirus, corona virus
                US, United States
                who => the
                WHO => World Health Organization
                C++, C plus plus, AT&T
                中文, 汉语
                oil price => london
                """);
        Path pins = Files.writeString(folder.resolve("pins.txt"), "sea wall => who, p3\noil => de\n( => zh\n");
        OwnerFiles files = new OwnerFiles(Optional.of(new OwnerFile(synonyms, true)),
                Optional.of(new OwnerFile(pins, true)));
        QueryFuzz fuzz = new QueryFuzz(SEED, List.of("sea wall cost", "WHO voted on the US flood wall?", "oil price"));
        try (SearchEngine engine = LuceneSearchEngine.open(folder.resolve("index"), files,
                new ViewEngine.Settings(Ranking.DEFAULT, () -> SmallArchive.NOW, Budget.Limits.NONE))) {
            for (int i = 0; i < QUERIES; i++) {
                String query = fuzz.next();
                String place = "seed " + SEED + ", query " + i + ": " + query;
                try {
                    SearchResponse response = engine.search(SearchRequest.of(query).withExplain(true));
                    response.hits().forEach(hit -> assertExplained(hit, place));
                    String read = response.query().read();
                    assertEquals(read, engine.search(SearchRequest.of(read)).query().read(), place);
                } catch (RuntimeException e) {
                    throw new AssertionError(place, e);
                }
            }
        }
    }

    private static void assertExplained(Hit hit, String place) {
        double sum = hit.explanation().orElseThrow().shares().stream().mapToDouble(Share::score).sum();
        assertEquals(hit.score(), sum, 1e-5 * Math.max(10, hit.score()), () -> place + " " + hit.explanation());
    }
}
