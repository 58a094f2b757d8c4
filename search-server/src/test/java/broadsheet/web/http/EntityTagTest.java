package broadsheet.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
            7 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"7-B_YPDPkbIlAj"
            7 | 12034 | 0 | 2026-11-23T23:59:59Z | q=sea        | W/"7-B_YPDPkbIlAj"
            8 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"8-B_YPDPkbIlAj"
            7 | 12035 | 0 | 2026-11-23T02:00:00Z | q=sea        | W/"7-HcdBkj2QR_if"
            7 | 12034 | 3 | 2026-11-23T02:00:00Z | q=sea        | W/"7-SmY-FGCgrRCr"
            7 | 12034 | 0 | 2026-11-24T00:00:00Z | q=sea        | W/"7-WStNJFTWcJxr"
            7 | 12034 | 0 | 2026-11-23T02:00:00Z | q=sea&page=2 | W/"7-l_kYAHnWoo6j"
            """)
    void aTagChangesWithIndexPostsRulesDayAndRequest(long generation, long posts, long rules, Instant now,
            String content, String tag) {
        IndexInfo index = new IndexInfo(generation, Instant.EPOCH, posts, rules, ZoneOffset.UTC);
        assertEquals(tag, EntityTag.of(index, Clock.fixed(now, ZoneOffset.UTC), content));
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
