package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: each placeholder of Jekyll's permalinks. */
class PermalinkTest {

    private static final ZonedDateTime DATE = ZonedDateTime.of(2024, 3, 5, 7, 8, 9, 0, ZoneOffset.UTC);
    private static final String PATH = "_posts/2024-03-05-Sea-wall.md";

    private final Problems problems = new Problems("p.md");

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    private String url(String settings, String path, String front, String... categories) throws SyntaxException {
        SiteConfig site = SiteConfig.of("_config.yml", fields("title: News\n" + settings), problems);
        String label = path.substring(1, path.indexOf('/'));
        return new Permalink(site, site.collections().get(label), path, fields("layout: post\n" + front), DATE,
                List.of(categories)).url(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {":year | 2024", ":short_year | 24", ":month | 03", ":i_month | 3",
            ":short_month | Mar", ":long_month | March", ":day | 05", ":i_day | 5", ":y_day | 065", ":short_day | Tue",
            ":long_day | Tuesday", ":hour | 07", ":minute | 08", ":second | 09", ":w_year | 2024", ":week | 10",
            ":w_day | 2", ":title | Sea-wall", ":slug | sea-wall", ":name | 2024-03-05-sea-wall",
            ":path | 2024-03-05-Sea-wall", ":collection | posts", ":output_ext | .html",
            ":categories | local%20news/sea",
            ":slugified_categories | local-news/sea", ":month_:day | 03_05", "W:week | W10", ":: | ::", "a:Z | a:Z"})
    void eachPlaceholderHasItsValue(String template, String value) throws SyntaxException {
        assertEquals("/" + value, url("permalink: \"" + template + "\"", PATH, "", "Local News", "Sea"));
        assertEquals(List.of(), problems.list());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"date | /sea/2024/03/05/Sea-wall.html", "none | /sea/Sea-wall.html",
            "pretty | /sea/2024/03/05/Sea-wall/", "ordinal | /sea/2024/065/Sea-wall.html",
            "weekdate | /sea/2024/W10/Tue/Sea-wall.html", "/:title/ | /Sea-wall/",
            "'' | /sea/2024/03/05/Sea-wall.html"})
    void eachStyleHasItsTemplate(String style, String url) throws SyntaxException {
        assertEquals(url, url("permalink: " + style, PATH, "", "Sea"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"permalink: /tide/ | /tide/", "permalink: /:year/tide.htm | /2024/tide.htm",
            "permalink: /:title:output_ext | /Sea-wall.html", "permalink: false | /2024/03/05/Sea-wall.html",
            "slug: The Tide | /2024/03/05/The-Tide.html", "Permalink: /tide/ | /2024/03/05/Sea-wall.html"})
    void frontMatterDecides(String front, String url) throws SyntaxException {
        assertEquals(url, url("", PATH, front));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2024-03-05-a.markdown | /2024/03/05/a.html",
            "2024-03-05-a.htm | /2024/03/05/a.htm",
            "2024-03-05-a.txt | /2024/03/05/a.txt"})
    void onlyMarkdownBecomesHtml(String name, String url) throws SyntaxException {
        assertEquals(url, url("", "_posts/" + name, ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"date | /reports/sea/a.html", "pretty | /reports/sea/a/",
            "/:title/ | /reports/sea/a/", "/:title | /reports/sea/a", "weekdate | /reports/sea/a"})
    void otherCollectionsGoByTheirPath(String style, String url) throws SyntaxException {
        assertEquals(url, url("permalink: " + style + "\ncollections: {reports: {output: true}}",
                "_reports/sea/a.md", ""));
    }

    @Test
    void aCollectionsOwnTemplateComesFirst() throws SyntaxException {
        assertEquals("/r/a/", url("permalink: date\ncollections: {reports: {output: true, permalink: '/r/:name/'}}",
                "_reports/a.md", ""));
    }

    @Test
    void aPlaceholderWithoutMeaningStaysWithAWarning() throws SyntaxException {
        assertEquals("/:day/:tide/", url("", PATH, "permalink: /:day/:tide/").replace("05", ":day"));
        assertEquals("p.md:3:12: warning: the permalink '/:day/:tide/' has no meaning for ':tide'"
                + " [permalink-placeholder]", problems.list().getFirst().toString());
    }

    @Test
    void aYearBeforeTheYear1000HasFourDigits() throws SyntaxException {
        SiteConfig site = SiteConfig.of("", Fields.EMPTY, problems);
        assertEquals("/0824/03/05/a.html", new Permalink(site, site.collections().get("posts"), "_posts/824-03-05-a.md",
                Fields.EMPTY, DATE.withYear(824), List.of()).url(problems));
    }
}
