package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.web.page.PageSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documents of a search, written out whole. */
class FormsTest {

    private static final String SERVER = "https://server.example";
    private static final Instant BUILT = Instant.parse("2026-11-23T02:36:00Z");
    private static final PostView POST = PostView.of("a.md", "/a.html", "Sea & <wall>").withExcerpt("Short, \"dear\"")
            .withDate(Instant.parse("2024-03-01T09:00:00Z")).withAuthors(List.of("Ann", " "))
            .withCategories(List.of("News")).withTags(List.of("flood", "News")).withLang("en").withWords(12);
    private static final PostView BARE = PostView.of("b.md", "javascript:alert(1)", " ").withLang("und");

    private static Feed feed(SearchRequest request, String path, PostView... posts) {
        SearchResponse response = SearchResponse.nothing(
                new SearchResponse.Query(request.text(), request.text(), List.of(), false, Optional.empty()), request,
                new IndexInfo(7, BUILT, 12)).withTotals(25, 25).withPage(request.page(), 3)
                .withHits(List.of(posts).stream().map(post -> Hit.of(post, 1)).toList());
        return new Feed(PageSettings.DEFAULT, SERVER, path, SearchLinks.of(request, Sort.RELEVANCE), request,
                response);
    }

    @Test
    void anAtomFeedHasItsNeighboursItsCountsAndItsPosts() {
        assertEquals(
                """
                        <?xml version="1.0" encoding="utf-8"?>
                        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
                        <id>urn:uuid:c9cf60fa-bc9d-31a4-911a-49c9cb687669</id>
                        <title>Broadsheet: sea</title>
                        <updated>2026-11-23T02:36:00Z</updated>
                        <link rel="self" type="application/atom+xml" href="https://server.example/search.atom?q=sea&amp;page=2"/>
                        <link rel="alternate" type="text/html" href="https://server.example/search?q=sea&amp;page=2"/>
                        <link rel="next" type="application/atom+xml" href="https://server.example/search.atom?q=sea&amp;page=3"/>
                        <link rel="previous" type="application/atom+xml" href="https://server.example/search.atom?q=sea"/>
                        <author><name>Broadsheet</name></author>
                        <generator>Broadsheet</generator>
                        <opensearch:totalResults>25</opensearch:totalResults>
                        <opensearch:startIndex>11</opensearch:startIndex>
                        <opensearch:itemsPerPage>10</opensearch:itemsPerPage>
                        <entry xml:lang="en">
                        <id>urn:uuid:73c809b0-531d-363e-b824-ed672a88cc42</id>
                        <title>Sea &amp; &lt;wall&gt;</title>
                        <updated>2024-03-01T09:00:00Z</updated>
                        <published>2024-03-01T09:00:00Z</published>
                        <link rel="alternate" type="text/html" href="https://server.example/a.html"/>
                        <author><name>Ann</name></author>
                        <category term="News"/>
                        <category term="flood"/>
                        <category term="News"/>
                        <summary>Short, &quot;dear&quot;</summary>
                        </entry>
                        </feed>
                        """,
                AtomFeed.of(feed(SearchRequest.of("sea").withPage(2), "/search.atom", POST)));
    }

    @Test
    void aPostWithoutAnythingIsStillAnEntry() {
        String feed = AtomFeed.of(feed(SearchRequest.of(""), "/search.atom", BARE));
        assertEquals("""
                <entry>
                <id>urn:uuid:87b9612b-4c11-30b7-afd8-4b2239f467a0</id>
                <title>b.md</title>
                <updated>2026-11-23T02:36:00Z</updated>
                <link rel="alternate" type="text/html" href="https://server.example/#"/>
                <summary></summary>
                </entry>
                """, feed.substring(feed.indexOf("<entry"), feed.indexOf("</feed>")));
        assertEquals("<title>Broadsheet</title>", feed.lines().filter(line -> line.startsWith("<title>")).findFirst()
                .orElseThrow());
    }

    @Test
    void aJsonFeedLeavesOutWhatIsAbsent() {
        assertEquals("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Broadsheet: sea\","
                + "\"home_page_url\":\"https://server.example/search?q=sea\","
                + "\"feed_url\":\"https://server.example/search.json?q=sea\","
                + "\"next_url\":\"https://server.example/search.json?q=sea&page=2\",\"items\":["
                + "{\"id\":\"urn:uuid:73c809b0-531d-363e-b824-ed672a88cc42\",\"url\":\"https://server.example/a.html\",\"title\":\"Sea & <wall>\","
                + "\"content_text\":\"Short, \\\"dear\\\"\",\"summary\":\"Short, \\\"dear\\\"\","
                + "\"date_published\":\"2024-03-01T09:00:00Z\",\"authors\":[{\"name\":\"Ann\"},{\"name\":\" \"}],"
                + "\"tags\":[\"News\",\"flood\"],\"language\":\"en\"},"
                + "{\"id\":\"urn:uuid:87b9612b-4c11-30b7-afd8-4b2239f467a0\",\"url\":\"https://server.example/#\",\"title\":\" \",\"content_text\":\"\","
                + "\"summary\":\"\",\"authors\":[],\"tags\":[]}]}",
                new String(JsonFeed.of(feed(SearchRequest.of("sea"), "/search.json", POST, BARE)),
                        StandardCharsets.UTF_8));
    }

    @Test
    void aTableHasALineForEachHit() {
        assertEquals("id,url,title,date,updated,authors,categories,tags,lang,words,excerpt\r\n"
                + "a.md,https://server.example/a.html,Sea & <wall>,2024-03-01T09:00:00Z,,Ann;  ,News,flood; News,en,12,"
                + "\"Short, \"\"dear\"\"\"\r\n"
                + "b.md,https://server.example/#, ,,,,,,und,0,\r\n",
                CsvTable.of(feed(SearchRequest.of("sea"), "/search.csv", POST, BARE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /a.html                  | ''                   | https://server.example/a.html
            a.html                   | ''                   | https://server.example/a.html
            /a b.html                | ''                   | https://server.example/a%20b.html
            //evil.example/a         | ''                   | https://server.example/evil.example/a
            /a.html                  | https://news.example | https://news.example/a.html
            https://other.example/a  | https://news.example | https://other.example/a
            http://other.example/a   | ''                   | http://other.example/a
            /a%zz                    | https://news.example | https://news.example/
            ''                       | https://news.example | https://news.example/#
            """)
    void anAddressIsAlwaysWhole(String url, String siteUrl, String address) {
        PageSettings site = new PageSettings("News", "", siteUrl, Optional.empty(), Locale.ENGLISH, true,
                PageSettings.Colours.NONE, PageSettings.Files.PLAIN);
        Feed plain = feed(SearchRequest.of("sea"), "/search.atom");
        Feed feed = new Feed(site, SERVER, "/search.atom", plain.links(), plain.request(), plain.response());
        assertEquals(address, feed.address(PostView.of("a.md", url, "A")));
    }

    @Test
    void aPictureThatABrowserWouldNotShowIsNone() {
        Feed feed = feed(SearchRequest.of("sea"), "/search.json");
        assertEquals(Optional.of("https://server.example/a.png"), feed.image(POST.withImage("/a.png")));
        assertEquals(Optional.empty(), feed.image(POST.withImage("javascript:alert(1)")));
        assertEquals(Optional.empty(), feed.image(POST));
    }

    @Test
    void aPassageThatMatchedGoesBeforeTheExcerpt() {
        Hit hit = Hit.of(POST, 1);
        assertEquals("Short, \"dear\"", Feed.summary(hit));
        assertEquals("The sea.", Feed.summary(hit.withSnippets(
                List.of(new Hit.Snippet(Hit.Snippet.Field.BODY, "The sea.", List.of())))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            plain|plain
            |
            a, b|"a, b"
            say "no"|"say ""no""\"
            =1+1|'=1+1
            +1|'+1
            -1|'-1
            @a|'@a
            =a,b|"'=a,b"
            a=1|a=1
            a;b|a;b
            """, quoteCharacter = '~')
    void cellsAreQuotedAndNeverFormulas(String text, String cell) {
        assertEquals(cell == null ? "" : cell, CsvTable.cell(text == null ? "" : text));
    }

    @Test
    void lineEndsAndTabsStayInTheirCell() {
        assertEquals("\"a\r\nb\"", CsvTable.cell("a\r\nb"));
        assertEquals("'\ta", CsvTable.cell("\ta"));
        assertEquals("\"'\ra\"", CsvTable.cell("\ra"));
    }

    @Test
    void theDescriptionHasAShortNameAndEscapesIt() {
        String description = OpenSearchDescription.of("The Harbour & Marram Courier", "https://news.example/a");
        assertEquals("<ShortName>The Harbour &amp; Ma</ShortName>", description.lines().skip(2).findFirst().get());
        assertEquals("<Description>Search The Harbour &amp; Marram Courier</Description>",
                description.lines().skip(3).findFirst().get());
        assertEquals(
                """
                        <Image type="image/svg+xml">https://news.example/a/favicon.svg</Image>
                        <Url type="text/html" template="https://news.example/a/search?q={searchTerms}"/>
                        <Url type="application/atom+xml" template="https://news.example/a/search.atom?q={searchTerms}"/>
                        <Url type="application/x-suggestions+json" template="https://news.example/a/suggest?q={searchTerms}"/>
                        <Url type="application/opensearchdescription+xml" rel="self" template="https://news.example/a/opensearch.xml"/>
                        </OpenSearchDescription>
                        """,
                description.substring(description.indexOf("<Image")));
        assertEquals("<ShortName>Sixteen letters</ShortName>",
                OpenSearchDescription.of("Sixteen letters and more", "").lines().skip(2).findFirst().get());
    }
}
