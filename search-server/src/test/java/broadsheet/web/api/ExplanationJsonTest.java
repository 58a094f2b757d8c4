package broadsheet.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Explanation.Tier;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.web.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationJsonTest {

    private static final Hit HIT = Hit.of(PostView.of("a.md", "/a", "A"), 1);

    private static String written(Hit hit) {
        return new String(JsonText.object(json -> ExplanationJson.write(json, hit)), StandardCharsets.UTF_8);
    }

    @Test
    void whoAsksForNoneGetsNull() {
        assertEquals("{\"explain\":null}", written(HIT));
    }

    /** Three thirds are .3333, .3334 and .3333, so that a reader who adds them up gets the score. */
    @Test
    void roundedSharesAddUpToTheRoundedScore() {
        Share word = new Share(Cause.WORD, Part.TEXT, List.of("sea"), List.of(), 1, 1 / 3.0);
        Share near = new Share(Cause.NEARNESS, Part.TEXT, List.of("sea", "wall"), List.of(), 0, 1 / 3.0);
        Share recency = new Share(Cause.RECENCY, Part.POST, List.of(), List.of(), 0, 1 / 3.0);
        assertEquals("{\"explain\":{\"tier\":\"all-words\",\"text\":\"It has all the words.\",\"shares\":["
                + "{\"cause\":\"word\",\"part\":\"text\",\"words\":[\"sea\"],\"found\":[],\"times\":1,\"score\":0.3333,"
                + "\"percent\":33.3,\"text\":\"“sea” in the post\"},"
                + "{\"cause\":\"nearness\",\"part\":\"text\",\"words\":[\"sea\",\"wall\"],\"found\":[],\"times\":0,"
                + "\"score\":0.3334,\"percent\":33.3,\"text\":\"“sea”, “wall” near each other\"},"
                + "{\"cause\":\"recency\",\"part\":\"post\",\"words\":[],\"found\":[],\"times\":0,\"score\":0.3333,"
                + "\"percent\":33.3,\"text\":\"How new the post is\"}]}}",
                written(HIT.withExplanation(new Explanation(Tier.ALL_WORDS, List.of(word, near, recency)))));
    }

    @Test
    void anOrderByDateHasNoShares() {
        assertEquals("{\"explain\":{\"tier\":\"some-words\",\"text\":\"Ordered by date alone.\",\"shares\":[]}}",
                written(HIT.withExplanation(new Explanation(Tier.SOME_WORDS, List.of()))));
    }

    @ParameterizedTest
    @CsvSource({"11.42, 11.42", "0.33333333, 0.3333", "0.66666666, 0.6667", "0, 0", "0.00004, 0", "0.00006, 0.0001"})
    void scoresHaveFourDecimals(double score, double rounded) {
        assertEquals(rounded, ExplanationJson.rounded(score));
    }
}
