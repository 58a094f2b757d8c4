package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.Filters;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.retrieve.Start;
import broadsheet.search.lucene.retrieve.Start.After;
import broadsheet.search.lucene.retrieve.Start.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor that no answer gave is the caller's fault, and one with a true sum does no harm. */
class ForgedCursorTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final SearchRequest LAMP = SearchRequest.of("lamp").plain().withSize(5).withFoldCopies(false);
    private static final int POSTS = 40;

    @TempDir
    private static Path folder;
    private static SearchEngine engine;
    private static long built;

    @BeforeAll
    static void open() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            posts.add(IndexOfPosts.post("p%02d".formatted(i), "en", "Lamp", "A lamp " + "of brass ".repeat(i % 7))
                    .build());
        }
        posts.add(IndexOfPosts.post("hidden", "en", "Lamp", "The lamp of tomorrow.")
                .visibleFrom(Instant.parse("2030-01-01T00:00:00Z")).build());
        IndexOfPosts.of(folder, posts).close();
        engine = LuceneSearchEngine.open(folder, Ranking.DEFAULT, () -> NOW);
        built = engine.index().built().toEpochMilli();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static SearchException.BadCursor refused(SearchRequest request, String cursor) {
        return assertThrows(SearchException.BadCursor.class, () -> engine.search(request.withCursor(cursor)), cursor);
    }

    private static String given() {
        return engine.search(LAMP).nextCursor().orElseThrow();
    }

    /** What a stranger can make who has read this source. */
    private static String forged(Start start) {
        return cursor(1, built, 0, start).text(LAMP);
    }

    private static Cursor cursor(long generation, long built, long edition, Start start) {
        return new Cursor(generation, built, edition, start.hits(), start.moment(), start.after().orElseThrow().text());
    }

    private static Start start(int hits, int part, int document, float score) {
        return new Start(hits, NOW, Optional.of(new After(Part.values()[part], document, score)));
    }

    @Test
    void theOneThatAnAnswerGaveGoesOn() {
        SearchResponse second = engine.search(LAMP.withCursor(given()));
        assertEquals(2, second.page());
        assertEquals(5, second.hits().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "false", "MTowOjIxNDc0ODM2NDc", "MTowOjEw", "====", "%00", "1:0:10",
            "9223372036854775807", "MTo6Ojo6Ojo6", "Ojo6Ojo6Ojo", "LTE6LTE6LTE6LTE6LTE6LTE6LTE6LTE6LTE", "\uD800", "ü"})
    void otherTextsAreRefused(String text) {
        assertFalse(refused(LAMP, text).stale());
    }

    @Test
    void aLongTextIsCutInTheMessage() {
        SearchException.BadCursor refused = refused(LAMP, "A".repeat(100_000));
        assertTrue(refused.getMessage().length() < 400 && refused.cursor().length() < 400, refused.getMessage());
    }

    /** Each sign left out, doubled or put in place of another; each bit of what it says turned. */
    @Test
    void allNeighboursAreRefused() {
        String cursor = given();
        for (int i = 0; i < cursor.length(); i++) {
            String head = cursor.substring(0, i);
            String tail = cursor.substring(i + 1);
            refused(LAMP, head + tail);
            refused(LAMP, head + cursor.charAt(i) + cursor.charAt(i) + tail);
            for (char other : "AZaz09-_=+/ ".toCharArray()) {
                if (other != cursor.charAt(i)) {
                    refused(LAMP, head + other + tail);
                }
            }
        }
        byte[] plain = Base64.getUrlDecoder().decode(cursor);
        for (int bit = 0; bit < 8 * plain.length; bit++) {
            byte[] turned = plain.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            refused(LAMP, Base64.getUrlEncoder().withoutPadding().encodeToString(turned));
        }
    }

    @Test
    void itBelongsToItsSearch() {
        String cursor = given();
        List<SearchRequest> others = List.of(LAMP.withText("brass"), LAMP.withSort(Sort.NEWEST),
                LAMP.withFoldCopies(true), LAMP.withSyntax(Syntax.LUCENE),
                LAMP.withFilters(Filters.NONE.including(Filters.Name.TAG, "a")),
                LAMP.withFilters(Filters.NONE.withDays(Optional.of(LocalDate.of(2020, 1, 1)), Optional.empty())));
        others.forEach(other -> assertFalse(refused(other, cursor).stale()));
        assertEquals(10, engine.search(LAMP.withSize(10).withExplain(true).withTimeline(true).withCursor(cursor)).hits()
                .size(), "size and counts do not change the order");
    }

    @ParameterizedTest
    @CsvSource({"2147483647, 1, 0, 1", "-1, 1, 0, 1", "0, 1, 0, 1", "42, 1, 0, 1", "5, 1, -1, 1", "5, 1, 41, 1",
            "5, 1, 2147483647, 1", "5, 1, -2147483648, 1", "5, 1, 0, NaN", "5, 1, 0, Infinity", "5, 1, 0, -1"})
    void numbersThatNoAnswerGivesAreRefused(int hits, int part, int document, float score) {
        assertFalse(refused(LAMP, forged(start(hits, part, document, score))).stale());
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MIN_VALUE, -1, 4_102_444_800_000L, Long.MAX_VALUE})
    void momentsThatNoAnswerGivesAreRefused(long moment) {
        Start start = start(5, 1, 0, 1);
        refused(LAMP, forged(new Start(5, Instant.ofEpochMilli(moment), start.after())));
    }

    @Test
    void anotherIndexIsGone() {
        Start start = start(5, 1, 0, 1);
        assertTrue(refused(LAMP, cursor(2, built, 0, start).text(LAMP)).stale());
        assertTrue(refused(LAMP, cursor(1, built - 1, 0, start).text(LAMP)).stale());
        assertTrue(refused(LAMP, cursor(1, built, 1, start).text(LAMP)).stale());
    }

    /** Whatever is said of the last hit: an answer, no more hits than a page has, nothing that may not be seen, an end. */
    @Test
    void oneWithATrueSumIsAnswered() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            SearchRequest request = LAMP.withSort(Sort.values()[random.nextInt(3)])
                    .withFoldCopies(random.nextBoolean());
            Start start = start(1 + random.nextInt(41), random.nextInt(3), random.nextInt(41), 4 * random.nextFloat());
            Optional<String> cursor = Optional.of(cursor(1, built, 0, start).text(request));
            int pages = 0;
            while (cursor.isPresent()) {
                SearchResponse page = engine.search(request.withCursor(cursor.get()));
                assertTrue(page.hits().size() <= 5, "seed " + seed);
                assertTrue(page.hits().stream().noneMatch(hit -> hit.post().id().equals("hidden")), "seed " + seed);
                cursor = page.nextCursor();
                assertTrue(++pages <= 1 + POSTS / 5, "seed " + seed);
            }
        }
    }

    @Test
    void noneShowsWhatMayNotBeSeenYet() {
        Start ahead = new Start(1, NOW.plusSeconds(3600), start(1, 1, 0, Float.MAX_VALUE).after());
        assertEquals(POSTS, engine.search(LAMP.withSize(100).withCursor(forged(ahead))).hits().size());
        assertEquals(POSTS, engine.search(LAMP).total());
        assertFalse(new String(Base64.getUrlDecoder().decode(given()), StandardCharsets.US_ASCII).contains("lamp"));
    }
}
