package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.site.HugoLanguages.Page;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: Hugo's addresses, token by token, and its languages. */
class HugoAddressTest {

    private static final ZonedDateTime DATE = ZonedDateTime.of(2024, 3, 5, 7, 8, 9, 0, ZoneOffset.UTC);

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    private static String path(String settings, String file, String front) throws SyntaxException {
        return new HugoAddress(fields("title: News\n" + settings), file, fields("layout: post\n" + front), DATE).path();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {":year | 2024", ":month | 03", ":monthname | march", ":day | 05",
            ":weekday | 2", ":weekdayname | tuesday", ":yearday | 65", ":section | news", ":sections | news/sea",
            ":title | the-storm", ":slug | the-storm", ":filename | a-b", ":contentbasename | a-b",
            ":slugorfilename | a-b", ":slugorcontentbasename | a-b", ":tide | :tide"})
    void eachTokenHasItsValue(String token, String value) throws SyntaxException {
        assertEquals("/" + value + "/", path("permalinks: {news: '/" + token + "'}", "news/Sea/A b.md",
                "title: The Storm"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {":slug | tide", ":slugorfilename | tide", ":title | the-storm",
            ":filename | a"})
    void aSlugBeatsTheTitle(String token, String value) throws SyntaxException {
        assertEquals("/" + value + "/", path("permalinks: {news: '/" + token + "/'}", "news/a.md",
                "title: The Storm\nslug: Tide"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"news/storm.md | '' | /news/storm/", "news/On ARM.md | '' | /news/on-arm/",
            "storm.md | '' | /storm/", "news/storm/index.md | '' | /news/storm/", "index.md | '' | //",
            "news/storm.md | slug: tide | /news/tide/", "news/storm/index.md | slug: tide | /news/tide/"})
    void elseTheAddressIsThePath(String file, String front, String path) throws SyntaxException {
        assertEquals(path, path("", file, front));
    }

    @Test
    void settingsChangeIt() throws SyntaxException {
        assertEquals("/news/On-ARM/", path("disablePathToLower: true", "news/On ARM.md", ""));
        assertEquals("/news/storm.html", path("uglyURLs: true", "news/storm.md", ""));
        assertEquals("/2024/storm/", path("permalinks: {page: {news: '/:year/:filename'}}", "news/storm.md", ""));
        assertEquals("/storm/", path("permalinks: {news: '/:filename'}", "news/storm/index.md", ""));
    }

    private static HugoLanguages languages(String yaml) throws SyntaxException {
        return new HugoLanguages(fields("title: News\n" + yaml));
    }

    private static final String TWO = "languages: {en: {weight: 1}, fr: {contentdir: content/francais/, title: Nouvelles},"
            + " pt-br: {languagecode: pt-BR, disabled: true}}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"news/storm.md | en | false | news/storm.md",
            "news/storm.fr.md | fr | true | news/storm.md", "news/storm.FR.md | fr | true | news/storm.md",
            "news/storm.de.md | en | false | news/storm.de.md", "francais/news/storm.md | fr | true | news/storm.md",
            "news/index.pt-br.md | pt-br | true | news/index.md"})
    void aPagesNameOrPlaceSaysItsLanguage(String file, String language, boolean marked, String path)
            throws SyntaxException {
        assertEquals(new Page(language, marked, path), languages(TWO).page(file));
    }

    @Test
    void onlyTheDefaultLanguageHasNoPrefix() throws SyntaxException {
        assertEquals("", languages(TWO).prefix("en"));
        assertEquals("/fr", languages(TWO).prefix("fr"));
        assertEquals("/en", languages(TWO + "\ndefaultcontentlanguageinsubdir: true").prefix("en"));
        assertEquals("", languages(TWO + "\ndefaultcontentlanguage: FR").prefix("fr"));
        assertEquals("", languages("languages: {fr: {weight: 1}}").prefix("fr"));
    }

    @Test
    void aLanguageMayBeDisabled() throws SyntaxException {
        assertTrue(languages(TWO).isDisabled("pt-br"));
        assertFalse(languages(TWO).isDisabled("fr"));
        assertTrue(languages(TWO + "\ndisablelanguages: [FR]").isDisabled("fr"));
    }

    @Test
    void aLanguageMaySetOtherwise() throws SyntaxException {
        assertEquals("Nouvelles", languages(TWO).settings("fr").text("title"));
        assertEquals("News", languages(TWO).settings("en").text("title"));
        assertEquals("News", languages(TWO).settings().text("title"));
    }

    @Test
    void theSitesLanguageIsWhatItSets() throws SyntaxException {
        assertEquals("en", languages(TWO).code());
        assertEquals("pt", languages(TWO).code("pt-br"));
        assertEquals("de", languages("languagecode: de-AT").code());
        assertEquals("", languages("theme: a").code());
        assertEquals(List.of("index.md", "index.html", "index.fr.md", "index.fr.html"),
                languages("languages: {fr: {weight: 1}}").bundleNames());
    }
}
