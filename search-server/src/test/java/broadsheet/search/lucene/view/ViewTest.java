package broadsheet.search.lucene.view;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.post.Post;
import broadsheet.search.PostView;
import broadsheet.search.lucene.IndexOfPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One generation open for reading: its posts, its words, and the next one that takes its place. */
class ViewTest {

    private static final Instant TOMORROW = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant NOW = TOMORROW.minus(Duration.ofDays(1));

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.ofBuilds(folder.resolve("posts"), List.of(
                List.of(post("a", "en", "Sea wall", "First paragraph. Second sentence.\n\nLast one.")
                        .excerpt("Löwe 𝒳.")
                        .url("/a/").updated(Instant.parse("2024-06-01T00:00:00Z")).authors(List.of("Ann", "Bo"))
                        .categories(List.of("City")).tags(List.of("t1", "t2")).image("/a.png").build(),
                        post("b", "en", "Old", "Old text.").build(),
                        post("pt1", "pt", "Eleições", "Eleições e eleições. O avô. A US falou.").build()),
                List.of(post("b", "en", "New", "New text, told again for us: the US and the EU.").build(),
                        post("hidden", "de", "Später", "Später im Jahr.").visibleFrom(TOMORROW).build(),
                        Post.builder("bare").lang("xx").build())));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static Reading at(Instant now) {
        return Reading.of(index.view(), index.analyses(), now, Budget.begin(Budget.Limits.NONE));
    }

    private static int number(String id) throws IOException {
        return index.searcher().search(new TermQuery(new Term("id", id)), 1).scoreDocs[0].doc;
    }

    @Test
    void languagesAreThoseOfTextsTheCommonestFirst() {
        assertEquals(List.of("en", "de", "pt"),
                index.view().languages().stream().map(Language::code).toList());
    }

    @Test
    void aPostIsHiddenUntilItsMoment() throws IOException {
        IndexView view = index.view();
        assertEquals(List.of(true, false), List.of(view.hidesPostsAt(NOW), view.hidesPostsAt(TOMORROW)));
        assertEquals(List.of(4L, 5L), List.of(at(NOW).posts(), at(TOMORROW).posts()));
        assertEquals(List.of(true, false), List.of(at(NOW).isHidden(number("hidden")),
                at(TOMORROW).isHidden(number("hidden"))));
        assertEquals(false, at(NOW).isHidden(number("a")));
    }

    @Test
    void whatIsKeptIsMadeOnce() {
        StringBuilder first = index.view().kept(StringBuilder.class, StringBuilder::new);
        assertSame(first, index.view().kept(StringBuilder.class, () -> new StringBuilder("other")));
        assertNotSame(first, index.view().kept(Object.class, Object::new));
        assertSame(index.view().words("exact"), index.view().words("exact"));
    }

    @Test
    void aStoredPostIsWholeAgain() throws IOException {
        StoredPosts posts = new StoredPosts(index.reader());
        PostView view = posts.view(number("a"));
        assertEquals(new PostView("a", "/a/", "Sea wall", "Löwe 𝒳.",
                Optional.of(Instant.parse("2024-05-01T09:00:00Z")), Optional.of(Instant.parse("2024-06-01T00:00:00Z")),
                List.of("Ann", "Bo"), List.of("City"), List.of("t1", "t2"), "en", "/a.png", view.words()), view);
        assertEquals("First paragraph. Second sentence.\n\nLast one.", posts.body(number("a")));
        assertEquals("Löwe 𝒳.First paragraph. Second sentence.\n\nLast one.",
                posts.text(number("a")).utf8ToString());
        assertEquals("New text, told again for us: the US and the EU.", posts.body(number("b")));
    }

    @Test
    void aPostOfNothingHasEmptyParts() throws IOException {
        StoredPosts posts = new StoredPosts(index.reader());
        PostView bare = posts.view(number("bare"));
        assertEquals(List.of("", "", "", Optional.empty(), List.of()),
                List.of(bare.title(), bare.excerpt(), bare.image(), bare.date(), bare.authors()));
        assertEquals("", posts.body(number("bare")));
    }

    @Test
    void aCardSaysWhatAListOfCopiesShows() throws IOException {
        StoredPosts posts = new StoredPosts(index.reader());
        assertEquals("a", posts.card(number("a")).id());
        assertEquals("b", posts.card(number("b")).id());
        assertEquals(1, posts.segment(number("b")).ord);
    }

    @Test
    void aLayoutIsThePostsOwn() throws IOException {
        StoredPosts posts = new StoredPosts(index.reader());
        assertEquals(2, posts.layout(number("a")).titleEnd());
        assertEquals(1, posts.layout(number("b")).titleEnd());
        LeafReaderContext segment = posts.segment(number("a"));
        TextLayouts layouts = new TextLayouts(segment.reader());
        int inSegment = number("a") - segment.docBase;
        assertSame(layouts.of(inSegment), layouts.of(inSegment));
        assertEquals(2, layouts.of(inSegment).titleEnd());
    }

    @Test
    void deletedPostsAreInNoSet() throws IOException {
        MatchSet all = MatchSet.of(index.reading(), MatchAllDocsQuery.INSTANCE);
        assertEquals(5, all.count());
        assertEquals(6, index.reader().maxDoc());
        assertEquals(0, MatchSet.of(index.reading(), new MatchNoDocsQuery("nothing")).count());
    }

    @Test
    void aVisitorMeetsEachDocumentInItsSegment() throws IOException {
        assertEquals(List.of("segment", "0", "2", "end", "segment", "0", "1", "2", "end"),
                visited(MatchAllDocsQuery.INSTANCE));
        assertEquals(List.of("segment", "end", "segment", "0", "end"), visited(new TermQuery(new Term("id", "b"))));
        assertEquals(List.of("segment", "2", "end", "segment", "end"), visited(new TermQuery(new Term("id", "pt1"))));
        assertEquals(List.of("segment", "end", "segment", "end"), visited(new MatchNoDocsQuery("nothing")));
    }

    private static List<String> visited(Query query) throws IOException {
        List<String> visited = new ArrayList<>();
        MatchSet.of(index.reading(), query).forEach(index.reader().leaves(), segment -> {
            visited.add("segment");
            return new MatchSet.SegmentVisitor() {
                @Override
                public void visit(int document) {
                    visited.add(String.valueOf(document));
                }

                @Override
                public void end() {
                    visited.add("end");
                }
            };
        });
        return visited;
    }

    private static Token token(String language, String word) {
        return index.analyses().of(Language.of(language)).tokens(word).get(0);
    }

    /** The stems that a word may stand for, the commonest first. */
    @ParameterizedTest
    @CsvSource({"pt, eleicoes, eleic", "pt, Eleições, eleic", "pt, avo, avo", "pt, avô, avo", "pt, nada, nad",
            "en, wall, wall", "en, walls, wall"})
    void aWordWithoutItsAccentsStandsForThoseThatHaveThem(String language, String word, String stems) {
        AccentlessWords words = new AccentlessWords(index.reader(), "all_" + language);
        assertEquals(stems, words.stems(token(language, word)).stream().map(BytesRef::utf8ToString)
                .collect(Collectors.joining(" ")));
    }

    /** In the archive "US" stands in two posts and "us" in one more; EU is no word in small letters. */
    @ParameterizedTest
    @CsvSource({"EU, false", "us, false", "WHO, true", "IT, true", "wall, false", "U.S., false"})
    void anAcronymStandsAloneWhereItsLettersAreAnotherWord(String text, boolean alone) {
        assertEquals(alone, new AcronymUse(index.reader())
                .alone(index.analyses().of(Language.of("en")).tokens(text)).isPresent());
    }

    @Test
    void twoWordsAreNoAcronym() {
        assertEquals(Optional.empty(),
                new AcronymUse(index.reader()).alone(index.analyses().of(Language.of("en")).tokens("US WHO")));
        assertEquals(Optional.empty(), new AcronymUse(index.reader()).alone(List.of()));
    }

    @Test
    void analysesAreUsedAgain() {
        Analyses.Pool pool = new Analyses.Pool(1);
        TextAnalysis english;
        try (Analyses analyses = pool.borrow()) {
            english = analyses.of(Language.of("en"));
            assertSame(english, analyses.of(Language.of("en")));
            try (Analyses other = pool.borrow()) {
                assertNotSame(english, other.of(Language.of("en")), "two searches share none");
            }
        }
    }
}
