package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Explanation.Tier;
import broadsheet.search.Hit;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An explanation's shares are the hit's score, in words. */
class ExplainTest {

    /** Scores are sums of floats, each of which is off by a ten-millionth part. */
    private static final double ROUNDING = 1e-4;

    private static final String STORY = "The council voted for a sea wall along the harbour after the flood of last winter. "
            + "Fishermen had asked for the wall since the storm, and the mayor promised that the ferry would go on.";

    @TempDir
    private static Path index;
    private static SmallArchive archive;

    @BeforeAll
    static void open() throws Exception {
        archive = SmallArchive.of(index, List.of(
                SmallArchive.post("wall", "Sea wall to cost £5m", "The sea wall in London will be a wall of rock.")
                        .build(),
                SmallArchive
                        .post("flood", "Flood: the US vote", "US senators vote. The flood took the wall by the sea.")
                        .build(),
                SmallArchive.post("cafe", "Le café", "Floods and a café at sea. A storm-proof wing-body.").build(),
                SmallArchive.post("copy-a", "Harbour story", STORY).build(),
                SmallArchive.post("copy-b", "Harbour story again", STORY + " More tomorrow.").build(),
                Post.builder("undated").title("Wall").body("A wall by the sea, undated.").lang("en").build(),
                SmallArchive.post("de", "Die Mauer am Meer", "Die Mauern am Meer: eine Flut und sea wall.").lang("de")
                        .build(),
                SmallArchive.post("zh", "海堤", "伦敦海堤将于明年完工。").lang("zh").build()));
    }

    @AfterAll
    static void close() {
        archive.close();
    }

    private static SearchResponse explained(String text, boolean fold) {
        return archive.engine()
                .search(SearchRequest.of(text).withFoldCopies(fold).withTimeline(false).withExplain(true));
    }

    private static Share share(String text, String id, Cause cause, Part part) {
        Hit hit = explained(text, false).hits().stream().filter(h -> h.post().id().equals(id)).findFirst()
                .orElseThrow();
        return hit.explanation().orElseThrow().shares().stream().filter(s -> s.cause() == cause && s.part() == part)
                .findFirst().orElseThrow(() -> new AssertionError(hit.explanation().orElseThrow().toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wall", "sea wall", "sea wall flood", "walls flooded", "\"sea wall\"", "\"sea wall\"~5",
            "sea NEAR/5 wall", "sea PRE/3 wall flood", "sea /s wall", "flo*", "w?ll sea", "wal~ sea", "title:wall",
            "title:wall sea", "lead:wall", "wall OR flood", "(wall OR flood) sea", "+wall sea", "wall -flood",
            "wall after:2020", "wall date:2024", "US vote", "café", "wing-body", "storm-proof sea", "£5m", "海堤",
            "伦敦海堤 sea", "Mauer", "Mauer sea", "sea wall harbour unheardof flood", "wall wall sea", "walls wall", "the",
            "the sea", "by:nobody OR wall", "wall AND sea", "council flood mayor ferry storm"})
    void sharesAddUpToTheScore(String text) {
        for (boolean fold : new boolean[]{true, false}) {
            SearchResponse response = explained(text, fold);
            assertFalse(response.hits().isEmpty(), text);
            for (Hit hit : response.hits()) {
                Explanation why = hit.explanation().orElseThrow();
                double sum = why.shares().stream().mapToDouble(Share::score).sum();
                assertEquals(hit.score(), sum, ROUNDING, () -> text + " " + hit.post().id() + " " + why);
                assertTrue(why.shares().stream().allMatch(share -> share.score() > 0), why::toString);
                assertEquals(hit.missing().isEmpty(), why.tier() == Tier.ALL_WORDS, hit::toString);
            }
        }
    }

    @Test
    void aShareNamesTheWordAsTypedWhereItStandsAndHowOften() {
        Share text = share("walls sea", "wall", Cause.WORD, Part.TEXT);
        assertEquals(List.of("walls"), text.words());
        assertEquals(3, text.times());
        Share title = share("walls sea", "wall", Cause.WORD, Part.TITLE);
        assertEquals(1, title.times());
    }

    @Test
    void nearnessHeadlineAndRecencyHaveSharesOfTheirOwn() {
        assertEquals(List.of("sea", "wall"), share("sea wall", "wall", Cause.NEARNESS, Part.TEXT).words());
        assertTrue(share("sea wall", "wall", Cause.HEADLINE, Part.TITLE).score() > 0);
        // Two years of the reckoning's 365 days have not quite passed: 2 * 365 / (365 + 669).
        assertEquals(0.706, share("sea wall", "wall", Cause.RECENCY, Part.POST).score(), 0.001);
        assertEquals(2 / 3.0, share("wall", "undated", Cause.RECENCY, Part.POST).score(), 0.001);
    }

    @Test
    void patternsTellTheWordsThatTheyFoundAndPhrasesTheirQuotationMarks() {
        Share pattern = share("flo*", "cafe", Cause.PATTERN, Part.TEXT);
        assertEquals(List.of("flo*"), pattern.words());
        assertEquals(List.of("floods"), pattern.found());
        assertEquals(List.of("\"sea wall\""), share("\"sea wall\"", "wall", Cause.PHRASE, Part.TEXT).words());
    }

    @Test
    void capitalsAndAccentsAreCounted() {
        assertEquals(List.of("US"), share("US vote", "flood", Cause.CAPITALS, Part.TEXT).words());
        assertEquals(List.of("café"), share("café", "cafe", Cause.ACCENTS, Part.TEXT).words());
    }

    @Test
    void hitsByDateHaveNoShares() {
        SearchResponse newest = archive.engine()
                .search(SearchRequest.of("wall").withSort(Sort.NEWEST).withExplain(true));
        assertEquals(List.of(), newest.hits().get(0).explanation().orElseThrow().shares());
    }

    @Test
    void nothingIsExplainedUnasked() {
        assertTrue(archive.ask("wall").hits().get(0).explanation().isEmpty());
    }
}
