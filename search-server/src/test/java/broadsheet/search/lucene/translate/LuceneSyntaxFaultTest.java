package broadsheet.search.lucene.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.search.SearchException.BadSyntax;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Lucene's syntax refuses and where; and the analyzer by which its texts become terms. */
class LuceneSyntaxFaultTest {

    @TempDir
    private static Path folder;
    private static Newsrooms newsrooms;

    @BeforeAll
    static void open() {
        newsrooms = new Newsrooms(folder);
    }

    @AfterAll
    static void close() {
        newsrooms.close();
    }

    private static BadSyntax refused(String text) {
        return assertThrows(BadSyntax.class, () -> Translated.lucene(newsrooms.of("en"), text), text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tram /x/            | 5  | regular expressions are not answered; write \\/ for a slash
            a fn:or(b c)        | 2  | interval functions are not answered
            tram)               | 4  | ")" cannot stand here
            (tram               | 5  | the text ends too early
            tram AND            | 8  | the text ends too early
            OR tram             | 0  | "OR" cannot stand here
            tram "harbour       | 5  | this quote is not closed
            "a" "b              | 4  | this quote is not closed
            tram\\               | 4  | nothing follows the backslash
            *tram               | 0  | a pattern may not begin with *
            +?ram               | 1  | a pattern may not begin with ?
            title:*ram          | 6  | a pattern may not begin with *
            date:[x TO y]       | 6  | expected a day like 2024-03-01, came "x"
            date:[2024-01-01 TO y] | 20 | expected a day like 2024-03-01, came "y"
            a^b                 | 2  | "b" cannot stand here
            """)
    void saysWhatIsWrongAndWhere(String text, int position, String message) {
        BadSyntax fault = refused(text);
        assertEquals(message, fault.getMessage());
        assertEquals(position, fault.position());
        assertEquals(text, fault.text());
    }

    @Test
    void whatWouldBeTooDearIsRefusedAtTheFirstThatIsTooMuch() {
        assertEquals("brackets may be 16 deep", refused("(".repeat(17) + "a" + ")".repeat(17)).getMessage());
        assertEquals(16, refused("(".repeat(17) + "a" + ")".repeat(17)).position());
        assertEquals("at most 16 of *, ? and ~ are answered", refused("a* ".repeat(17)).getMessage());
        assertEquals(3 * 16 + 1, refused("a* ".repeat(17)).position());
        assertEquals("a query may have 2000 characters, this has 2001", refused("a".repeat(2_001)).getMessage());
    }

    @Test
    void asMuchAsIsAllowedIsAnswered() throws IOException {
        Translated.lucene(newsrooms.of("en"), "(".repeat(16) + "a" + ")".repeat(16));
        Translated.lucene(newsrooms.of("en"), "a* ".repeat(16));
        Translated.lucene(newsrooms.of("en"), "a".repeat(2_000));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "a / b"
            a\\/b
            "fn:or"
            "**** ???? ~~~~ **** ????"
            a\\*b\\*c\\*d\\*e\\*f\\*g\\*h\\*i\\*j\\*k\\*l\\*m\\*n\\*o\\*p\\*q\\*r
            """)
    void signsInQuotesOrBehindABackslashAreText(String text) throws IOException {
        assertEquals(true, Translated.lucene(newsrooms.of("en"), text).scored());
    }

    private static List<String> terms(String index, String field, String text) throws IOException {
        List<String> terms = new ArrayList<>();
        try (FieldAnalyzer analyzer = Translated.analyzer(newsrooms.of(index));
                TokenStream stream = analyzer.tokenStream(field, new StringReader(text))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term + "@" + offset.startOffset() + "-" + offset.endOffset());
            }
            stream.end();
            terms.add("end@" + offset.endOffset());
        }
        return terms;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all_en       | The Cafés of Dover | the@0-3 cafe@4-9 of@10-12 dover@13-18 end@18
            title_en     | elections          | elect@0-9 end@9
            all_de       | Häuser             | haus@0-6 end@6
            exact        | Cafés              | cafes@0-5 end@5
            author_words | Ann Lees           | ann@0-3 lees@4-8 end@8
            all_xx       | trams              | trams@0-5 end@5
            id           | _posts/Sea-Wall.md | _posts/Sea-Wall.md@0-18 end@18
            lang_key     | EN                 | en@0-2 end@2
            all_en       | '  '               | end@2
            """)
    void aTextBecomesTheTermsOfItsField(String field, String text, String terms) throws IOException {
        assertEquals(List.of(terms.split(" ")), terms("mixed", field, text));
    }

    @Test
    void aLongTextIsReadWhole() throws IOException {
        List<String> terms = terms("en", "exact", "tram ".repeat(1_000));
        assertEquals(1_001, terms.size());
        assertEquals("tram@4995-4999", terms.get(999));
        assertEquals("end@5000", terms.get(1_000));
    }
}
