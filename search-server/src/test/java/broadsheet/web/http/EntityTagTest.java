package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import broadsheet.search.SearchResponse.IndexInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tags were worked out by hand: the first 9 bytes of a SHA-256 in Base64. */
class EntityTagTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            7 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"7-_FrudQi4oRcx"
            7 | 12034 | 0 | 2026-11-23T23:59:59Z | q=sea        | W/"7-_FrudQi4oRcx"
            8 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"8-_FrudQi4oRcx"
            7 | 12035 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"7-U8fhvsKa8-b_"
            7 | 12034 | 3 | 2026-11-23T02:00:00Z | q=sea        | W/"7-ljBwuQhm8tGs"
            7 | 12034 | 0 | 2026-11-24T00:00:00Z | q=sea        | W/"7-xmSx0yIxNZvM"
            7 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea&page=2 | W/"7-C1uGR81fhq1O"
            """)
    void aTagChangesWithIndexPostsRulesDayAndRequest(long generation, long posts, long rules, Instant now,
            String content, String tag) {
        IndexInfo index = new IndexInfo(generation, Instant.EPOCH, posts, rules, ZoneOffset.UTC);
        assertEquals(tag, EntityTag.of(index, Clock.fixed(now, ZoneOffset.UTC), content));
    }

    @Test
    void anIndexBuiltAnewUnderTheSameNumberHasAnotherTag() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
        IndexInfo before = new IndexInfo(1, Instant.EPOCH, 3, 0, ZoneOffset.UTC);
        IndexInfo after = new IndexInfo(1, Instant.EPOCH.plusMillis(1), 3, 0, ZoneOffset.UTC);
        assertNotEquals(EntityTag.of(before, clock, "q=sea"), EntityTag.of(after, clock, "q=sea"));
    }

    @Test
    void aFileHasTheTagOfItsBytes() {
        assertEquals("W/\"fJgEClQWV1hG\"", EntityTag.of("body{}".getBytes(StandardCharsets.UTF_8)));
        assertEquals("W/\"47DEQpj8HBSa\"", EntityTag.of(new byte[0]));
    }

    @Test
    void aStrongTagIsComparedWeaklyToo() {
        assertEquals(true, EntityTag.matches("W/\"a\"", "\"a\""));
        assertFalse(EntityTag.matches("w/\"a\"", "\"a\""), "the W is a capital (RFC 9110, 8.8.3)");
    }
}
