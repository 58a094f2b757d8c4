package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.owner.OwnerFile;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.query.Note;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner's synonyms, on a real index. */
class SynonymsTest {

    private static final String RULES = """
            car, automobile, motor car
            WHO, World Health Organization
            covid-19 => coronavirus
            lorry => truck
            heart attack, myocardial infarction
            AT&T => phone company
            world => globe
            Auto => Wagen
            海堤, 防波堤
            zeppelin => airship
            people => folk
            """;

    @TempDir
    private static Path folder;
    private static SearchEngine engine;

    @BeforeAll
    static void open() throws Exception {
        List<Post> posts = new ArrayList<>(List.of(post("car", "The car of the year", "It is a car."),
                post("automobile", "The automobile of the year", "It is an automobile."),
                post("motor-car", "Old times", "A motor car stood in the yard, a car at last."),
                post("motor-and-car", "A motor", "The motor was sold. Nobody bought the boat."),
                post("who", "Advice", "The WHO gave advice on a vaccine, and WHO experts agreed."),
                post("who-name", "Advice at length", "The World Health Organization gave advice on a vaccine."),
                post("who-loose", "Health", "The world cup. A new organization for health has no vaccine."),
                post("covid", "Cases", "New covid-19 cases."), post("corona", "Cases", "New coronavirus cases."),
                post("truck", "On the road", "A truck stood there."),
                post("attack", "Hospital", "A heart attack in the street."),
                post("infarction", "Hospital", "A myocardial infarction in the street."),
                post("att", "Calls", "AT&T raised prices."), post("phone", "Calls", "The phone company raised prices."),
                post("airship", "In the air", "An airship over the town."),
                post("folk", "Folk 1", "Those who came were told who had won, and who had not."),
                post("zeppelins", "In the air", "The town of Zepelin is far away."),
                Post.builder("wagen").title("Der Wagen").body("Ein Wagen fuhr vorbei.").lang("de").build(),
                Post.builder("damm").title("防波堤").body("新的防波堤将于明年完工。").lang("zh").build()));
        for (int i = 0; i < 40; i++) {
            posts.add(post("filler-" + i, "People " + i, "Those who came were told who had won, and who had not."));
        }
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder.resolve("index"), false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        Path rules = Files.writeString(folder.resolve("synonyms.txt"), RULES);
        engine = LuceneSearchEngine.open(folder.resolve("index"),
                new OwnerFiles(Optional.of(new OwnerFile(rules, true)), Optional.empty()), Ranking.DEFAULT,
                () -> SmallArchive.NOW);
    }

    private static Post post(String id, String title, String body) {
        return SmallArchive.post(id, title, body).build();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchResponse ask(String text) {
        return engine.search(SearchRequest.of(text).plain().withSize(60).withFoldCopies(false).withExplain(true));
    }

    /** Ids of the posts with all the words, in no order. */
    private static Set<String> complete(String text) {
        Set<String> ids = new TreeSet<>();
        ask(text).hits().stream().filter(hit -> hit.missing().isEmpty()).forEach(hit -> ids.add(hit.post().id()));
        ids.removeIf(id -> id.startsWith("filler"));
        return ids;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            car                                 | automobile, car, motor-car
            cars                                | automobile, car, motor-car
            automobile                          | automobile, car, motor-car
            motor car                           | automobile, car, motor-car
            "car"                               | car, motor-car
            "automobile"                        | automobile
            lorry                               | truck
            truck                               | truck
            covid-19                            | corona, covid
            covid-19 cases                      | corona, covid
            coronavirus                         | corona
            heart attack                        | attack, infarction
            myocardial infarction street        | attack, infarction
            AT&T                                | att, phone
            AT&T prices                         | att, phone
            phone company                       | phone
            World Health Organization           | who, who-loose, who-name
            world health organization vaccine   | who, who-loose, who-name
            "World Health Organization"         | who-name
            WHO vaccine                         | who, who-name
            who vaccine                         | who, who-loose, who-name
            +car yard                           | motor-car
            car OR truck                        | automobile, car, motor-car, truck
            car AND year                        | automobile, car
            car -automobile                     | car, motor-car
            title:car                           | automobile, car
            body:automobile                     | automobile, car, motor-car
            automobile NEAR/5 yard              | motor-car
            motorcar*                           |
            Auto                                | wagen
            海堤                                 | damm
            zeppelin                            | airship
            """)
    void aWordFindsWhatCountsAsIt(String text, String ids) {
        Set<String> expected = ids == null ? Set.of() : new TreeSet<>(List.of(ids.split(", ")));
        assertEquals(expected, complete(text));
    }

    @Test
    void theTypedWordCountsALittleMore() {
        assertEquals("car", ask("car year").hits().get(0).post().id());
        assertEquals("automobile", ask("automobile year").hits().get(0).post().id());
        assertEquals("covid", ask("covid-19 cases").hits().get(0).post().id());
        assertEquals("corona", ask("covid-19 cases").hits().get(1).post().id());
        assertEquals("attack", ask("heart attack").hits().get(0).post().id());
    }

    @Test
    void anAcronymIsNotDrownedByTheWordOfItsLetters() {
        assertEquals(List.of("who", "who-name"),
                ask("WHO").hits().stream().limit(2).map(hit -> hit.post().id()).toList());
        assertEquals(List.of("who", "who-name"),
                ask("WHO vaccine").hits().stream().limit(2).map(hit -> hit.post().id()).toList());
    }

    @Test
    void aNoteSaysWhatWasSearchedAndHowToSwitchItOff() {
        SearchResponse response = ask("covid-19 cases in a car");
        assertEquals(List.of(new Note("synonyms", "Also searched: \"coronavirus\" for covid-19; \"automobile\", "
                + "\"motor car\" for car. Quotation marks keep a word as it was typed.")), response.query().notes());
        assertEquals("covid-19 cases in a car", response.query().read());
        assertEquals(List.of(), ask("\"car\" who truck").query().notes());
        assertEquals(List.of(), ask("-car truck").query().notes());
    }

    @Test
    void aWordOfARuleIsNoMistake() {
        SearchResponse response = ask("zeppelin");
        assertEquals("zeppelin", response.query().read());
        assertEquals(List.of("synonyms"), response.query().notes().stream().map(Note::code).toList());
    }

    @Test
    void snippetsMarkTheSynonymAPhraseAsOne() {
        Hit name = ask("WHO vaccine").hits().stream().filter(hit -> hit.post().id().equals("who-name")).findFirst()
                .orElseThrow();
        assertEquals("The World Health Organization gave advice on a vaccine.", name.snippets().get(0).text());
        assertEquals(List.of(new Mark(4, 29), new Mark(47, 54)), name.snippets().get(0).marks());
        Hit automobile = ask("car").hits().stream().filter(hit -> hit.post().id().equals("automobile")).findFirst()
                .orElseThrow();
        assertEquals(List.of(new Mark(4, 14)), automobile.titleMarks());
    }

    @ParameterizedTest
    @ValueSource(strings = {"car", "cars year", "WHO", "WHO vaccine", "World Health Organization vaccine", "covid-19",
            "covid-19 cases", "heart attack street", "AT&T prices", "title:car", "car NEAR/5 yard", "海堤", "Auto",
            "motor car yard nowhere", "car OR truck", "+car year", "lorry car"})
    void anExplanationAddsUpWithSynonymsToo(String text) {
        SearchResponse response = ask(text);
        assertFalse(response.hits().isEmpty(), text);
        for (Hit hit : response.hits().stream().limit(10).toList()) {
            double sum = hit.explanation().orElseThrow().shares().stream().mapToDouble(Share::score).sum();
            assertEquals(hit.score(), sum, 1e-4, () -> text + " " + hit.post().id() + " " + hit.explanation());
        }
    }

    @Test
    void anExplanationNamesTheSynonymsThatAPostHas() {
        Hit hit = ask("car").hits().stream().filter(h -> h.post().id().equals("motor-car")).findFirst().orElseThrow();
        Share word = hit.explanation().orElseThrow().shares().stream().filter(s -> s.cause() == Cause.WORD).findFirst()
                .orElseThrow();
        assertEquals(List.of("car"), word.words());
        assertEquals(List.of("car", "motor car"), word.found());
    }

    /** Forty posts have the one, a single one the other: by its own rareness it would stand first. */
    @Test
    void aRareSynonymDoesNotOutrankTheTypedWord() {
        List<String> ids = ask("people").hits().stream().map(hit -> hit.post().id()).toList();
        assertEquals(41, ids.size());
        assertEquals("folk", ids.get(40));
    }
}
