package broadsheet.search.lucene.vocabulary;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.lucene.SmallArchive;
import broadsheet.search.suggest.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the words of a real index say of a word: an English archive with two German posts and one that is hidden. */
class LuceneVocabularyTest {

    @TempDir
    private static Path folder;
    private static MadeIndex index;
    private Vocabulary words;

    @BeforeAll
    static void open() throws IOException {
        List<Post> posts = new ArrayList<>();
        posts.add(post("a", "Government falls", "The government fell over the sea wall.").build());
        posts.add(post("b", "The governess of the mill", "Her berry tart and the ferry.").build());
        posts.add(post("c", "Ferries and C++", "The ferry to the café sails with the sea.").build());
        posts.add(post("d", "Lighthouse", "The lighthouse keeper.").build());
        posts.add(post("e", "Haus am Meer", "Das Haus steht am Meer.").lang("de").build());
        posts.add(post("f", "Häuser", "Die Häuser in der Straße.").lang("de").build());
        posts.add(post("later", "Secret zeppelin", "The zeppelin lands on the lighthouse.")
                .visibleFrom(SmallArchive.NOW.plusSeconds(9)).build());
        index = new MadeIndex(folder, posts);
    }

    /** A vocabulary serves one search, whose time runs from now on. */
    @BeforeEach
    void begin() {
        words = index.vocabulary();
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # in this form, or in another with the same stem
            government, true
            governments, true
            ferry, true
            ferries, true
            mills, true
            café, true
            cafe, true
            # by the stem of a German word
            Haus, true
            Häuser, true
            Hauses, true
            # signs do not count here
            c++, true
            # nowhere, or in a hidden post alone
            quay, false
            lighthose, false
            zeppelin, false
            secret, false
            """)
    void aWordOccursInAnyFormAndLanguage(String word, boolean occurs) throws IOException {
        assertEquals(occurs, words.occurs(word));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            government, 1
            ferry, 2
            ferries, 1
            sea, 2
            cafe, 1
            haus, 1
            # the hidden post does not count
            lighthouse, 1
            zeppelin, 0
            quay, 0
            """)
    void aFormIsCountedByThePostsThatMayBeSeen(String exact, int posts) throws IOException {
        assertEquals(posts, words.frequency(exact));
        assertEquals(posts, words.frequency(new Vocabulary.Near(exact, 1, 99)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the form occurs
            government, 0
            ferries, 0
            # only the stem does: of governess, and of both ferry and ferries
            goverment, 1
            ferried, 2
            # neither
            quay, 0
            """)
    void aWordIsCountedByItsStemWhereItsFormIsMissing(String word, int posts) throws IOException {
        assertEquals(posts, words.postsByStem(word));
    }

    @ParameterizedTest
    @CsvSource({"ferried, true", "ferrying, true", "mills, true", "goverment, false", "quay, false",
            "lighthoused, true"})
    void anotherEndingIsAFormOfTheSameWord(String word, boolean has) {
        assertEquals(has, words.hasOtherEnding(word));
    }

    @ParameterizedTest
    @CsvSource({"ferry, ferries, true", "Haus, Häuser, true", "ferry, berry, false", "quay, quays, true",
            "government, governess, false"})
    void twoWordsShareAStemInSomeLanguage(String left, String right, boolean share) {
        assertEquals(share, words.shareStem(left, right));
    }

    @ParameterizedTest
    @CsvSource({"C++, false", "c++, false", "C#, true", "Java++, true", "ferry, false", "quay, false"})
    void aWordWithSignsIsLackingWhereNoPostHasItSo(String word, boolean lacks) throws IOException {
        assertEquals(lacks, words.lacksWritten(word));
    }

    @Test
    void nearWordsAreOrderedByEditsThenPosts() {
        assertEquals(List.of("ferry 1", "berry 1"),
                words.near("lerry", 1, 1).stream().map(near -> near.word() + " " + near.edits()).toList());
        assertEquals(List.of("ferry"), words.near("lerry", 1, 2).stream().map(Vocabulary.Near::word).toList());
        assertEquals(List.of(new Vocabulary.Near("sea", 0, 2)), words.near("sea", 1, 2));
    }

    @Test
    void wordsAreTogetherInAPostByTheirStems() throws IOException {
        assertEquals(2, words.together(List.of("sea")));
        assertEquals(1, words.together(List.of("sea", "walls")));
        assertEquals(1, words.together(List.of("governments", "fall")));
        assertEquals(0, words.together(List.of("wall", "mill")));
        assertEquals(0, words.together(List.of("zeppelin")));
    }

    @Test
    void aHeadlineHasAllOfThemOrNot() throws IOException {
        assertTrue(words.inOneHeadline(List.of("government", "falls")));
        assertTrue(words.inOneHeadline(List.of("governments", "fall")));
        assertFalse(words.inOneHeadline(List.of("government", "wall")), "it is in the text");
        assertFalse(words.inOneHeadline(List.of("secret", "zeppelin")), "it is hidden");
    }

    @Test
    void wordsArePartedAndJoinedAsTheyOccur() throws IOException {
        assertEquals(List.of(List.of("sea", "wall")), words.apart("seawall"));
        assertEquals(List.of(), words.apart("quayside"));
        assertEquals(Optional.of("lighthouse"), words.joined("light", "house"));
        assertEquals(Optional.of("government"), words.joined("govern", "ment"));
        assertEquals(Optional.empty(), words.joined("zep", "pelin"));
        assertEquals(Optional.empty(), words.joined("sea", "side"));
    }

    @Test
    void aWordIsReadByTheCommonestLanguage() {
        assertEquals("ferri", words.tokens("ferries").get(0).stem().utf8ToString());
        assertFalse(words.isEmpty());
    }

    @Test
    void anEmptyArchiveHasNoWords(@TempDir Path empty) throws IOException {
        try (MadeIndex none = new MadeIndex(empty, List.of())) {
            assertTrue(none.vocabulary().isEmpty());
            assertFalse(none.vocabulary().occurs("ferry"));
            assertEquals(List.of(), none.vocabulary().near("ferry", 2, 1));
            assertTrue(none.vocabulary().areAllSeen());
        }
        assertFalse(index.vocabulary().areAllSeen(), "a post is hidden");
    }
}
