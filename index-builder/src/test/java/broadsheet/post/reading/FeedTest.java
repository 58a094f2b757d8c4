package broadsheet.post.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import broadsheet.archive.Archive;
import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Feeds that are wrecked, cut off or in an old encoding, and Atom's types of text. */
class FeedTest {

    private static final String POLISH = "Żółta łódź płynie wśród gęstej mgły.";

    @TempDir
    private Path folder;

    private FileReading read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8), ReadOptions.defaults());
    }

    private FileReading read(byte[] bytes, ReadOptions options) throws IOException {
        Files.write(folder.resolve("f.xml"), bytes);
        Archive archive = Archive.open(List.of(folder.resolve("f.xml")), options);
        return archive.read(archive.files().getFirst());
    }

    private FileReading readIn(String charset, String declared) throws IOException {
        String feed = "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>\n" + rss("<title>" + POLISH + "</title>");
        return read(feed.getBytes(Charset.forName(charset)), ReadOptions.defaults());
    }

    private static String rss(String item) {
        return "<rss><channel>\n<item>" + item + "</item>\n</channel></rss>\n";
    }

    private static String atom(String entry) {
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<entry>" + entry + "</entry></feed>\n";
    }

    private static List<String> problems(FileReading reading) {
        return reading.problems().stream().map(Problem::toString).toList();
    }

    private static List<String> titles(FileReading reading) {
        return reading.posts().stream().map(Post::title).toList();
    }

    @Test
    void textsAreRepairedAndLinksAreNot() throws IOException {
        FileReading reading = read(rss("<title>Hereâ€™s news</title><link>https://n.example/Hereâ€™s/</link>"
                + "<description>Itâ€™s &amp;lt; it</description><category>Hereâ€™s</category>"));
        Post post = reading.posts().getFirst();
        assertEquals("Here’s news", post.title());
        assertEquals("It’s < it", post.body());
        assertEquals(List.of("Here’s"), post.categories());
        assertEquals("https://n.example/Hereâ€™s/", post.url());
        assertEquals(List.of("f.xml:2:7: info: 9 characters were text decoded wrongly and read as the 3 they once were "
                + "[mojibake-repaired]"), problems(reading));
    }

    @Test
    void nothingIsRepairedWhereThatIsNotAskedFor() throws IOException {
        FileReading reading = read(rss("<title>Hereâ€™s</title>").getBytes(StandardCharsets.UTF_8),
                ReadOptions.defaults().withRepairMojibake(false));
        assertEquals("Hereâ€™s", reading.posts().getFirst().title());
        assertEquals(List.of(), problems(reading));
    }

    static Stream<String> contentsWithoutText() {
        return Stream.of("<content type=\"video/mp4\" src=\"https://n.example/v.mp4\"/>", "<content/>",
                "<content type=\"image/png\">iVBORw0KGgo=</content>", "<content type=\"html\"> </content>", "");
    }

    @ParameterizedTest
    @MethodSource("contentsWithoutText")
    void theSummaryIsTheBodyWhereTheContentIsNoText(String content) throws IOException {
        Post post = read(atom("<title>t</title>" + content + "<summary>onlysummaryword</summary>")).posts().getFirst();
        assertEquals("onlysummaryword", post.body());
        assertEquals("", post.excerpt());
    }

    @Test
    void theSummaryIsTheExcerptBesideAText() throws IOException {
        Post post = read(atom("<content type=\"text/html\">&lt;p&gt;All&lt;/p&gt; of it</content>"
                + "<summary type=\"html\">Some &lt;b&gt;of&lt;/b&gt; it</summary>")).posts().getFirst();
        assertEquals("All\n\nof it", post.body());
        assertEquals("Some of it", post.excerpt());
    }

    static Stream<Arguments> atomTitles() {
        return Stream.of(arguments("<title>Use &lt;div&gt; in HTML</title>", "Use <div> in HTML"),
                arguments("<title type=\"text\">AT&amp;amp;T *or* {{ x }} `y`</title>", "AT&amp;T *or* {{ x }} `y`"),
                arguments("<title type=\"html\">&lt;b&gt;AT&lt;/b&gt;&amp;amp;T *or* [x] \\_</title>",
                        "AT&T *or* [x] \\_"),
                arguments("<title type=\"html\">Use &amp;lt;div&amp;gt;</title>", "Use <div>"),
                arguments("<title type=\"xhtml\"><div>Less: <em>a</em> &lt; b</div></title>", "Less: a < b"));
    }

    @ParameterizedTest
    @MethodSource("atomTitles")
    void titlesOfAtomAreReadByTheirType(String title, String expected) throws IOException {
        assertEquals(List.of(expected), titles(read(atom(title))));
    }

    @Test
    void titlesOfRssAreReadAsHtml() throws IOException {
        assertEquals(List.of("Storm & sea: no < yes, C* and *x*"),
                titles(read(rss("<title>&lt;b&gt;Storm&lt;/b&gt; &amp;amp; sea: no &lt; yes, C* and *x*</title>"))));
    }

    @Test
    void aDeclaredEncodingHoldsForWhatIsNotUtf8() throws IOException {
        FileReading reading = readIn("ISO-8859-2", "iso-8859-2");
        assertEquals(List.of(POLISH), titles(reading));
        assertEquals(List.of("f.xml:3:14: warning: not UTF-8 (byte 0xAF), read as ISO-8859-2 [not-utf8]"),
                problems(reading));
        assertEquals(List.of(POLISH), titles(readIn("windows-1250", "windows-1250")));
    }

    @Test
    void utf8AndMarksWinOverAWrongDeclaration() throws IOException {
        assertEquals(List.of(POLISH), titles(readIn("UTF-8", "windows-1251")));
        String marked = "\uFEFF<?xml version=\"1.0\" encoding=\"ISO-8859-2\"?>" + rss("<title>" + POLISH + "</title>");
        assertEquals(List.of(POLISH),
                titles(read(marked.getBytes(StandardCharsets.UTF_16LE), ReadOptions.defaults())));
    }

    @Test
    void bytesThatTheDeclaredEncodingCannotExplainAreTold() throws IOException {
        byte[] bytes = ("<?xml version=\"1.0\" encoding=\"windows-1251\"?>" + rss("<title>a\u0098</title>"))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("not-utf8", "undecodable-bytes"),
                read(bytes, ReadOptions.defaults()).problems().stream().map(Problem::code).toList());
    }

    @Test
    void latin1MeansWindows1252AndUnknownNamesMeanAGuess() throws IOException {
        for (String declared : List.of("ISO-8859-1", "us-ascii", "x-no-such", "UTF-8", "UTF-16")) {
            byte[] bytes = ("<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + rss("<title>“five”</title>"))
                    .getBytes(Charset.forName("windows-1252"));
            assertEquals(List.of("“five”"), titles(read(bytes, ReadOptions.defaults())), declared);
        }
    }

    @Test
    void ofACutFeedTheWholeEntriesAreReadAndTheCutOneFails() throws IOException {
        FileReading reading = read(
                "<rss><channel>\n<item><title>one</title></item>\n<item><title>two</title><descr");
        assertEquals(List.of("one"), titles(reading));
        assertEquals(1, reading.failed());
        assertEquals(List.of("f.xml:3:31: error: the file ends within the <item> that begins at 3:1 [xml-cut-off]"),
                problems(reading));
    }

    @Test
    void whereverAFeedIsCutThatIsToldAndItsWholeEntriesAreRead() throws IOException {
        // longer than the buffers of the parser, and with characters of two UTF-16 units
        String feed = rss("<title>😀</title><description>" + "wave 😀 ".repeat(5_000) + "</description>")
                .replace("</channel>", "<item><title>b</title><![CDATA[x]]><link/></item>\n<!-- c --></channel>")
                .strip();
        int first = feed.indexOf("</item>");
        for (int end = first - 20; end < feed.length(); end++) {
            FileReading reading = read(feed.substring(0, end));
            String message = "cut at " + end + ": " + problems(reading);
            assertEquals(feed.substring(0, end).split("</item>", -1).length - 1, reading.posts().size(), message);
            assertEquals(List.of("xml-cut-off"), reading.problems().stream().map(Problem::code).toList(), message);
        }
        assertEquals(List.of(), problems(read(feed)));
    }

    @Test
    void aFeedThatIsCutBetweenEntriesIsTold() throws IOException {
        FileReading reading = read("<rss><channel>\n<item><title>one</title></item>\n<!-- </channel></rss>\n");
        assertEquals(List.of("one"), titles(reading));
        assertEquals(0, reading.failed());
        assertEquals(List.of("f.xml:4:1: warning: the file ends within the <rss> that begins at 1:1; entries may be "
                + "missing [xml-cut-off]"), problems(reading));
    }

    static Stream<Arguments> brokenTags() {
        return Stream.of(
                arguments(rss("<title>one & only</titel><description>abc</description>"),
                        "f.xml:2:7: warning: expected </title>, found none; the text before 2:62 was read as part of it "
                                + "[xml-syntax]"),
                arguments(rss("<title>a</title></item><item><title>b</title><description>c <b>d<br>e</description>"),
                        "f.xml:2:67: warning: expected </b>, found none; the text before 2:76 was read as part of it [xml-syntax]"),
                arguments("<rss><channel><title>News</titel>\n<item><title>a</title></item></channel></rss>",
                        "f.xml:1:15: warning: expected </title>, found none; the text before 2:30 was read as part of it "
                                + "[xml-syntax]"),
                arguments(rss("<title>a < b</title>"),
                        "f.xml:2:17: warning: not well-formed XML; it was read as far as possible "
                                + "[xml-syntax]"),
                arguments(rss("<title>a</title>") + "<rss><channel/></rss>",
                        "f.xml:4:1: warning: expected nothing after </rss>; the rest was not read "
                                + "[xml-syntax]"));
    }

    @ParameterizedTest
    @MethodSource("brokenTags")
    void brokenTagsAreToldWithTheirPlace(String feed, String problem) throws IOException {
        assertEquals(List.of(problem), problems(read(feed)));
    }

    @Test
    void whatLosesNothingIsNotTold() throws IOException {
        FileReading reading = read("\n<?xml version=\"1.0\"?><!-- a -->\n" + rss("<title>one & only &nbsp; &copy x"
                + "</title><link/><enclosure url=\"/a.png\" type=\"image/png\" />") + "<!-- by Ada --><?php ?>\n");
        assertEquals(List.of(), problems(reading));
        assertEquals(1, reading.posts().size());
    }
}
