package broadsheet.search.lucene.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedWordsTest {

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

    private static TypedWords in(String language) throws IOException {
        return Translated.typed(newsrooms.of(language), language);
    }

    private static QueryNode.Word word(String text) {
        return new QueryNode.Word(text, text.equals(text.toUpperCase()) && text.length() > 1);
    }

    @ParameterizedTest
    @CsvSource({
            // language, word, stop word, compound, loose, a word with signs
            "en, tram,      false, false, true,  ''", "en, the,       true,  false, true,  ''",
            "en, WHO,       true,  false, true,  ''", "en, wing-body, false, true,  true,  ''",
            "en, F-16,      false, true,  false, ''", "en, 10:30,     false, true,  false, ''",
            "en, x-ray,     false, true,  false, ''", "en, AT&T,      false, false, false, at&t",
            "en, C++,       false, false, false, c++", "en, £5m,      false, false, false, £5m",
            "en, of-the,    false, true,  true,  ''", "de, der,       true,  false, true,  ''",
            "de, tram,      false, false, true,  ''", "xx, the,       false, false, true,  ''",
            "zh, 電車,       false, false, false, ''", "ja, 東京タワー, false, false, false, ''"})
    void saysWhatKindOfWordWasTyped(String language, String text, boolean stopWord, boolean compound, boolean loose,
            String written) throws IOException {
        TypedWords words = in(language);

        assertEquals(stopWord, words.isStopWord(word(text)), "stop word");
        assertEquals(compound, words.isCompound(word(text)), "compound");
        assertEquals(loose, words.isLoose(word(text)), "loose");
        assertEquals(written, words.written(text).utf8ToString().replace("\u0002", ""), "written");
    }

    @Test
    void aStopWordInCapitalsThatTheOwnerNamesDecides() throws IOException {
        QueryNode.Word named = new QueryNode.Word("WHO", true, List.of("World Health Organization"));
        assertEquals(false, in("en").isStopWord(named));
        assertEquals(true, in("en").isStopWord(new QueryNode.Word("WHO", false, named.also())));
    }

    @ParameterizedTest
    @CsvSource({"en, tram, tram", "en, elections, elect", "en, Café, cafe", "en, wing-body, ''", "de, Häuser, haus",
            "pt, eleicoes, eleic", "pt, avó, avo", "ru, выборы, выбор", "ar, الانتخابات, انتخاب", "xx, trams, trams",
            "zh, 電車, ''", "zh, 電, 电"})
    void theStemOfOneTokenIsThatOfItsLanguage(String language, String text, String stem) throws IOException {
        assertEquals(stem, in(language).stem(word(text)).utf8ToString());
    }

    @ParameterizedTest
    @CsvSource({
            // typed as an acronym; in the archive in capitals?
            "US,   true,  true", "WHO, true, true", "EU, true, true", "US, false, false", "U.S., false, true",
            "NATO, true,  false", "us, true, false", "Tram, true, false"})
    void anAcronymIsOneThatTheArchiveWrites(String text, boolean capitals, boolean acronym) throws IOException {
        TypedWords words = in("en");
        Token token = words.tokens(text).get(0);
        assertEquals(acronym, words.isAcronym(new QueryNode.Word(text, capitals), token));
    }

    @Test
    void tokensAreKeptForTheSearch() throws IOException {
        TypedWords words = in("en");
        assertSame(words.tokens("harbour tram"), words.tokens("harbour tram"));
    }

    @Test
    void namesHaveNoLanguage() throws IOException {
        assertEquals("ann lees", in("en").nameTokens("Ann Lees").stream().map(Token::exact)
                .map(BytesRef::utf8ToString).collect(Collectors.joining(" ")));
        assertEquals("lees", in("en").nameTokens("Lees").get(0).stem().utf8ToString());
    }
}
