package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    @Test
    void endsAtFullStopsBeforeCapitals() {
        assertEquals(List.of("¶It rained.", "“Did it?”", "It did!"), split("It rained. “Did it?” It did!"));
    }

    @Test
    void abbreviationsAndInitialsEndNothing() {
        assertEquals(List.of("¶Mr. J. Smith met Dr. Oduya.", "They left at 10.30 p.m. sharp."),
                split("Mr. J. Smith met Dr. Oduya. They left at 10.30 p.m. sharp."));
    }

    @Test
    void paragraphsEndSentences() {
        assertEquals(List.of("¶A heading", "¶First line", "¶Last"), split("A heading\n\nFirst line\n\n\nLast\n"));
    }

    @Test
    void chineseSentencesEndAtTheirOwnMarks() {
        assertEquals(List.of("¶今天下雨。", "明天呢？"), split("今天下雨。明天呢？"));
    }

    @Test
    void endlessTextIsCutAtSpaces() {
        List<String> sentences = split("word ".repeat(1_000).strip());
        assertTrue(sentences.stream().allMatch(s -> s.length() <= SentenceSplitter.LONGEST + 5));
        assertEquals("word ".repeat(1_000).strip(), String.join(" ", sentences).substring(1));
    }

    /** The sentences, those that open a paragraph marked by ¶. */
    private static List<String> split(String text) {
        SentenceSplitter splitter = new SentenceSplitter(text);
        List<String> sentences = new ArrayList<>();
        while (splitter.start() < text.length()) {
            int start = splitter.start();
            String mark = splitter.opensParagraph() ? "¶" : "";
            sentences.add(mark + text.substring(start, splitter.next()));
        }
        return sentences;
    }
}
