package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.markup.Markup;
import broadsheet.post.site.AuthorNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.reading: what front matter says under its many names. */
class PostDetailsTest {

    private static Fields fields(String yaml) throws SyntaxException {
        return FrontMatter.of("---\n" + yaml + "\n---\n", new Problems("p.md")).fields();
    }

    private static String joined(List<String> texts) {
        return String.join(" + ", texts);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ida Hartnell                        | Ida Hartnell
            Ida Hartnell and Bo Lund            | Ida Hartnell + Bo Lund
            Ida Hartnell, Bo Lund and Kim Ode   | Ida Hartnell + Bo Lund + Kim Ode
            Ida Hartnell, Bo Lund, and Kim Ode  | Ida Hartnell + Bo Lund + Kim Ode
            Ida Hartnell & Bo Lund              | Ida Hartnell + Bo Lund
            Ida Hartnell; Bo Lund ;Kim Ode      | Ida Hartnell + Bo Lund + Kim Ode
            Ida Hartnell, Ida Hartnell          | Ida Hartnell
            Sandy Anderson                      | Sandy Anderson
            R&D Team                            | R&D Team
            Adam King, Jr.                      | Adam King, Jr.
            Adam King, Jr., Bo Lund             | Adam King, Jr. + Bo Lund
            Adam King Sr. and Adam King, Jr.    | Adam King Sr. + Adam King, Jr.
            Adam King, III                      | Adam King, III
            Bo Lund, Ph.D., Kim Ode, M.D.       | Bo Lund, Ph.D. + Kim Ode, M.D.
            Bo Lund, Esq                        | Bo Lund, Esq
            Brontë, Anne                        | Brontë, Anne
            Ådal, Émile                         | Ådal, Émile
            ida, bo                             | ida + bo
            Anne, Emily, Charlotte              | Anne + Emily + Charlotte
            Hartnell, Ida May                   | Hartnell + Ida May
            Ida Hartnell <ida@news.example>     | Ida Hartnell
            Ida <i@a.example>, Bo <b@a.example> | Ida, Bo
            *Ida* Hartnell                      | Ida Hartnell
            Ida   Hartnell                      | Ida Hartnell
            """)
    void aTextOfNamesIsCutIntoPersons(String written, String names) throws SyntaxException {
        assertEquals(names, joined(PostDetails.authors(fields("author: '" + written + "'"), AuthorNames.NONE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"authors: [Ida Hartnell, Bo Lund] | Ida Hartnell + Bo Lund",
            "authors: [Ida and Bo, Kim] | Ida + Bo + Kim", "author: {name: Ida Hartnell, email: x} | Ida Hartnell",
            "author: {display_name: Ida} | Ida", "author: {login: ida7} | ida7",
            "author: {nickname: ida, full_name: Ida Hartnell} | Ida Hartnell",
            "authors: {ida: {name: Ida}, bo: {name: Bo}} | Ida + Bo",
            "authors: [{name: Ida}, {name: Bo}] | Ida + Bo", "byline: Ida Hartnell | Ida Hartnell",
            "Author: Ida Hartnell | Ida Hartnell", "author: {url: /ida} | ''", "author: | ''", "writer: Ida | ''"})
    void listsAndMapsOfPersonsGiveTheirNames(String yaml, String names) throws SyntaxException {
        assertEquals(names, joined(PostDetails.authors(fields("layout: post\n" + yaml), AuthorNames.NONE)));
    }

    @Test
    void authorAndAuthorsAndBylineAddUp() throws SyntaxException {
        assertEquals(List.of("Bo", "Ida", "Kim"),
                PostDetails.authors(fields("authors: [Ida, Bo]\nbyline: Kim\nauthor: Bo"), AuthorNames.NONE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"title: Sea *wall* & tide | Sea wall & tide", "title: 2010 | 2010",
            "title: 1984. A review | 1984. A review", "title: [Sea, wall] | Sea wall", "TITLE: Sea | Sea",
            "title: | ''", "name: Sea | ''", "title: '<TCB> meets' | <TCB> meets"})
    void theTitleIsOnePlainLine(String yaml, String title) throws SyntaxException {
        assertEquals(title, PostDetails.title(fields("layout: post\n" + yaml)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"excerpt: a | a", "summary: b | b", "description: c | c", "deck: d | d",
            "snippet: e | e", "teaser: f | ''"})
    void anExcerptHasFiveNames(String yaml, String excerpt) throws SyntaxException {
        assertEquals(excerpt, PostDetails.excerpt(fields("layout: post\n" + yaml), "", "Body.", Markup.MARKDOWN));
    }

    @Test
    void anExcerptIsSurerThanADescription() throws SyntaxException {
        assertEquals("a", PostDetails.excerpt(fields("description: c\nexcerpt: a"), "", "", Markup.MARKDOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"layout: post | <!--more--> | Rain fell.", "layout: post | '' | ''",
            "layout: post | <!--rest--> | ''", "excerpt_separator: cup | <!--more--> | Rain fell. Tea in a",
            "excerpt_separator: '' | <!--more--> | ''"})
    void elseItIsTheBodyUpToTheSeparator(String yaml, String separator, String excerpt) throws SyntaxException {
        String body = "*Rain* fell.\n\n<!--more-->\n\nTea in a cup.";
        assertEquals(excerpt, PostDetails.excerpt(fields(yaml), separator, body, Markup.MARKDOWN));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"tags: [sea, wall] | sea + wall | sea + wall",
            "tags: sea wall | sea + wall | sea wall", "tags: 'sea, the wall' | sea + the wall | sea + the wall",
            "tag: sea wall | sea wall | sea wall", "keywords: [sea] | sea | sea", "Tags: [sea] | sea | sea",
            "tags: [sea, sea] | sea | sea", "tags: ['**sea**'] | sea | sea", "tags: ['sea,'] | sea | sea",
            "tags: | '' | ''", "tags: [sea, ''] | sea | sea"})
    void tagsAreSplitAtCommasAndBySomeGeneratorsAtSpaces(String yaml, String atSpaces, String not)
            throws SyntaxException {
        Fields fields = fields("layout: post\n" + yaml);
        assertEquals(atSpaces, joined(PostDetails.tags(fields, true)));
        assertEquals(not, joined(PostDetails.tags(fields, false)));
    }

    @Test
    void tagsAndTagAddUp() throws SyntaxException {
        assertEquals(List.of("sea", "wall"), PostDetails.tags(fields("tags: [sea]\ntag: wall"), true));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"topics: [a, b] | a + b", "topic: a b | a b", "sections: 'a,b' | a + b",
            "section: a | a", "categories: [a] | ''"})
    void sectionsHaveOtherNames(String yaml, String sections) throws SyntaxException {
        assertEquals(sections, joined(PostDetails.otherCategories(fields("layout: post\n" + yaml))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"image: /a.jpg | /a.jpg", "cover: ' /a.jpg ' | /a.jpg",
            "images: [/a.jpg, /b.jpg] | /a.jpg", "image: {path: /a.jpg, alt: quay} | /a.jpg",
            "thumbnail: {src: /a.jpg} | /a.jpg", "image: true | ''", "image: no | ''", "image: [] | ''",
            "image: {alt: quay} | ''", "picture: {feature: /a.jpg} | /a.jpg", "photo: /a.jpg | ''"})
    void thePictureHasManyNames(String yaml, String image) throws SyntaxException {
        assertEquals(image, PostDetails.image(fields("layout: post\n" + yaml)));
    }

    @Test
    void anEmptyPictureIsPassedOver() throws SyntaxException {
        assertEquals("/b.jpg", PostDetails.image(fields("image: false\nbanner: /b.jpg")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "og_image", "hero"})
    void itKnowsTheKeysOfPictures(String key) {
        assertTrue(PostDetails.isImage(key));
        assertFalse(PostDetails.isImage(key + "_caption"));
    }
}
