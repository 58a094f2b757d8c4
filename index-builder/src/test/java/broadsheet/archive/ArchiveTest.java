package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArchiveTest extends ArchiveFolder {

    @Test
    void nothingThereIsSaidWithItsPath() {
        NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> open("absent"));
        assertTrue(e.getMessage().contains("absent") && e.getMessage().contains("expected"), e.getMessage());
    }

    @Test
    void theSamePostHasTheSameIdHoweverItIsAskedFor() throws IOException {
        write("site/_config.yml", "permalink: /:title/\nlang: en-GB\n");
        write("site/_posts/2024/2024-03-01-sea-wall.md", post("title: Sea wall"));
        for (String input : List.of("site", "site/_posts", "site/_posts/2024",
                "site/_posts/2024/2024-03-01-sea-wall.md")) {
            Archive archive = open(input);
            Post post = only(archive).posts().getFirst();
            assertEquals("_posts/2024/2024-03-01-sea-wall.md", post.id());
            assertEquals("/sea-wall/", post.url());
            assertEquals("en", post.lang());
        }
    }

    @Test
    void everyPartOfAPostIsRead() throws IOException {
        Post post = onlyPost("_posts/2024-03-01-sea-wall.md",
                post("title: 'Sea &amp; wall'", "date: 2024-03-01 09:00:00", "last_modified_at: 2024-03-02",
                        "author: [{name: Ada Miller}, Ben Ross]", "categories: [Environment, Town]", "tags: floods sea",
                        "excerpt: A *new* wall.", "lang: en", "image: {path: /img/wall.jpg}"));
        assertEquals(new Post("_posts/2024-03-01-sea-wall.md", "/environment/town/2024/03/01/sea-wall.html",
                "Sea & wall", "A new wall.", "Rain fell on the harbour.", List.of(),
                Optional.of(Instant.parse("2024-03-01T09:00:00Z")), Optional.of(Instant.parse("2024-03-02T00:00:00Z")),
                Optional.empty(), Optional.empty(), List.of("Ada Miller", "Ben Ross"),
                List.of("Environment", "Town"), List.of("floods", "sea"), "en", "en", "/img/wall.jpg", List.of()),
                post);
    }

    @Test
    void titleComesFromTheBodyOrTheNameWhereThereIsNone() throws IOException {
        assertEquals("High water", onlyPost("2024-03-01-a-b.md", "# High water\n\nRain.\n").title());
        assertEquals("A B", onlyPost("2024-03-01-a-b.md", "Rain.\n").title());
        assertEquals("2010", onlyPost("2024-03-01-a-b.md", post("title: 2010")).title());
    }

    @Test
    void severalAuthorsInOneTextArePartedButNotTheirTitles() throws IOException {
        assertEquals(List.of("Ada Miller", "Ben Ross", "Cy Young"),
                onlyPost("a.md", post("author: Ada Miller, Ben Ross and Cy Young")).authors());
        assertEquals(List.of("Sam Hill, Jr."), onlyPost("a.md", post("author: 'Sam Hill, Jr.'")).authors());
        assertEquals(List.of("Miller, Ada"), onlyPost("a.md", post("author: 'Miller, Ada'")).authors());
        assertEquals(List.of("Ada Miller"), onlyPost("a.md", post("authors: Ada Miller <ada@news.example>")).authors());
    }

    @Test
    void unreadableDateIsAWarningAndTheFileNamesIsTaken() throws IOException {
        write("_posts/2024-03-01-a.md", post("title: a", "date: soon"));
        FileReading reading = only(open(""));
        assertEquals(Optional.of(Instant.parse("2024-03-01T00:00:00Z")), reading.posts().getFirst().date());
        assertEquals("_posts/2024-03-01-a.md:3:7: warning: expected a date, found 'soon'; the date of the"
                + " file's name is used [date-unreadable]", reading.problems().getFirst().toString());
    }

    @Test
    void undatedPostsHaveNoDate() throws IOException {
        Post post = onlyPost("sea wall.md", post("title: a"));
        assertEquals(Optional.empty(), post.date());
        assertEquals("/sea%20wall.html", post.url());
    }

    @Test
    void postsOfTheFutureAreReadButNotYetVisible() throws IOException {
        Post post = onlyPost("_posts/2026-06-02-a.md", post("title: a"));
        assertEquals(Optional.of(Instant.parse("2026-06-02T00:00:00Z")), post.visibleFrom());
        write("_config.yml", "future: true\n");
        assertEquals(Optional.empty(), only(open("")).posts().getFirst().visibleFrom());
    }

    private Reason reason(String... lines) throws IOException {
        write("_posts/2024-03-01-a.md", post(lines));
        List<Skip> skips = only(open("")).skips();
        return skips.isEmpty() ? null : skips.getFirst().reason();
    }

    @Test
    void whoSaysNoIsNotIndexed() throws IOException {
        assertEquals(Reason.UNPUBLISHED, reason("published: false"));
        assertEquals(Reason.UNPUBLISHED, reason("published: Off"));
        assertEquals(null, reason("published: 'false'"));
        assertEquals(Reason.DRAFT, reason("draft: true"));
        assertEquals(Reason.DRAFT, reason("draft: 'true'"));
        assertEquals(null, reason("draft: false"));
        assertEquals(null, reason("draft: 'false'"));
        assertEquals(Reason.NO_INDEX, reason("search: false"));
        assertEquals(Reason.NO_INDEX, reason("sitemap: no"));
        assertEquals(Reason.NO_INDEX, reason("robots: 'noindex, follow'"));
        assertEquals(null, reason("sitemap: true", "robots: index"));
    }

    @Test
    void draftsAreLeftOutUnlessAskedFor() throws IOException {
        write("_drafts/idea.md", post("title: Idea"));
        write("_posts/2024-03-01-a.md", post("title: a"));
        Archive archive = open("");
        assertEquals(List.of("_drafts/idea.md", "_posts/2024-03-01-a.md"), ids(archive));
        assertEquals(Reason.DRAFT, archive.read(archive.files().getFirst()).skips().getFirst().reason());
        Archive all = Archive.open(List.of(folder), options().withDrafts(true));
        assertEquals("Idea", all.read(all.files().getFirst()).posts().getFirst().title());
    }

    /** Jekyll 4.3.1, {@code jekyll build --drafts}: {@code /2022/02/03/idea.html} and {@code /2020/03/07/dated.html}. */
    @Test
    void aDraftIsOfTheDayOnWhichItsFileWasModified() throws IOException {
        write("_config.yml", "title: News\n");
        write("_drafts/dated/2020-03-07-dated.md", post("title: a"));
        write("_drafts/idea.md", post("title: a"));
        write("_drafts/own.md", post("title: a", "date: 2021-01-01 12:00:00"));
        for (String path : List.of("_drafts/dated/2020-03-07-dated.md", "_drafts/idea.md", "_drafts/own.md")) {
            Files.setLastModifiedTime(folder.resolve(path), FileTime.from(Instant.parse("2022-02-03T04:05:06.789Z")));
        }
        Archive archive = Archive.open(List.of(folder), options().withDrafts(true));
        List<String> read = archive.files().stream().map(file -> archive.read(file).posts().getFirst())
                .map(post -> post.url() + " " + post.date().orElseThrow()).toList();
        assertEquals(
                List.of("/2020/03/07/dated.html 2020-03-07T00:00:00Z", "/2022/02/03/idea.html 2022-02-03T04:05:06Z",
                        "/2021/01/01/own.html 2021-01-01T12:00:00Z"),
                read);
    }

    @Test
    void aDateInTheDefaultsBeatsTheFileNames() throws IOException {
        write("_config.yml", "defaults:\n- scope: {path: ''}\n  values: {date: 2019-05-05 10:00:00}\n");
        Post post = onlyPost("_posts/2020-06-07-a.md", post("title: a"));
        assertEquals("/2019/05/05/a.html", post.url());
        assertEquals(Optional.of(Instant.parse("2019-05-05T10:00:00Z")), post.date());
    }

    @Test
    void brokenFrontMatterFailsAtItsPlace() throws IOException {
        write("_posts/2024-03-01-a.md", "---\na: [\nb: {\n  c: ]\n---\nRain.\n");
        FileReading reading = only(open(""));
        assertEquals(1, reading.failed());
        assertTrue(reading.problems().getFirst().toString().startsWith("_posts/2024-03-01-a.md:"), reading.toString());
        assertEquals(Problem.Severity.ERROR, reading.problems().getFirst().severity());
    }

    @Test
    void brokenSettingsAreAnErrorAndDefaultsHold() throws IOException {
        write("_config.yml", "permalink: [\nx: {\n y: ]\n");
        write("_posts/2024-03-01-a.md", post("title: a"));
        Archive archive = open("");
        assertEquals("settings-syntax", archive.problems().getFirst().code());
        assertEquals("/2024/03/01/a.html", only(archive).posts().getFirst().url());
    }

    @Test
    void aSettingThatCannotBeUsedIsAWarningAtItsPlace() throws IOException {
        write("_config.yml", "title: News\ntimezone: Mars/X\n");
        write("_posts/2024-03-01-a.md", post("title: a"));
        assertEquals("_config.yml:2:11: warning: expected a time zone such as Europe/Berlin, found 'Mars/X'; UTC is"
                + " used [unknown-time-zone]", open("_posts").problems().getFirst().toString());
    }

    @Test
    void formerAddressesOfJekyllCountFromTheSitesRoot() throws IOException {
        write("_config.yml", "baseurl: /news\n");
        assertEquals(List.of("/news/old/wall/", "/news/wall"), onlyPost("_posts/2024-03-01-sea-wall.md",
                post("redirect_from:\n- /old/wall/\n- wall\n- /2024/03/01/sea-wall.html")).formerUrls());
    }

    @Test
    void plainFoldersGiveEveryPostLikeFile() throws IOException {
        write("a.txt", "Rain\nfell.\n\nWind.\n");
        write("deep/b.html", "<html><head><title>Storm</title></head><body><p>Rain.</p></body></html>");
        write("deep/c.markdown", "# Rain\n");
        write("pictures/d.jpg", "x");
        write(".git/e.md", "no");
        assertEquals(List.of("a.txt", "deep/b.html", "deep/c.markdown"), ids(open("")));
        Archive archive = open("deep/b.html");
        assertEquals("Storm", only(archive).posts().getFirst().title());
        assertEquals("b.html", only(archive).posts().getFirst().id());
    }

    @Test
    void headerLinesNameTheAddressOfAPlainFile() throws IOException {
        write("deep/a.md", "Title: Rain\nSlug: rain-at-last\nDate: 2024-03-01 10:00\n\nIt fell.\n");
        assertEquals("/deep/rain-at-last.html", only(open("")).posts().getFirst().url());
    }

    @Test
    void severalInputsWithEqualPathsStayApart() throws IOException {
        write("north/a.md", "North.");
        write("south/a.md", "South.");
        assertEquals(List.of("a.md", "south/a.md"), ids(open("north", "south")));
        assertEquals(List.of("a.md"), ids(open("north", "north/a.md")));
    }

    @Test
    void mojibakeIsRepairedAndToldWithItsLine() throws IOException {
        write("a.md", "---\ntitle: It\u00e2\u20ac\u2122s raining\n---\n\nHere\u00e2\u20ac\u2122s why.\n");
        FileReading reading = only(open(""));
        assertEquals("It\u2019s raining", reading.posts().getFirst().title());
        assertEquals("Here\u2019s why.", reading.posts().getFirst().body());
        assertEquals("mojibake-repaired", reading.problems().getFirst().code());
        assertEquals(2, reading.problems().getFirst().line());
        Archive asIs = Archive.open(List.of(folder), options().withRepairMojibake(false));
        assertTrue(only(asIs).posts().getFirst().title().contains("\u20ac"));
    }

    @Test
    void settingsDigestChangesWithSettingsAndOptionsOnly() throws IOException {
        write("_posts/2024-03-01-a.md", post("title: a"));
        String before = open("").settingsDigest();
        write("_posts/2024-03-02-b.md", post("title: b"));
        assertEquals(before, open("").settingsDigest());
        assertNotEquals(before, Archive.open(List.of(folder), options().withDrafts(true)).settingsDigest());
        write("_config.yml", "permalink: pretty\n");
        assertNotEquals(before, open("").settingsDigest());
    }

    @Test
    void excerptEndsAtTheSeparatorOfTheSite() throws IOException {
        write("_config.yml", "excerpt_separator: <!--more-->\n");
        write("_posts/2024-03-01-a.md", "---\ntitle: a\n---\nFirst *words*.\n\n<!--more-->\n\nMore words.\n");
        assertEquals("First words.", only(open("")).posts().getFirst().excerpt());
    }
}
