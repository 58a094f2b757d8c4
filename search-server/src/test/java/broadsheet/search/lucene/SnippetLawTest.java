package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.archive.Archive;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostFile;
import broadsheet.post.ReadOptions;
import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for the marks of every hit, tried with words and phrases cut out of the sample archive. */
class SnippetLawTest {

    private static final long SEED = 20_261_123;

    @TempDir
    private static Path index;
    private static final List<Post> POSTS = new ArrayList<>();
    private static SearchEngine engine;

    @BeforeAll
    static void build() throws IOException {
        Archive archive = Archive.open(List.of(Path.of("../seeds")), ReadOptions.defaults());
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (PostFile file : archive.files()) {
                List<Post> posts = archive.read(file).posts();
                indexer.put(file.id(), posts);
                posts.stream().filter(post -> post.visibleFrom().isEmpty()).forEach(POSTS::add);
            }
            indexer.publish(new byte[0]);
        }
        engine = LuceneSearchEngine.open(index);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    /** The hits of a query made of a post's own words, which finds that post at least. */
    private static List<Hit> found(String query) {
        List<Hit> hits = engine.search(SearchRequest.of(query).plain().withSize(100).withFoldCopies(false)).hits();
        assertFalse(hits.isEmpty(), () -> query + " finds nothing, seed " + SEED);
        return hits;
    }

    private static Stream<String> marked(Hit hit) {
        Stream<String> title = hit.titleMarks().stream().map(m -> hit.post().title().substring(m.start(), m.end()));
        Stream<String> text = hit.snippets().stream()
                .flatMap(s -> s.marks().stream().map(m -> s.text().substring(m.start(), m.end())));
        return Stream.concat(title, text);
    }

    /** Words cut out of a post's text, as they stand there. */
    private static List<String> words(Random random, int count) {
        while (true) {
            Post post = POSTS.get(random.nextInt(POSTS.size()));
            String[] paragraphs = (post.title() + "\n\n" + post.excerpt() + "\n\n" + post.body()).split("\n\n");
            String[] words = paragraphs[random.nextInt(paragraphs.length)].split(" ");
            int start = random.nextInt(words.length);
            List<String> cut = List.of(words).subList(start, Math.min(start + count, words.length));
            if (cut.size() == count && cut.stream().allMatch(word -> word.matches("\\p{L}{2,}"))) {
                return cut;
            }
        }
    }

    @Test
    void everyHitOfAWordShowsIt() {
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            String word = words(random, 1).get(0);
            for (Hit hit : found(word)) {
                assertTrue(marked(hit).findAny().isPresent() || isNamed(hit, word),
                        () -> word + " in " + hit.post().id());
            }
        }
    }

    /** Whether byline, sections or tags have the word, which then need not stand in the text. */
    private static boolean isNamed(Hit hit, String word) {
        Stream<String> names = Stream.of(hit.post().authors(), hit.post().categories(), hit.post().tags())
                .flatMap(List::stream);
        String start = letters(word).substring(0, Math.min(3, letters(word).length()));
        return names.map(SnippetLawTest::letters).anyMatch(name -> name.contains(start));
    }

    @Test
    void everyHitOfAPhraseMarksItWhole() {
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            List<String> words = words(random, 3);
            String phrase = String.join(" ", words);
            for (Hit hit : found('"' + phrase + '"')) {
                assertTrue(marked(hit).anyMatch(mark -> letters(mark).equals(letters(phrase))),
                        () -> phrase + " in " + hit.post().id() + ": " + marked(hit).toList());
            }
        }
    }

    @Test
    void marksAreInOrderAndWithinTheirText() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            List<String> words = words(random, 2);
            for (Hit hit : found(words.get(0) + " NEAR/9 " + words.get(1))) {
                for (Hit.Snippet snippet : hit.snippets()) {
                    int last = 0;
                    for (Hit.Mark mark : snippet.marks()) {
                        assertTrue(mark.start() >= last && mark.end() > mark.start()
                                && mark.end() <= snippet.text().length());
                        last = mark.end();
                    }
                    assertEquals(-1, snippet.text().indexOf('\n'));
                }
            }
        }
    }

    @Test
    void everyPartOfANearMatchIsMarked() {
        Random random = new Random(SEED);
        for (int i = 0; i < 100; i++) {
            List<String> words = words(random, 8);
            String first = words.getFirst();
            String last = words.getLast();
            for (Hit hit : found('"' + first + "\" /p \"" + last + '"')) {
                Set<String> marked = marked(hit).map(SnippetLawTest::letters).collect(Collectors.toSet());
                assertTrue(marked.containsAll(List.of(letters(first), letters(last))),
                        () -> first + " /p " + last + " in " + hit.post().id() + ": " + marked);
            }
        }
    }

    @Test
    void noSentenceIsShownTwice() {
        Random random = new Random(SEED);
        for (int i = 0; i < 150; i++) {
            String query = String.join(" ", words(random, 3));
            for (Hit hit : found(query)) {
                Set<String> sentences = new HashSet<>();
                for (Hit.Snippet snippet : hit.snippets()) {
                    for (String sentence : snippet.text().split("(?<=[.?!]) ")) {
                        assertTrue(letters(sentence).length() < 12 || sentences.add(letters(sentence)),
                                () -> query + " in " + hit.post().id() + ": " + sentence);
                    }
                }
            }
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("'s\\b|’s\\b|[^\\p{L}\\p{M}]", "");
    }
}
