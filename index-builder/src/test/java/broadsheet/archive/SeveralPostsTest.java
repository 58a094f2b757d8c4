package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.FileReading;
import broadsheet.post.Post;
import broadsheet.post.Problem;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold several posts: JSON Lines and feeds. Their faults are in JsonLinesTest and FeedTest. */
class SeveralPostsTest {

    @TempDir
    private Path folder;

    private FileReading read(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        Archive archive = Archive.open(List.of(folder.resolve(name)), ReadOptions.defaults());
        return archive.read(archive.files().getFirst());
    }

    @Test
    void eachJsonLineIsAPost() throws IOException {
        FileReading reading = read("posts.jsonl",
                """
                        {"title":"Storm","url":"/2024/storm/","date":"2024-03-01T09:00:00Z","authors":["Ada"],"body":"It rained.\\n\\nA lot."}

                        {"title":"Calm","html":"<p>No <b>wind</b>.</p>","categories":["Sea"],"tags":["calm"],"lang":"en-GB"}
                        """);
        assertEquals(List.of("posts.jsonl#1", "posts.jsonl#3"), reading.posts().stream().map(Post::id).toList());
        Post storm = reading.posts().getFirst();
        assertEquals("/2024/storm/", storm.url());
        assertEquals("It rained.\n\nA lot.", storm.body());
        assertEquals(Optional.of(Instant.parse("2024-03-01T09:00:00Z")), storm.date());
        assertEquals("No wind.", reading.posts().getLast().body());
        assertEquals("en", reading.posts().getLast().lang());
    }

    @Test
    void aBrokenJsonLineFailsAloneAtItsPlace() throws IOException {
        FileReading reading = read("posts.ndjson", """
                {"title":"Storm","body":"Rain."}
                {"title":"Cut off","bo
                not json
                {"title":"Hidden","published":false}
                {"title":"Last","body":"Sun."}
                """);
        assertEquals(2, reading.posts().size());
        assertEquals(1, reading.skips().size());
        assertEquals(2, reading.failed());
        assertEquals(List.of(2, 3), reading.problems().stream().map(Problem::line).toList());
    }

    @Test
    void itemsOfRssArePosts() throws IOException {
        FileReading reading = read("feed.xml", """
                <?xml version="1.0"?>
                <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
                <channel><title>Harbour News</title><language>en-us</language>
                <item><title>Storm &amp; sea</title><link>https://news.example/storm/</link>
                <pubDate>Fri, 01 Mar 2024 09:00:00 GMT</pubDate><author>Ada</author><category>Sea</category>
                <description>Short.</description>
                <content:encoded><![CDATA[<p>It <b>rained</b>.</p><p>&secret;</p>]]></content:encoded></item>
                <item><title>Second</title><description>&lt;p&gt;Only a summary.&lt;/p&gt;</description></item>
                </channel></rss>
                """);
        assertEquals(2, reading.posts().size(), reading.toString());
        Post storm = reading.posts().getFirst();
        assertEquals("Storm & sea", storm.title());
        assertEquals("https://news.example/storm/", storm.url());
        assertTrue(storm.body().startsWith("It rained."), storm.body());
        assertEquals("Short.", storm.excerpt());
        assertEquals(Optional.of(Instant.parse("2024-03-01T09:00:00Z")), storm.date());
        assertEquals(List.of("Ada"), storm.authors());
        assertEquals(List.of("Sea"), storm.categories());
        assertEquals("en", storm.lang());
        assertEquals("Only a summary.", reading.posts().getLast().body());
    }

    @Test
    void entriesOfAtomArePosts() throws IOException {
        FileReading reading = read("feed.atom",
                """
                        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Hafen</title>
                        <entry><title>Sturm</title><link rel="alternate" href="/sturm/"/><published>2024-03-01T09:00:00Z</published>
                        <updated>2024-03-02T09:00:00Z</updated><author><name>Ada</name></author><category term="See"/>
                        <content type="xhtml"><div><p>Es <i>regnete</i>.</p></div></content></entry></feed>
                        """);
        Post post = reading.posts().getFirst();
        assertEquals("/sturm/", post.url());
        assertEquals("Es regnete.", post.body());
        assertEquals(Optional.of(Instant.parse("2024-03-02T09:00:00Z")), post.updated());
        assertEquals(List.of("Ada"), post.authors());
        assertEquals(List.of("See"), post.categories());
        assertEquals("de", post.lang());
    }

    @Test
    void entriesOfAtomWithoutAnAuthorHaveTheFeeds() throws IOException {
        FileReading reading = read("feed.atom", """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour</title><author><name>Desk</name></author>
                <entry><title>One</title><content>Rain.</content></entry>
                <entry><title>Two</title><author><name>Ada</name></author><content>Wind.</content></entry></feed>
                """);
        assertEquals(List.of("Desk"), reading.posts().getFirst().authors());
        assertEquals(List.of("Ada"), reading.posts().getLast().authors());
    }

    @Test
    void xmlThatIsNoFeedIsLeftOut() throws IOException {
        FileReading reading = read("sitemap.xml", "<urlset><url><loc>https://news.example/</loc></url></urlset>");
        assertEquals(FileReading.Skip.Reason.NOT_A_POST, reading.skips().getFirst().reason());
    }

    @Test
    void scriptAddressesAreNotTaken() throws IOException {
        FileReading reading = read("posts.jsonl", "{\"title\":\"a\",\"url\":\"javascript:alert(1)\",\"body\":\"b\"}\n");
        assertEquals("/posts.jsonl#1", reading.posts().getFirst().url());
    }
}
