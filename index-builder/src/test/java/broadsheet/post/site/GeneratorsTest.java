package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: what Jekyll, Hugo and nobody make of a path. */
class GeneratorsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private final Problems problems = new Problems("p.md");

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\ntitle: News\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    private Jekyll jekyll(String settings) throws SyntaxException {
        return new Jekyll(SiteConfig.of("_config.yml", fields(settings), problems), BERLIN, AuthorNames.NONE);
    }

    private Hugo hugo(String settings) throws SyntaxException {
        return new Hugo(folder, SiteConfig.none(), fields(settings), BERLIN, AuthorNames.NONE);
    }

    private static String kind(Generator generator, String path) {
        return generator.kind(path).map(Enum::name).orElse("");
    }

    private static String address(Generator generator, String path, String front) throws SyntaxException {
        return generator.address(
                new Generator.Facts(path, fields(front), Optional.of(Instant.parse("2024-03-05T23:30:00Z"))),
                new Problems("p.md"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            _posts/2024-03-05-a.md          | POST
            _posts/sea/2024-03-05-a.html    | POST
            sports/_posts/2024-03-05-a.md   | POST
            _posts/a.md                     | NOT_A_POST
            _posts/2024-03-05-a.jpg         | ''
            _posts/2024-03-05-a.xml         | ''
            _posts/.2024-03-05-a.md         | ''
            _posts/2024-03-05-a.md~         | ''
            _posts/_2024-03-05-a.md         | EXCLUDED
            _drafts/a.md                    | DRAFT
            about.md                        | ''
            _reports/a.md                   | COLLECTION
            _notes/a.md                     | ''
            node_modules/_posts/2024-3-5-a.md | ''
            _site/_posts/2024-03-05-a.md    | ''
            old/_posts/2024-03-05-a.md      | ''
            _posts/2024-03-05-secret.md     | EXCLUDED
            """)
    void jekyllLooksForItsFolders(String path, String kind) throws SyntaxException {
        assertEquals(kind, kind(jekyll("collections: {reports: {output: true}, notes: {output: false}}\n"
                + "exclude: [old, '_posts/*-secret.md']"), path));
    }

    @Test
    void jekyllMayKeepItsCollectionsInOneFolder() throws SyntaxException {
        Jekyll jekyll = jekyll("collections_dir: content\ncollections: {reports: {output: true, future: true}}");
        assertEquals("POST", kind(jekyll, "content/_posts/2024-03-05-a.md"));
        assertEquals("COLLECTION", kind(jekyll, "content/_reports/a.md"));
        assertEquals("", kind(jekyll, "_posts/2024-03-05-a.md"));
        assertTrue(jekyll.enters("content"));
        assertFalse(jekyll.enters("other"));
        assertTrue(jekyll.showsFuture("content/_reports/a.md"));
        assertFalse(jekyll.showsFuture("content/_posts/2024-03-05-a.md"));
    }

    @Test
    void jekyllTakesWhatIsIncluded() throws SyntaxException {
        Jekyll jekyll = jekyll("include: [_pages, .well]\nexclude: [old]");
        assertTrue(jekyll.enters("_pages"));
        assertTrue(jekyll.enters(".well"));
        assertFalse(jekyll.enters("_other"));
        assertFalse(jekyll.enters("old"));
        assertTrue(jekyll.enters("sports"));
    }

    @Test
    void jekyllReadsFencedYamlOnly() throws SyntaxException {
        Jekyll jekyll = jekyll("");
        assertTrue(jekyll.reads(FrontMatter.of("---\na: b\n---\n", problems)));
        assertFalse(jekyll.reads(FrontMatter.of("\n---\na: b\n---\n", problems)));
        assertFalse(jekyll.reads(FrontMatter.of("+++\na = 1\n+++\n", problems)));
        assertTrue(jekyll.splitsTagsAtSpaces());
        assertEquals(List.of(), jekyll.keysThatHoldBack());
        assertEquals(BERLIN, jekyll.zone());
    }

    @Test
    void jekyllsAddressIsDatedInTheSitesZone() throws SyntaxException {
        assertEquals("/news/2024/03/06/a.html", address(jekyll("baseurl: /news/"), "_posts/2024-03-05-a.md", ""));
        assertEquals("/sea/2024/03/06/a.html", address(jekyll(""), "_posts/2024-03-05-a.md", "category: Sea"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            content/news/a.md           | POST
            content/a.html              | POST
            content/news/_index.md      | NOT_A_POST
            content/news/_index.fr.md   | NOT_A_POST
            content/news/a.fr.md        | POST
            content/news/a.de.md        | EXCLUDED
            content/news/a.txt          | ''
            content/news/a.jpg          | ''
            content/news/.a.md          | ''
            news/a.md                   | ''
            content/storm/index.md      | POST
            content/storm/part.md       | NOT_A_POST
            content/storm/deep/part.md  | NOT_A_POST
            """)
    void hugoTakesThePagesBelowContent(String path, String kind) throws SyntaxException, IOException {
        Files.createDirectories(folder.resolve("content/storm/deep"));
        Files.writeString(folder.resolve("content/storm/index.md"), "x");
        assertEquals(kind, kind(hugo("languages: {en: {weight: 1}, fr: {weight: 2}, de: {disabled: true}}"), path));
    }

    @Test
    void hugoEntersContentOnly() throws SyntaxException {
        Hugo hugo = hugo("");
        assertTrue(hugo.enters(""));
        assertTrue(hugo.enters("content"));
        assertTrue(hugo.enters("content/news"));
        assertFalse(hugo.enters("content/.git"));
        assertFalse(hugo.enters("contents"));
        assertFalse(hugo.enters("layouts"));
    }

    @Test
    void hugoHoldsPostsBack() throws SyntaxException {
        assertEquals(List.of("publishdate", "pubdate"), hugo("").keysThatHoldBack());
        assertFalse(hugo("").splitsTagsAtSpaces());
        assertTrue(hugo("").reads(FrontMatter.of("+++\na = 1\n+++\n", problems)));
        assertFalse(hugo("").reads(FrontMatter.of("Title: a\nDate: b\n\nc", problems)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"content/news/a.md | '' | /news/a/", "content/news/a.fr.md | '' | /fr/news/a/",
            "content/news/a.fr.md | url: /x/ | /x/", "content/news/a.fr.md | url: x | /fr/x",
            "content/news/a.md | url: https://a.example/b | https://a.example/b",
            "content/news/a.md | url: ' ' | /news/a/"})
    void hugosAddressHasItsLanguage(String path, String front, String url) throws SyntaxException {
        assertEquals(url, address(hugo("languages: {en: {weight: 1}, fr: {weight: 2}}"), path, front));
    }

    @Test
    void hugosNameSaysTheLanguage() throws SyntaxException {
        Hugo hugo = hugo("languages: {en: {weight: 1}, fr: {weight: 2}}");
        assertEquals("fr", hugo.lang("content/a.fr.md"));
        assertEquals("", hugo.lang("content/a.md"));
        assertEquals("", jekyll("").lang("_posts/a.fr.md"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"a.md | POST", "news/a.txt | POST", "feed.xml | POST", "a.jsonl | POST",
            "_drafts/a.md | DRAFT", "news/_drafts/a.md | DRAFT", "a.jpg | ''", ".a.md | ''", "a.md~ | ''",
            "#a.md# | ''"})
    void aPlainFolderTakesAllThatLooksLikeAPost(String path, String kind) {
        assertEquals(kind, kind(new PlainFolder(ZoneOffset.UTC), path));
    }

    @Test
    void aPlainFolderPassesOverHiddenAndBuiltFolders() {
        PlainFolder plain = new PlainFolder(ZoneOffset.UTC);
        assertTrue(plain.enters("a/b"));
        assertFalse(plain.enters("a/.git"));
        assertFalse(plain.enters("node_modules"));
        assertFalse(plain.enters("a/_site"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"reports/sea wall.md | '' | /reports/sea%20wall.html",
            "reports/a.md | slug: tide | /reports/tide.html", "reports/a.md | url: /x/ | /x/",
            "a.md | url: https://a.example/b | https://a.example/b", "a.md | 'url: javascript:x' | /a.html",
            "2024-03-05-a.md | '' | /2024/03/05/a.html", "a.md | permalink: /:year/:title/ | /2024/a/"})
    void aPlainFoldersAddressIsThatOfAPageOrOfADatedPost(String path, String front, String url) throws SyntaxException {
        assertEquals(url, address(new PlainFolder(ZoneOffset.UTC), path, front));
    }
}
