package broadsheet.post.frontmatter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Text;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Room post.frontmatter: questions to values. */
class ValueTest {

    private static Fields fields(String yaml) throws SyntaxException {
        return (Fields) YamlReader.read(yaml, 1000, 1, new Problems("p.md"));
    }

    private static Text plain(String text) {
        return new Text(text, true, 1, 1);
    }

    private static Text quoted(String text) {
        return new Text(text, false, 1, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "Yes", "YES", "true", "True", "TRUE", "on", "On"})
    void theTruesOfYamlAreTrueWithoutQuotes(String text) {
        assertTrue(plain(text).isTrue());
        assertFalse(quoted(text).isTrue());
        assertFalse(plain(text).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no", "No", "NO", "false", "False", "FALSE", "off", "OFF"})
    void theFalsesOfYamlAreFalseWithoutQuotes(String text) {
        assertTrue(plain(text).isFalse());
        assertFalse(quoted(text).isFalse());
        assertFalse(plain(text).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"y", "n", "1", "0", "t", "truer", "false.", "", "yes no"})
    void allElseIsNeither(String text) {
        assertFalse(plain(text).isTrue());
        assertFalse(plain(text).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
    void aKeyWithoutAValueIsNull(String text) {
        assertTrue(plain(text).isNull());
        assertFalse(quoted(text).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nil", "none", "nUll", " ", "0"})
    void otherWordsForNothingAreText(String text) {
        assertFalse(plain(text).isNull());
    }

    @Test
    void textsAreAllThatIsWithinInOrder() throws SyntaxException {
        assertEquals(List.of("a", "b", "c", "d"),
                fields("x: a\ny: [b, ' ', ~, {z: c}]\nw:\nv: {u: d}").texts());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"title: Storm | Storm", "Title: Storm | Storm",
            "TITLE: Storm | Storm", "' title ': Storm | Storm", "titles: Storm | ``", "titl: Storm | ``", "title: | ``",
            "title: ~ | ``", "title: '' | ``", "title: [Storm] | ``"})
    void aKeyIsFoundInOtherLetterCase(String yaml, String title) throws SyntaxException {
        assertEquals(title, fields("layout: post\n" + yaml).text("title"));
    }

    @Test
    void theExactKeyComesBeforeOneInOtherLetterCase() throws SyntaxException {
        assertEquals("b", fields("Title: a\ntitle: b").text("title"));
        assertEquals("a", fields("Title: a\ntitle:").text("title"));
    }

    @Test
    void exactTakesNoOtherLetterCase() throws SyntaxException {
        assertEquals(Optional.empty(), fields("Title: a").exact("title"));
        assertEquals(Optional.empty(), fields("title:").exact("title"));
        assertEquals("a", ((Text) fields("title: a").exact("title").orElseThrow()).text());
    }

    @Test
    void theFirstOfSeveralKeysThatHoldsATextCounts() throws SyntaxException {
        Fields fields = fields("a:\nb: [x]\nc: ' '\nd: y\ne: z");
        assertEquals("y", fields.text("a", "b", "c", "d", "e"));
        assertEquals("", fields.text("a", "b", "c"));
    }

    @Test
    void aMapThatIsNotThereIsEmpty() throws SyntaxException {
        assertEquals("x", fields("a: {b: x}").fields("a").text("b"));
        assertSame(Fields.EMPTY, fields("a: x").fields("a"));
        assertSame(Fields.EMPTY, fields("a: x").fields("b"));
    }

    @Test
    void oneTextIsAListOfOne() throws SyntaxException {
        assertEquals(List.of("x"), fields("a: x").list("a"));
        assertEquals(List.of("x", "y"), fields("a: [x, y]").list("a"));
        assertEquals(List.of(), fields("a:").list("a"));
    }

    @Test
    void aKeyIsThereEvenWithoutAValue() throws SyntaxException {
        assertTrue(fields("draft:").has("draft"));
        assertTrue(fields("Draft:").has("draft"));
        assertFalse(fields("drafts:").has("draft"));
    }

    @Test
    void flagsAreAskedByKey() throws SyntaxException {
        Fields fields = fields("a: yes\nb: 'yes'\nc: off\nd: [no]");
        assertTrue(fields.isTrue("a"));
        assertFalse(fields.isTrue("b"));
        assertTrue(fields.isFalse("c"));
        assertFalse(fields.isFalse("d"));
        assertFalse(fields.isFalse("e"));
    }
}
