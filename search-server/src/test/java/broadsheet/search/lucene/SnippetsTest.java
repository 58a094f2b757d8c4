package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.Hit.Snippet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which sentences of a post are shown: none twice, and all that stands near each other. */
class SnippetsTest {

    private static final String LONG = "Nobody on the quay could say how many crates had been landed that winter, or who "
            + "had paid for them, or where the carts had gone when the snow came down over the town and closed both roads";

    @TempDir
    private Path folder;

    private List<Snippet> snippets(String query, String body) throws IOException {
        try (SmallArchive archive = SmallArchive.of(folder, List.of(SmallArchive.post("a", "Ledger", body).build()))) {
            return archive.ask(query).hits().getFirst().snippets();
        }
    }

    private static List<String> texts(List<Snippet> snippets) {
        return snippets.stream().map(Snippet::text).toList();
    }

    private static List<String> marked(List<Snippet> snippets) {
        return snippets.stream()
                .flatMap(s -> s.marks().stream().map(mark -> s.text().substring(mark.start(), mark.end()))).toList();
    }

    @Test
    void sentencesSideBySideBecomeOneSnippet() throws IOException {
        String body = "Let me share some numbers for the 11.0 release. Do you remember the 10.3 release? Again we used "
                + "mirrors for the images.";
        assertEquals(List.of(body), texts(snippets("more 10.3 numbers images", body)));
    }

    @Test
    void whereThereIsNoRoomTheSecondBeginsAfterTheFirst() throws IOException {
        String first = LONG + " by dusk.";
        String second = "Herons left.";
        String third = LONG.replace("quay", "pier") + " by dawn.";
        List<Snippet> found = snippets("dusk herons dawn", first + " " + second + " " + third);
        assertEquals(List.of("dusk", "Herons", "dawn"), marked(found));
        assertEquals(1, texts(found).stream().filter(text -> text.contains("Herons left")).count());
    }

    @Test
    void aSentenceThatTheTextRepeatsIsShownOnce() throws IOException {
        String chorus = "The herring boats come home again.";
        List<Snippet> found = snippets("herring oysters", chorus + "\n\n" + chorus + " Oysters were dear.");
        assertEquals(List.of(chorus, "Oysters were dear."), texts(found).stream().sorted().toList().reversed());
    }

    @Test
    void partsFarApartInAParagraphAreShownBySnippetsOfTheirOwn() throws IOException {
        String body = "The mayor spoke first. " + (LONG + ". ").repeat(3) + "The bishop spoke last.";
        assertEquals(List.of("bishop", "mayor"), marked(snippets("mayor /p bishop", body)).stream().sorted().toList());
    }

    @Test
    void theEndsOfAMatchAreShownBeforeAWordThatStandsOftenBetweenThem() throws IOException {
        String body = "The mayor spoke first. " + (LONG + ". " + LONG + ", said the clerk. ").repeat(4)
                + "The bishop left.";
        assertTrue(marked(snippets("mayor /p clerk /p bishop", body)).containsAll(List.of("mayor", "clerk", "bishop")));
    }

    @Test
    void partsFarApartInASentenceAreShownByTwoWindows() throws IOException {
        String body = "The mayor said: " + LONG.toLowerCase() + ", and " + LONG.toLowerCase() + ", sighed the bishop.";
        List<Snippet> found = snippets("mayor /s bishop", body);
        assertEquals(List.of("mayor", "bishop"), marked(found));
        assertTrue(found.stream().allMatch(snippet -> snippet.text().length() <= 302));
        assertTrue(body.indexOf(found.get(0).text().replace("…", "")) + found.get(0).text().length() <= body
                .indexOf(found.get(1).text().replace("…", "")) + 1);
    }

    @Test
    void aSpanThatFitsIsShownWhole() throws IOException {
        String body = "First of all, and before the others had a word, it was said that the old mayor "
                + LONG.toLowerCase()
                + ", and then the bishop left. " + LONG + ".";
        List<Snippet> found = snippets("mayor NEAR/80 bishop", body);
        assertEquals(List.of("mayor", "bishop"), marked(found.subList(0, 1)));
    }
}
