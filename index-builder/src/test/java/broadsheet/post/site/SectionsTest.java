package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: categories as Jekyll counts them, and addresses under which a post stood before. */
class SectionsTest {

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"categories: sea wall | sea + wall",
            "categories: [sea, the wall] | sea + the wall",
            "category: sea wall | sea wall", "categories: [a, b]\\ncategory: c | a + b + c", "categories: [a, a] | a",
            "categories: 010 | 8", "categories: yes | true", "categories: '010' | 010", "categories: {a: b} | ''",
            "categories: | ''", "Categories: a | ''", "category: [a, b] | a + b", "categories: [[a], b] | a + b"})
    void aTextIsSplitAtSpacesOnlyUnderThePlural(String yaml, String categories) throws SyntaxException {
        assertEquals(categories, String.join(" + ", JekyllCategories.of("_posts/a.md", "_posts", Fields.EMPTY,
                fields("layout: post\n" + yaml.replace("\\n", "\n")))));
    }

    @Test
    void foldersAboveComeFirstAndThenTheDefaults() throws SyntaxException {
        assertEquals(List.of("sports", "cup", "site", "own", "last"),
                JekyllCategories.of("sports/cup/_posts/a.md", "_posts",
                        fields("categories: site cup\ncategory: lost"), fields("categories: own\ncategory: last")));
        assertEquals(List.of("given"), JekyllCategories.of("_posts/a.md", "_posts", fields("category: given"),
                fields("title: a")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"aliases: [/old/] | /news/old/", "aliases: [old] | /news/posts/old",
            "aliases: [../old/] | /news/posts/old/", "redirect_from: [/old.html] | /news/old.html",
            "redirect_from: old | /news/old", "aliases: ['https://a.example/b'] | https://a.example/b",
            "aliases: [/old wall/] | /news/old%20wall/", "aliases: [/posts/a/] | ''", "aliases: [/b, /b] | /news/b",
            "title: a | ''"})
    void formerAddressesAreLinks(String yaml, String former) throws SyntaxException {
        assertEquals(former, String.join(" + ",
                FormerAddresses.of(fields("layout: post\n" + yaml), "/news/posts/a/", "/news")));
    }

    @Test
    void anAliasCountsFromTheFolderOfAFileToo() throws SyntaxException {
        assertEquals(List.of("/posts/old"), FormerAddresses.of(fields("aliases: old"), "/posts/a.html", ""));
    }
}
