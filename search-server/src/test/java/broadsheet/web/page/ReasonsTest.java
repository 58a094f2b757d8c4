package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Explanation.Tier;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTest {

    private static final Share SHARE = new Share(Cause.WORD, Part.TEXT, List.of("sea"), List.of(), 1, 1);
    private static final Hit HIT = Hit.of(PostView.of("a.md", "/a", "A"), 1);

    private static List<String> list(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(","));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WORD      | TITLE | sea          | ''       | 1 | “sea” in the headline
            WORD      | TEXT  | sea          | ''       | 3 | “sea” in the post × 3
            WORD      | TEXT  | sea          | ocean    | 1 | “sea” in the post, as “ocean”
            PATTERN   | TITLE | wal*         | wall,war | 2 | “wal*” in the headline, as “wall”, “war” × 2
            PHRASE    | TEXT  | "sea wall"   | ''       | 2 | "sea wall" in this very form × 2
            NEARNESS  | TEXT  | sea,wall     | ''       | 0 | “sea”, “wall” near each other
            CAPITALS  | TEXT  | US           | ''       | 1 | “US” in capitals
            ACCENTS   | TEXT  | café         | ''       | 4 | “café” with its accents × 4
            HEADLINE  | TITLE | sea          | ''       | 1 | All the words in the headline
            RECENCY   | POST  | ''           | ''       | 0 | How new the post is
            CONDITION | POST  | ''           | ''       | 0 | A condition of the search
            """)
    void eachShareIsASentence(Cause cause, Part part, String words, String found, int times, String sentence) {
        assertEquals(sentence,
                Reasons.in(Locale.ENGLISH).share(new Share(cause, part, list(words), list(found), times, 1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALL_WORDS  | false | true  | It has all the words.
            SOME_WORDS | false | true  | It lacks some of the words, so it stands behind the posts that have them all.
            ALL_WORDS  | true  | true  | The editors put it first for this search.
            ALL_WORDS  | false | false | Ordered by date alone.
            ALL_WORDS  | true  | false | The editors put it first for this search.
            """)
    void theFirstReasonIsThePinThenTheDateThenTheWords(Tier tier, boolean pinned, boolean shares, String sentence) {
        Hit hit = HIT.withPinned(pinned)
                .withExplanation(new Explanation(tier, shares ? List.of(SHARE) : List.of()));
        assertEquals(sentence, Reasons.in(Locale.ENGLISH).tier(hit));
    }

    @Test
    void aLanguageWithoutMessagesIsAnsweredInEnglish() {
        assertEquals("“sea” in the post", Reasons.in(Locale.ITALIAN).share(SHARE));
    }
}
