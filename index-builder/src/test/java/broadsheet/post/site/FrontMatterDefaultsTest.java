package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: front matter that a site's settings give, by Jekyll's rules. */
class FrontMatterDefaultsTest {

    private static Fields fields(String... yaml) throws SyntaxException {
        return FrontMatter.of("---\n" + String.join("\n", yaml) + "\n---\n", new Problems("p.md")).fields();
    }

    private static String layout(String path, String type, String... settings) throws SyntaxException {
        return FrontMatterDefaults.of(fields(settings)).of(path, type).text("layout");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''               | _posts/a.md        | a
            _posts           | _posts/a.md        | a
            _posts/news      | _posts/a.md        | ''
            _posts/ne        | _posts/news/a.md   | a
            /_posts          | _posts/a.md        | ''
            _posts/*         | _posts/a.md        | a
            _posts/*/sea     | _posts/n/sea/a.md  | a
            _posts/*.md      | _posts/n/a.md      | ''
            _posts/**/*.md   | _posts/n/a.md      | a
            '*'              | _posts/a.md        | a
            """)
    void aScopeIsTheBeginningOfAPathOrAPattern(String scope, String path, String layout) throws SyntaxException {
        assertEquals(layout, layout(path, "posts", "defaults:", "- scope: {path: \"" + scope + "\"}",
                "  values: {layout: a}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"posts | posts | a", "post | posts | a", "draft | drafts | a",
            "page | pages | a", "drafts | posts | ''", "'' | reports | a"})
    void aScopeMayNameAType(String type, String collection, String layout) throws SyntaxException {
        assertEquals(layout, layout("_posts/a.md", collection, "defaults:",
                "- scope: {path: \"\", type: \"" + type + "\"}", "  values: {layout: a}"));
    }

    @Test
    void theLongerPathWinsWhereverItStands() throws SyntaxException {
        String[] settings = {"defaults:", "- scope: {path: _posts/news}", "  values: {layout: long}",
                "- scope: {path: _posts}", "  values: {layout: short}"};
        assertEquals("long", layout("_posts/news/a.md", "posts", settings));
        assertEquals("short", layout("_posts/a.md", "posts", settings));
    }

    @Test
    void ofEqualPathsTheOneWithATypeWins() throws SyntaxException {
        assertEquals("typed", layout("_posts/a.md", "posts", "defaults:", "- scope: {path: \"\", type: posts}",
                "  values: {layout: typed}", "- scope: {path: \"\"}", "  values: {layout: any}"));
    }

    @Test
    void ofEqualScopesTheLaterWins() throws SyntaxException {
        assertEquals("b", layout("_posts/a.md", "posts", "defaults:", "- scope: {path: _posts}",
                "  values: {layout: a}", "- scope: {path: _posts}", "  values: {layout: b}"));
    }

    @Test
    void whatTheStrongerLeavesOpenTheWeakerGives() throws SyntaxException {
        Fields merged = FrontMatterDefaults.of(fields("defaults:", "- scope: {path: _posts}",
                "  values: {layout: a, image: {alt: sea}}", "- scope: {path: \"\"}",
                "  values: {layout: b, lang: en, image: {alt: x, path: /a.jpg}}")).of("_posts/a.md", "posts");
        assertEquals("a", merged.text("layout"));
        assertEquals("en", merged.text("lang"));
        assertEquals("sea", merged.fields("image").text("alt"));
        assertEquals("/a.jpg", merged.fields("image").text("path"));
    }

    @Test
    void pathsCountFromTheCollectionsFolder() throws SyntaxException {
        assertEquals("a", layout("_posts/a.md", "posts", "collections_dir: content/", "defaults:",
                "- scope: {path: content/_posts}", "  values: {layout: a}"));
    }

    @Test
    void aSetWithoutValuesGivesNothing() throws SyntaxException {
        assertEquals("",
                layout("_posts/a.md", "posts", "defaults:", "- scope: {path: \"\"}", "- layout", "- values: x"));
        assertEquals("", layout("_posts/a.md", "posts", "defaults: none"));
    }

    @Test
    void laidOverMapsAreMergedAndListsReplaced() throws SyntaxException {
        Fields merged = FrontMatterDefaults.merge(fields("a: {b: 1, c: 2}", "tags: [x, y]", "lang: en"),
                fields("a: {c: 3, d: 4}", "tags: [z]", "lang:"));
        assertEquals("[1, 3, 4]", merged.fields("a").texts().toString());
        assertEquals("[z]", merged.list("tags").toString());
        assertEquals("en", merged.text("lang"));
    }

    @Test
    void onNothingItIsTheSame() throws SyntaxException {
        Fields fields = fields("a: b");
        assertSame(fields, FrontMatterDefaults.merge(Fields.EMPTY, fields));
    }
}
