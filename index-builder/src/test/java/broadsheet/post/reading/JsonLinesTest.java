package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.archive.Archive;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrecked and odd lines of JSON; what whole ones become is in SeveralPostsTest. */
class JsonLinesTest {

    /** Mojibake as most JSON writers escape it: Here’s. */
    private static final String HERES = "Here\\u00e2\\u20ac\\u2122s";

    @TempDir
    private Path folder;

    private FileReading read(String text) throws IOException {
        return read(text, ReadOptions.defaults());
    }

    private FileReading read(String text, ReadOptions options) throws IOException {
        Files.writeString(folder.resolve("p.jsonl"), text);
        Archive archive = Archive.open(List.of(folder.resolve("p.jsonl")), options);
        return archive.read(archive.files().getFirst());
    }

    private static List<String> problems(FileReading reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void escapedMojibakeIsRepairedAndToldOnceAFile() throws IOException {
        FileReading reading = read(
                """
                        {"title":"Calm","body":"Sun."}
                        {"title":"%1$s news","body":"%1$s\\n\\nmore","authors":["Zo\\u00c3\\u00ab"],"tags":["caf\\u00c3\\u00a9"]}
                        {"title":"Third","excerpt":"%1$s third"}
                        """
                        .formatted(HERES));
        Post post = reading.posts().get(1);
        assertEquals("Here’s news", post.title());
        assertEquals("Here’s\n\nmore", post.body());
        assertEquals(List.of("Zoë"), post.authors());
        assertEquals(List.of("café"), post.tags());
        assertEquals("Here’s third", reading.posts().getLast().excerpt());
        assertEquals(
                List.of("p.jsonl:2:10: info: 13 characters were text decoded wrongly and read as the 5 they once were "
                        + "[mojibake-repaired]"),
                problems(reading));
    }

    @Test
    void mojibakeThatIsWrittenOutIsRepairedToo() throws IOException {
        FileReading reading = read("  {\"title\":\"Hereâ€™s news\"}\n");
        assertEquals("Here’s news", reading.posts().getFirst().title());
        assertEquals(12, reading.problems().getFirst().column());
    }

    @Test
    void noMojibakeIsRepairedWhereThatIsNotAskedFor() throws IOException {
        FileReading reading = read("{\"title\":\"" + HERES + " news\"}\n",
                ReadOptions.defaults().withRepairMojibake(false));
        assertEquals("Hereâ€™s news", reading.posts().getFirst().title());
        assertEquals(List.of(), problems(reading));
    }

    @Test
    void addressesStayAsTheyAreWritten() throws IOException {
        FileReading reading = read("""
                {"title":"a","url":"https://n.example/Hereâ€™s/","image":"https://n.example/Hereâ€™s.jpg"}
                {"title":"b","url":"https://n.example/%s/","image":{"url":"/%s.jpg"}}
                """.formatted(HERES, HERES));
        for (Post post : reading.posts()) {
            assertEquals("https://n.example/Hereâ€™s/", post.url());
        }
        assertEquals("https://n.example/Hereâ€™s.jpg", reading.posts().getFirst().image());
        assertEquals("/Hereâ€™s.jpg", reading.posts().getLast().image());
        assertEquals(List.of(), problems(reading));
    }

    @Test
    void aLineWithTextAfterItsObjectFailsAtThatText() throws IOException {
        FileReading reading = read("""
                {"title":"A"}
                {"title":"C"} junk {"title":"D"}
                {"title":"E"},
                {"title":"F"} \t
                """);
        assertEquals(List.of("A", "F"), reading.posts().stream().map(Post::title).toList());
        assertEquals(2, reading.failed());
        assertEquals(List.of(
                "p.jsonl:2:15: error: expected the line to end after its object, found 'junk {\"title\":\"D\"}' "
                        + "[json-syntax]",
                "p.jsonl:3:14: error: expected the line to end after its object, found ',' [json-syntax]"),
                problems(reading));
    }

    @Test
    void theLastOfTwoEqualKeysIsTakenAndTold() throws IOException {
        FileReading reading = read("""
                {"title":"A"}
                  {"title":"One","body":"x","title":"Two"}
                """);
        assertEquals("Two", reading.posts().getLast().title());
        assertEquals(List.of(
                "p.jsonl:2:29: warning: duplicate key 'title'; the last one counts [duplicate-key]"),
                problems(reading));
    }

    @Test
    void aBrokenObjectIsToldWithItsColumn() throws IOException {
        Problem problem = read("  {\"title\": nope}\n").problems().getFirst();
        assertEquals(1, problem.line());
        assertEquals(13, problem.column());
    }

    @Test
    void aDateThatCannotBeReadIsToldWithItsPlace() throws IOException {
        assertEquals(List.of(
                "p.jsonl:1:21: warning: expected a date, found 'soon'; ignored [date-unreadable]"),
                problems(read("{\"title\":\"A\",\"date\":\"soon\"}\n")));
    }
}
