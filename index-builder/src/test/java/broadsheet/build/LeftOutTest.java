package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room build: a build of nothing, or of the smaller part of what it was given, says so. */
class LeftOutTest {

    @TempDir
    Path folder;
    private SampleSite site;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder);
        Files.createDirectories(site.posts());
    }

    private List<String> said() throws IOException {
        BuildReport report = new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), folder.resolve("index")), BuildListener.NONE);
        return report.problems().stream().filter(each -> each.path().equals(site.root().toString()))
                .map(Problem::toString).map(line -> line.substring(site.root().toString().length() + 2)).toList();
    }

    @Test
    void nothingFoundIsAnError() throws IOException {
        assertEquals(
                List.of("error: no posts were found: expected a site, a folder of posts or a post file [no-posts]"),
                said());
    }

    @Test
    void nothingButWhatIsLeftOutOnPurposeIsAWarning() throws IOException {
        site.unpublished("2024-02-01-a.md").unpublished("2024-02-02-b.md");
        assertEquals(List.of("warning: no posts: 2 are left out on purpose [no-posts]"), said());
    }

    @Test
    void nothingButBadPostsIsAnError() throws IOException {
        site.broken("2024-02-01-a.md");
        assertEquals(List.of("error: no posts: 1 could not be read [no-posts]"), said());
    }

    @Test
    void theSmallerPartOfThePostsIsAnError() throws IOException {
        site.withPosts(1).broken("2024-02-01-a.md").broken("2024-02-02-b.md");
        assertEquals(
                List.of("error: most of it could not be read: 2 of 3 entries, 68 of 145 bytes [most-left-out]"),
                said());
    }

    @Test
    void theSmallerPartOfTheBytesIsAnError() throws IOException {
        site.withPosts(2);
        Files.writeString(site.posts().resolve("2024-03-01-long.md"), "word ".repeat(600_000));
        assertEquals(List.of(
                "error: most of it could not be read: 1 of 3 entries, 3000000 of 3000154 bytes [most-left-out]"),
                said());
    }

    @Test
    void aFewBadPostsAreNamedByThemselves() throws IOException {
        site.withPosts(5).broken("2024-02-01-a.md");
        assertEquals(List.of(), said());
    }
}
