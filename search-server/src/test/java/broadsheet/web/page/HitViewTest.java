package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Cause;
import broadsheet.search.Explanation.Part;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.PostView;
import broadsheet.web.messages.Messages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitViewTest {

    private static final PostView POST = PostView.of("_posts/a.md", "/2024/a.html", "Sea wall").withLang("en");

    private static HitView view(Hit hit) {
        return new HitView.Maker(Messages.in(Locale.ENGLISH), PageSettings.DEFAULT,
                section -> Link.to(section, "/s?category=" + section), ZoneId.of("UTC")).view(hit);
    }

    @Test
    void aBarePostIsItsNameAndItsAddress() {
        HitView view = view(Hit.of(POST.withTitle(" "), 1));
        assertEquals(new HitView(Marked.plain("_posts/a.md"), "/2024/a.html", "", "", "", List.of(), "", List.of(), "",
                "2024 › a", "/similar?id=_posts%2Fa.md", "", List.of(), false, Optional.empty()), view);
    }

    @Test
    void everyPartHasItsPlace() {
        Hit.Copy copy = new Hit.Copy("_posts/b.md", "/b.html", "", Optional.of(Instant.parse("2024-03-02T00:00:00Z")));
        Hit hit = Hit
                .of(POST.withDate(Instant.parse("2024-03-01T09:05:00Z")).withAuthors(List.of("Ann", "Tom"))
                        .withCategories(List.of("News", " ")), 1)
                .withTitleMarks(List.of(new Mark(0, 3))).withMissing(List.of("old", "harbour"))
                .withCopies(List.of(copy)).withPinned(true);
        HitView view = view(hit);
        assertEquals(new Marked("Sea wall", List.of(new Mark(0, 3))), view.title());
        assertEquals("1 March 2024, 09:05 UTC", view.date());
        assertEquals("2024-03-01T09:05:00Z", view.dateTime());
        assertEquals(List.of(Link.to("News", "/s?category=News")), view.sections());
        assertEquals("Ann, Tom", view.authors());
        assertEquals("old, harbour", view.missing());
        assertEquals("+1 version", view.copiesLabel());
        assertEquals(List.of(new HitView.Version("_posts/b.md", "/b.html", "2 March 2024", "2024-03-02")),
                view.copies());
        assertEquals(true, view.pinned());
    }

    @Test
    void theHeadlineLeadsToTheFirstPassage() {
        Snippet first = new Snippet(Snippet.Field.BODY, "The old wall held.", List.of(new Mark(8, 12)));
        Snippet second = new Snippet(Snippet.Field.EXCERPT, "A wall.", List.of());
        HitView view = view(Hit.of(POST.withExcerpt("Short"), 1).withSnippets(List.of(first, second)));
        assertEquals("/2024/a.html#:~:text=The%20old%20wall%20held%2E", view.href());
        assertEquals(List.of(
                new HitView.Passage(new Marked("The old wall held.", List.of(new Mark(8, 12))),
                        "/2024/a.html#:~:text=The%20old%20wall%20held%2E"),
                new HitView.Passage(Marked.plain("A wall."), "/2024/a.html")), view.passages());
    }

    @Test
    void withoutAPassageTheExcerptIsShown() {
        assertEquals(List.of(new HitView.Passage(Marked.plain("Short"), "/2024/a.html")),
                view(Hit.of(POST.withExcerpt("Short"), 1)).passages());
    }

    @Test
    void anExplanationIsSentencesWithTheirShares() {
        Share word = new Share(Cause.WORD, Part.TITLE, List.of("sea"), List.of(), 2, 3);
        Share recency = new Share(Cause.RECENCY, Part.POST, List.of(), List.of(), 0, 1);
        Hit hit = Hit.of(POST, 4)
                .withExplanation(new Explanation(Explanation.Tier.ALL_WORDS, List.of(word, recency)));
        assertEquals(Optional.of(new HitView.Why("It has all the words.",
                List.of(new HitView.Reason("“sea” in the headline × 2", "75%"),
                        new HitView.Reason("How new the post is", "25%")))),
                view(hit).why());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en            | en    | ''
            de            | en    | de
            en            | de    | en
            ''            | en    | ''
            und           | en    | ''
            zh-Hant       | en    | zh-Hant
            "><script>    | en    | ''
            no_NO         | en    | ''
            e             | en    | ''
            """)
    void aLanguageIsSaidOnlyWhereItIsAnotherOneAndIsOneAtAll(String post, String page, String lang) {
        assertEquals(lang, HitView.language(POST.withLang(post), Messages.in(Locale.forLanguageTag(page))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                    | /2024/a.html             | /2024/a.html                      | 2024 › a
            https://news.example  | /2024/a.html             | https://news.example/2024/a.html  | news.example › 2024 › a
            https://news.example  | 2024/a/                  | https://news.example/2024/a/      | news.example › 2024 › a
            https://news.example  | /a.htm?b=c#d             | https://news.example/a.htm?b=c#d  | news.example › a
            https://news.example  | //evil.example/a         | https://news.example/evil.example/a | news.example › evil.example › a
            https://news.example  | https://other.example/a  | https://other.example/a           | other.example › a
            https://news.example  | HTTP://other.example/a   | HTTP://other.example/a            | HTTP: › other.example › a
            https://news.example  | javascript:alert(1)      | #                                 | ''
            """)
    void anAddressIsMadeWholeAndShownInWords(String site, String url, String link, String shown) {
        PostAddress address = new PostAddress(site, true);
        assertEquals(link, address.of(url));
        assertEquals(shown, address.shown(url));
    }
}
