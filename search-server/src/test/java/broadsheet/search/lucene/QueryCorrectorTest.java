package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.query.Note;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCorrectorTest {

    @TempDir
    private Path folder;
    private SmallArchive archive;

    @BeforeEach
    void open() throws IOException {
        List<Post> posts = new ArrayList<>();
        posts.add(post("a", "Government falls", "The government fell over the sea wall.").build());
        posts.add(post("b", "Lighthouse", "The lighthouse keeper spoke of third-quarter losses.").build());
        posts.add(post("typo", "Weather", "A tempestt was seen.").build());
        for (int i = 0; i < 60; i++) {
            posts.add(post("storm" + i, "Storm", "The tempest came and went, number " + i + ".").build());
        }
        posts.add(post("weir", "Old weir to be mended", "The council pays.").build());
        posts.add(post("heir", "Heir found", "The heir of the old mill was found.").build());
        posts.add(post("weir2", "The weir", "It leaks.").build());
        posts.add(post("nanny", "The governess of the mill", "Her berry tart and the ferry.").build());
        posts.add(post("firm", "Berries", "A management of mills, berries and berries.").build());
        posts.add(post("later", "Secret", "The zeppelin lands.").visibleFrom(SmallArchive.NOW.plusSeconds(9)).build());
        archive = SmallArchive.of(folder, posts);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private void assertRead(String typed, String read, String id) {
        SearchResponse answer = archive.ask(typed);
        assertEquals(read, answer.query().read());
        assertEquals(List.of("corrected"), answer.query().notes().stream().map(Note::code).toList());
        assertEquals(id, answer.hits().get(0).post().id());
    }

    @Test
    void wordsThatOccurNowhereAreReplacedWithANote() {
        assertRead("goverment", "government", "a");
        assertEquals("No post has \"goverment\". Showing \"government\". Quotation marks keep a word as it was typed.",
                archive.ask("goverment").query().notes().get(0).message());
    }

    @Test
    void wordsTypedAsOneOrAsTwoAreFound() {
        assertRead("councilpays", "council pays", "weir");
        assertRead("ligh thouse", "lighthouse", "b");
        assertRead("third-qurater", "third-quarter", "b");
    }

    @Test
    void aRealWordIsNeverPartedButTheWayIsOffered() {
        SearchResponse answer = archive.ask("seawall");
        assertEquals("seawall", answer.query().read());
        assertEquals(Optional.of("sea wall"), answer.query().suggestion());
        assertEquals(List.of("No post has \"seawall\"."),
                answer.query().notes().stream().map(Note::message).toList());
    }

    @Test
    void aNameThatNoPostHasStaysAndPostsWithTheOtherWordsLackIt() {
        SearchResponse answer = archive.ask("Weiss lighthouse");
        assertEquals("Weiss lighthouse", answer.query().read());
        assertEquals("b", answer.hits().get(0).post().id());
        assertEquals(List.of("Weiss"), answer.hits().get(0).missing());
    }

    @Test
    void quotationsFieldsPatternsExclusionsAndSignsStayAsTyped() {
        assertEquals("\"goverment\"", archive.ask("\"goverment\"").query().read());
        for (String typed : List.of("title:goverment", "goverm?nt", "-goverment", "goverm3nt",
                "政府")) {
            assertEquals(List.of(), archive.ask(typed).query().notes(), typed);
        }
    }

    @Test
    void otherFormsOfAWordNeedNoCorrection() {
        assertEquals(List.of(), archive.ask("governments lighthouses").query().notes());
    }

    /** {@code goverment} has the stem of {@code governess}, though it is no form of it; {@code ferries} is one of ferry. */
    @Test
    void aWordThatOnlyItsStemFindsIsReplacedWhereItIsNoFormOfAnother() {
        assertEquals("government", archive.ask("goverment").query().read());
        for (String form : List.of("ferries", "managements", "mill")) {
            assertEquals(List.of(), archive.ask(form).query().notes(), form);
        }
    }

    @Test
    void aRareWordBringsASuggestionAndItsOwnPosts() {
        SearchResponse answer = archive.ask("tempestt");
        assertEquals(Optional.of("tempest"), answer.query().suggestion());
        assertEquals("typo", answer.hits().get(0).post().id());
    }

    @Test
    void wordsOfHiddenPostsAreNeverShown() {
        assertEquals(List.of(), archive.ask("zepelin").query().notes());
        assertEquals(List.of(), archive.suggested("zepp"));
        assertEquals(List.of(), archive.suggested("secr"));
    }

    @Test
    void aSlipThatMadeAnotherWordIsSearchedBothWaysWhereAHeadlineHasTheOthers() {
        SearchResponse answer = archive.ask("old heir mended");
        assertEquals("old heir mended", answer.query().read());
        assertEquals(
                List.of("No post has all of \"old heir mended\". Also searched: \"weir\" for heir. Quotation marks "
                        + "keep a word as it was typed."),
                answer.query().notes().stream().map(Note::message).toList());
        assertEquals(archive.ask("old weir mended").hits().get(0).post().id(), answer.hits().get(0).post().id());
        assertEquals(List.of(), answer.hits().get(0).missing());
        assertEquals(archive.ask("old weir mended").total(), answer.total());
    }

    @Test
    void aQueryThatFindsItsPostsStaysAsTyped() {
        for (String typed : List.of("old heir found", "heir mended", "\"old\" heir mended", "old \"heir\" mended",
                "old heir council")) {
            assertEquals(List.of(), archive.ask(typed).query().notes(), typed);
        }
    }
}
