package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.PostFile;
import broadsheet.post.Problems;
import broadsheet.post.ReadOptions;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.site.Generator.Kind;
import broadsheet.post.site.AuthorNames;
import broadsheet.post.site.Generator;
import broadsheet.post.site.Hugo;
import broadsheet.post.site.Jekyll;
import broadsheet.post.site.SiteConfig;
import broadsheet.post.site.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.reading: which of a post's many dates counts. */
class PostMomentsTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final Generator JEKYLL = new Jekyll(SiteConfig.none(), ZoneOffset.UTC, AuthorNames.NONE);
    private static final Generator HUGO = new Hugo(Path.of("site"), SiteConfig.none(), Fields.EMPTY, ZoneOffset.UTC,
            AuthorNames.NONE);

    @TempDir
    Path folder;

    private final Problems problems = new Problems("p.md");

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\ntitle: a\n" + yaml.replace("; ", "\n") + "\n---\n", new Problems("p.md")).fields();
    }

    private ReadTask task(Generator generator, String path, Kind kind) {
        Source source = new Source(new PostFile(path, folder.resolve("p.md")), generator, path, kind);
        return new ReadTask(source, ReadOptions.defaults().withClock(InstantSource.fixed(NOW)), problems);
    }

    private static String day(Optional<Instant> moment) {
        return moment.map(instant -> instant.toString().substring(0, 10)).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _posts/2024-03-01-a.md | date: 2024-04-02                    | 2024-04-02
            _posts/2024-03-01-a.md | layout: post                        | 2024-03-01
            _posts/2024-03-01-a.md | date: soon                          | 2024-03-01
            _posts/2024-03-01-a.md | created: 2024-04-02                 | 2024-03-01
            _drafts/a.md           | created: 2024-04-02                 | 2024-04-02
            _drafts/a.md           | created: soon                       | ''
            _drafts/a.md           | publishdate: 2024-04-02             | ''
            """)
    void theFrontMattersDateComesFirst(String path, String yaml, String date) throws SyntaxException {
        assertEquals(date, day(PostMoments.of(task(JEKYLL, path, Kind.POST), fields(yaml)).date()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            date: 2024-04-02; publishDate: 2024-07-02 | 2024-04-02 | 2024-07-02
            publishDate: 2024-07-02                   | 2024-07-02 | 2024-07-02
            pubdate: 2024-07-02                       | 2024-07-02 | 2024-07-02
            date: 2024-08-02; publishDate: 2024-07-02 | 2024-08-02 | 2024-08-02
            date: 2024-04-02                          | 2024-04-02 | ''
            title: b                                  | ''         | ''
            """)
    void hugoMayHoldAPostBackBeyondItsDate(String yaml, String date, String visibleFrom) throws SyntaxException {
        ReadTask task = task(HUGO, "content/a.md", Kind.POST);
        PostMoments moments = PostMoments.of(task, fields(yaml));
        assertEquals(date, day(moments.date()));
        assertEquals(visibleFrom, day(moments.visibleFrom(task)));
    }

    @Test
    void aDraftIsOfTheSecondInWhichItsFileWasModified() throws SyntaxException, IOException {
        Path file = Files.writeString(folder.resolve("p.md"), "x");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2022-02-03T04:05:06.789Z")));
        PostMoments moments = PostMoments.of(task(JEKYLL, "_drafts/a.md", Kind.DRAFT), fields("layout: post"));
        assertEquals(Optional.of(Instant.parse("2022-02-03T04:05:06Z")), moments.date());
    }

    @Test
    void theAddressIsDatedByWhatTheGeneratorSees() throws SyntaxException {
        ReadTask task = task(JEKYLL, "_posts/2024-03-01-a.md", Kind.POST);
        PostMoments moments = PostMoments.of(task, fields("Date: 2024-04-02"));
        assertEquals("2024-04-02", day(moments.date()));
        assertEquals("2024-03-01", day(moments.ofAddress(fields("Date: 2024-04-02"), task)));
        assertEquals("2024-05-03", day(moments.ofAddress(fields("date: 2024-05-03"), task)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"updated: 2024-05-01 | 2024-05-01", "lastmod: 2024-05-01 | 2024-05-01",
            "last_modified_at: 2024-05-01 | 2024-05-01", "updated: soon; changed: 2024-05-01 | 2024-05-01",
            "modified: [2024-05-01] | ''", "date: 2024-05-01 | ''"})
    void aChangeHasManyNames(String yaml, String updated) throws SyntaxException {
        assertEquals(updated, day(PostMoments.updated(task(JEKYLL, "a.md", Kind.POST), fields(yaml))));
        assertEquals(List.of(), problems.list());
    }

    @Test
    void whatIsNoDateIsAWarning() throws SyntaxException {
        PostMoments.of(task(JEKYLL, "_posts/2024-13-01-a.md", Kind.POST), fields("date: soon; created: never"));
        assertEquals(List.of(
                "p.md: warning: the file's name holds 2024-13-01, which is no day [file-name-date]",
                "p.md:3:7: warning: expected a date, found 'soon'; ignored [date-unreadable]",
                "p.md:4:10: warning: expected a date, found 'never'; ignored [date-unreadable]"),
                problems.list().stream().map(Object::toString).toList());
    }
}
