package broadsheet.search.lucene.translate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.query.QueryNode;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.match.BoundedIntervals.Bound;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.TermExpansion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The makers of single clauses: words, headlines, phrases, synonyms, patterns, nearness. */
class ClausesTest {

    @TempDir
    private static Path folder;
    private static Newsrooms newsrooms;
    private static IndexOfPosts english;

    @BeforeAll
    static void open() throws IOException {
        newsrooms = new Newsrooms(folder);
        english = newsrooms.of("en");
    }

    @AfterAll
    static void close() {
        newsrooms.close();
    }

    private static QueryNode.Word word(String text) {
        return new QueryNode.Word(text, false);
    }

    private static String print(Query query) {
        return PrintedQuery.of(query, "all_en");
    }

    private static String places(List<TermAt> places) {
        return places.stream().map(place -> place.term().text().replace("\u0001", "!").replace("\u0002", "?") + "@"
                + place.position()).toList().toString();
    }

    private static Set<String> found(IndexOfPosts index, Query query) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (ScoreDoc hit : index.searcher().search(query, 10).scoreDocs) {
            ids.add(index.id(hit.doc));
        }
        return ids;
    }

    @Test
    void aWordOfAHeadlinesHeadCountsAsTheRest() {
        HeadlineWords headlines = Translated.headlines(english, "en", Set.of());
        assertEquals("title_en:ukrain head_en:ukrain", print(headlines.word(new BytesRef("ukrain"), TermQuery::new)));
        assertEquals("title_en:tram", print(headlines.word(new BytesRef("tram"), TermQuery::new)));
    }

    @Test
    void aFeedsPrefixInAHeadlineCountsForNothing() {
        HeadlineWords headlines = Translated.headlines(english, "en", Set.of("Ukraine"));
        assertEquals("title_en:ukrain", print(headlines.word(new BytesRef("ukrain"), TermQuery::new)));
    }

    @Test
    void aWordWithoutTokensMatchesNothing() {
        assertEquals("MatchNoDocsQuery(\"no word in it\")", print(Translated.words(english, "en").match(word("…"))));
        assertEquals(List.of(), Translated.words(english, "en").bonus(word("…")));
        assertEquals("MatchNoDocsQuery(\"no word in it\")", print(PhraseQueries.inRow(List.of())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            harbour tram       | [harbour@0, tram@1]
            trams              | [trams@0]
            WHO                | [!WHO@0]
            WHO said           | [!WHO@0, said@1]
            WHO SAID           | [who@0, said@1]
            Who said           | [who@0, said@1]
            in C++ by AT&T     | [in@0, ?c++@1, by@2, ?at&t@3]
            AT&T pays          | [?at&t@0, pays@2]
            café               | [cafe@0]
            香港電車            | [香港@0, 港電@1, 電車@2]
            香港 電車           | [香港@0, 電車@2]
            電                 | [電@0]
            a電b               | [a@0, 電@1, b@2]
            """)
    void aQuotationIsItsExactFormsEachAtItsPosition(String text, String places) {
        assertEquals(places, places(new PhraseQueries(Translated.typed(english, "en")).exact(text)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            wing-body      | [wing@0, bodi@1]
            light rails    | [light@0, rail@1]
            香港電車        | [香港@0, 港电@1, 电车@2]
            """)
    void aCompoundIsItsStemsEachAtItsPosition(String text, String places) {
        assertEquals(places, places(new PhraseQueries(Translated.typed(english, "en")).stems("all_en", text)));
    }

    @Test
    void aNameIsItsWordsInOrder() {
        PhraseQueries phrases = new PhraseQueries(Translated.typed(english, "en"));
        assertEquals("author_words:\"ann lee\"", print(phrases.name("author", "Ann Lee", prefix -> List.of())));
        assertEquals("tag_words:elections", print(phrases.name("tag", "Elections", prefix -> List.of())));
    }

    @Test
    void aWordThatNothingElseCountsAsStaysItself() {
        SynonymQueries synonyms = Translated.synonyms(english, "en");
        assertEquals("tram", print(synonyms.with(word("tram"), new Term("all_en", "tram"))));
        assertEquals(List.of(), synonyms.sequences(word("tram")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            streetcar                 | all_en   | group[tram, streetcar*0.8]
            light rail                | all_en   | group[tram, "light rail"*0.8]
            light rail                | title_en | group[title_en:tram, title_en:"light rail"*0.8]
            WHO                       | all_en   | group[tram, exact:{acronym}WHO*0.8]
            WHO                       | title_en | title_en:tram
            EU                        | all_en   | group[tram, eu*0.8]
            C++                       | all_en   | group[tram, exact:{written}c++*0.8]
            C++                       | title_en | title_en:tram
            …                         | all_en   | tram
            """)
    void whatCountsAsAWordIsLookedForWhereTheFieldHasIt(String also, String field, String group) {
        QueryNode.Word tram = new QueryNode.Word("tram", false, List.of(also));
        assertEquals(group, print(Translated.synonyms(english, "en").with(tram, new Term(field, "tram"))));
    }

    @Test
    void ofAWordThatIsNoRowOfTermsTheBetterAlternativeCounts() {
        QueryNode.Word tram = new QueryNode.Word("tram", false, List.of("streetcar"));
        Query alone = new TermQuery(new Term("all_en", "x"));
        assertEquals("best(group[streetcar*0.8] | x)", print(Translated.synonyms(english, "en").with(tram, alone)));
        assertSame(alone, Translated.synonyms(english, "en").with(word("tram"), alone));
    }

    @ParameterizedTest
    @CsvSource({"elect*, exact, elected elections elector electric",
            "ELECT*, exact, elected elections elector electric",
            "wom?n, exact, woman women", "café*, exact, cafe", "elctor~1, exact, elector", "le*, author_words, lee",
            "zz*, exact, ''", "zz*, tag_words, ''"})
    void aPatternStandsForWordsOfItsField(String pattern, String field, String words) {
        TermExpansion expansion = Translated.expansions(english).of(field,
                (QueryNode.Pattern) Translated.tree(pattern));
        assertEquals(words, String.join(" ", expansion.terms().stream().map(BytesRef::utf8ToString).toList()));
        assertEquals(field, expansion.field());
    }

    @Test
    void aPatternIsLookedUpOnceASearch() {
        Expansions expansions = Translated.expansions(english);
        QueryNode.Pattern pattern = (QueryNode.Pattern) Translated.tree("elect*");
        assertSame(expansions.of("exact", pattern), expansions.of("exact", pattern));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            tram NEAR/2 harbour        | tram
            harbour PRE/1 tram         | tram
            tram PRE/1 harbour         |
            tram NEAR/1 strike         | tram
            grain NEAR/1 leave         |
            grain NEAR/2 leave         | grain
            "wing body" NEAR/2 study   | grain
            wing-body NEAR/1 study     | grain
            elect* NEAR/3 follow       | tram
            tram /s monday             | tram
            tram /s unions             |
            tram /p unions             | tram
            tram /p ferry              |
            (cafe OR tram) NEAR/2 sells| cafe
            C++ NEAR/2 AT&T            | grain
            WHO /s ferry               | tram
            strike /s monday           |
            """)
    void partsNearEachOtherAreFoundInTheText(String typed, String ids) throws IOException {
        IntervalQueries intervals = Translated.intervals(english, "en");
        Query query = intervals.close((QueryNode.Close) Translated.tree(typed));
        assertEquals(ids == null ? Set.of() : Set.of(ids.split(" ")), found(english, query));
    }

    @ParameterizedTest
    @CsvSource({"TITLE, tram, tram", "BODY, tram, tram", "TITLE, cafe, cafe", "TITLE, ferry, ''", "BODY, ferry, tram",
            "LEAD, open, cafe", "BODY, open, ''", "TITLE, ukraine, grain", "BODY, ukraine, cafe"})
    void aPartOfAPostHasTheWordOrNot(Bound part, String typed, String ids) throws IOException {
        Query query = Translated.intervals(english, "en").within(word(typed), part);
        assertEquals(ids.isEmpty() ? Set.of() : Set.of(ids), found(english, query));
    }

    /** A single character of a Chinese word says nothing of the word. */
    @Test
    void ofAChineseWordTheWholeStandsInAHeadline() throws IOException {
        IndexOfPosts chinese = newsrooms.of("zh");
        IntervalQueries intervals = Translated.intervals(chinese, "zh");
        assertEquals(Set.of("gang"), found(chinese, intervals.within(word("電車"), Bound.TITLE)));
        assertEquals(Set.of("gang"), found(chinese, intervals.within(word("香港電車"), Bound.TITLE)));
        assertEquals(Set.of(), found(chinese, intervals.within(word("電束"), Bound.TITLE)));
        assertEquals(Set.of(), found(chinese, intervals.within(word("電話"), Bound.TITLE)));
        assertEquals(Set.of(), found(chinese, intervals.within(word("公司"), Bound.TITLE)));
    }

    @Test
    void whatHasNoPositionsIsNearNothing() throws IOException {
        IntervalQueries intervals = Translated.intervals(english, "en");
        for (QueryNode nowhere : List.of(new QueryNode.Everything(), new QueryNode.Not(word("x")),
                Translated.tree("after:2024-01-01"))) {
            assertEquals(Set.of(),
                    found(english, intervals.close(new QueryNode.Near(word("tram"), nowhere, 9, false))));
        }
    }

    @ParameterizedTest
    @CsvSource({"tram harbour, 1, tram", "harbour again, 1, ''", "harbour again, 3, tram", "again harbour, 3, tram",
            "the the, 1, ''", "sells lamps, 2, cafe", "café sells lamps, 2, cafe"})
    void aLooseQuotationIsFoundInEitherOrder(String text, int within, String ids) throws IOException {
        Query query = Translated.intervals(english, "en").quotation(new QueryNode.Phrase(text, within));
        assertEquals(ids.isEmpty() ? Set.of() : Set.of(ids), found(english, query));
    }
}
