package broadsheet.search.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.owner.SynonymFile;
import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a query get synonyms, and what the note on them says. */
class SynonymExpansionTest {

    private static final List<TextAnalysis> ENGLISH = List.of(new TextAnalysis(Language.of("en")));
    /** An archive in which {@code who} is a word and {@code WHO} another. */
    private static final Predicate<List<Token>> WHO = tokens -> tokens.size() == 1
            && tokens.get(0).word().equals("WHO");
    private static final SynonymTable TABLE = table("car, automobile, motor car", "WHO => World Health Organization",
            "ferry => boat", "sea wall => dyke", "sea => ocean", "NASA => space agency");

    private static SynonymTable table(String... rules) {
        return new SynonymTable(SynonymFile
                .read("synonyms.txt", String.join("\n", rules).getBytes(StandardCharsets.UTF_8)).rules());
    }

    private static SynonymExpansion.Expanded expanded(SynonymTable table, String typed) {
        return new SynonymExpansion(table, ENGLISH, WHO).expand(QueryParser.parse(typed).root());
    }

    /** Each word with synonyms, {@code car=automobile/motor car}, in the order of the query; {@code !} for an acronym. */
    private static String shown(QueryNode node) {
        return words(node).filter(word -> !word.also().isEmpty())
                .map(word -> word.text() + (word.acronym() ? "!" : "") + "=" + String.join("/", word.also()))
                .collect(Collectors.joining(" "));
    }

    private static Stream<QueryNode.Word> words(QueryNode node) {
        return switch (node) {
            case QueryNode.Word word -> Stream.of(word);
            case QueryNode.Sequence all -> all.parts().stream().flatMap(SynonymExpansionTest::words);
            case QueryNode.AllOf all -> all.parts().stream().flatMap(SynonymExpansionTest::words);
            case QueryNode.AnyOf any -> any.parts().stream().flatMap(SynonymExpansionTest::words);
            case QueryNode.Required required -> words(required.node());
            case QueryNode.Not not -> words(not.node());
            case QueryNode.InField field -> words(field.node());
            case QueryNode.Near near -> Stream.concat(words(near.left()), words(near.right()));
            case QueryNode.Same same -> Stream.concat(words(same.left()), words(same.right()));
            default -> Stream.of();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # a word, in any form
            car                     | car=automobile/motor car
            cars                    | cars=automobile/motor car
            red cars                | cars=automobile/motor car
            boat                    | -
            # of several rules the one for most words; each of its words gets the synonyms
            motor car               | motor=car/automobile car=car/automobile
            fast motor cars here    | motor=car/automobile cars=car/automobile
            sea wall                | sea=dyke wall=dyke
            sea                     | sea=ocean
            sea walls cracked       | sea=dyke walls=dyke
            wall sea                | sea=ocean
            sea sea wall            | sea=ocean sea=dyke wall=dyke
            # an acronym is meant where it is written in capitals
            who                     | -
            who is there            | -
            WHO                     | WHO!=World Health Organization
            WHO report              | WHO!=World Health Organization
            # where the archive has no other word of these letters, small letters are enough
            nasa                    | nasa=space agency
            NASA                    | NASA!=space agency
            nasa report             | nasa=space agency
            # within operators
            car AND ferry           | car=automobile/motor car ferry=boat
            car OR ferry            | car=automobile/motor car ferry=boat
            +car ferry              | car=automobile/motor car ferry=boat
            car NEAR/5 ferry        | car=automobile/motor car ferry=boat
            car /s ferry            | car=automobile/motor car ferry=boat
            (sea wall) OR car       | sea=dyke wall=dyke car=automobile/motor car
            sea AND wall            | sea=ocean
            title:car               | car=automobile/motor car
            lead:car                | car=automobile/motor car
            body:(sea wall)         | sea=dyke wall=dyke
            # as it was typed
            "car"                   | -
            "sea wall"              | -
            -car                    | -
            red -car                | -
            car*                    | -
            c?r                     | -
            car~                    | -
            author:car              | -
            tag:car                 | -
            category:car            | -
            ``                      | -
            """)
    void wordsGetTheirSynonyms(String typed, String expected) {
        String shown = shown(expanded(TABLE, typed).root());
        assertEquals(expected, shown.isEmpty() ? "-" : shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            cars            | Also searched: "automobile", "motor car" for cars.
            sea walls       | Also searched: "dyke" for sea walls.
            car ferry       | Also searched: "automobile", "motor car" for car; "boat" for ferry.
            car or car      | Also searched: "automobile", "motor car" for car.
            """)
    void theNoteNamesWhatIsSearchedForWhat(String typed, String message) {
        assertEquals(List.of(new Note("synonyms", message + " Quotation marks keep a word as it was typed.")),
                expanded(TABLE, typed).notes());
    }

    @Test
    void aQueryWithoutSynonymsHasNoNoteAndStaysTheSame() {
        assertEquals(List.of(), expanded(TABLE, "boat race").notes());
        QueryNode root = QueryParser.parse("car ferry").root();
        assertSame(root, new SynonymExpansion(SynonymTable.NONE, ENGLISH, WHO).expand(root).root());
    }

    @Test
    void eightTextsAreNamedAndTheRestIsCounted() {
        String ten = IntStream.range(0, 10).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        assertEquals(
                "Also searched: \"w0\", \"w1\", \"w2\", \"w3\", \"w4\", \"w5\", \"w6\", \"w7\" for car and 2 more."
                        + " Quotation marks keep a word as it was typed.",
                expanded(table("car => " + ten), "car").notes().get(0).message());
        assertEquals(
                "Also searched: \"w0\", \"w1\", \"w2\", \"w3\", \"w4\", \"w5\", \"w6\", \"w7\" for car and 3 more."
                        + " Quotation marks keep a word as it was typed.",
                expanded(table("car => " + ten, "ferry => boat"), "car ferry").notes().get(0).message());
    }

    @Test
    void sixteenWordsOfALongQueryGetSynonyms() {
        List<String> rules = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> rules.add("w" + i + " => v" + i));
        String query = IntStream.range(0, 20).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
        QueryNode root = expanded(table(rules.toArray(String[]::new)), query).root();
        assertEquals(IntStream.range(0, 16).mapToObj(i -> "w" + i + "=v" + i).collect(Collectors.joining(" ")),
                shown(root));
    }

    @Test
    void rulesCountInEachLanguageOfTheArchive() {
        List<TextAnalysis> both = List.of(new TextAnalysis(Language.of("en")), new TextAnalysis(Language.of("de")));
        QueryNode root = QueryParser.parse("Häuser cars").root();
        SynonymTable table = table("Haus => Heim", "car => bus");
        assertEquals("Häuser=Heim cars=bus", shown(new SynonymExpansion(table, both, WHO).expand(root).root()));
        assertEquals("cars=bus", shown(new SynonymExpansion(table, ENGLISH, WHO).expand(root).root()));
    }

    @Test
    void aWordIsNoSynonymOfItself() {
        assertEquals("car=bus", shown(expanded(table("car => Car, bus"), "car").root()));
    }
}
