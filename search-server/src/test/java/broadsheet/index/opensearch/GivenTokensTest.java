package broadsheet.index.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.lucene.PostText;
import broadsheet.post.Post;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenTokensTest {

    private static PostText read(Post post) {
        PostText text = new PostText();
        text.read(post);
        return text;
    }

    @Test
    void spacesPartPositionsBarsPartTermsAndHolesKeepTheirPlace() {
        GivenTokens given = new GivenTokens();
        given.term(0, "the", false);
        given.term(1, "us", false);
        given.term(1, "US", true);
        given.term(3, "minister", false);
        given.term(104, "said", false);
        assertEquals(List.of("the us|US _ minister", "said"), given.values());
    }

    @Test
    void charactersThatMeanSomethingAreEscaped() {
        assertEquals("\u0005email\u00060000e\u00060020mail", GivenTokens.escaped("\u0005email\u0000e mail"));
        assertEquals("\u0006005f", GivenTokens.escaped("_"));
        assertEquals("a_b", GivenTokens.escaped("a_b"));
        assertEquals("a\u0006007cb", GivenTokens.escaped("a|b"));
    }

    @Test
    void headlineExcerptAndBodyAreValuesOfTheirOwnAndAnEmptyPartStays() {
        PostText text = read(Post.builder("a.md").title("Old wall").body("Rain fell. It rained.").lang("en").build());
        assertEquals(List.of("old wall", "", "rain fell it rained"), PostTokens.all(text, NamesOnText.of(text), false));
    }

    @Test
    void namesStandOnTheLastWordsOfTheBodyOneWordApart() {
        PostText text = read(Post.builder("a.md").title("Wall").body("One two three four five six seven.").lang("en")
                .authors(List.of("Jane Tarnwood")).tags(List.of("sea")).build());
        assertEquals(List.of("wall", "", "one two three four|sea five six|jane seven|tarnwood"),
                PostTokens.all(text, NamesOnText.of(text), false));
    }

    @Test
    void namesThatFindNoRoomStandOnAnyWordsOfTheText() {
        PostText text = read(Post.builder("a.md").title("Wall").body("Rain.").lang("en")
                .authors(List.of("Jane Tarnwood", "Bob")).build());
        assertEquals(List.of("wall", "", "rain|jane|tarnwood|bob"), PostTokens.all(text, NamesOnText.of(text), false));
    }

    @Test
    void boundsMarkTheFirstAndTheLastWordOfEachStretch() {
        PostText text = read(Post.builder("a.md").title("Old wall").body("Rain fell. Stop.\n\nIt rained.").lang("en")
                .build());
        assertEquals(List.of("t|s|p T|S|P", "", "l|b|s|p S L|s1|P s|p B|S|P"), Bounds.of(text, NamesOnText.of(text)));
    }
}
