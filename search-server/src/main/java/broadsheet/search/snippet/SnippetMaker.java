package broadsheet.search.snippet;

import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * Shows the sentences of a post that say most about the query, and marks what matched in them. They are chosen by
 * positions alone; only those chosen are tokenized again, so that the length of the text does not matter.
 */
public final class SnippetMaker {

    private static final int MOST_SNIPPETS = 3;

    private final TextAnalysis analysis;
    private final TextLayout layout;
    private final Sentences sentences;

    public SnippetMaker(TextAnalysis analysis, TextLayout layout, BytesRef text) {
        this.analysis = analysis;
        this.layout = layout;
        this.sentences = new Sentences(layout, text);
    }

    /** The matches in the headline. */
    public List<Mark> titleMarks(String title, List<Span> spans) {
        List<Span> there = endingBefore(layout.titleEnd(), spans);
        return there.isEmpty() ? List.of() : Passage.marks(new SentenceTokens(analysis, title), there);
    }

    /** Up to three passages without a common sentence, the best first; the beginning where nothing matched. */
    public List<Snippet> snippets(List<Span> all) {
        List<Span> spans = endingBefore(layout.bodyEnd(), all);
        ShownMarks shown = new ShownMarks();
        List<Snippet> snippets = new ArrayList<>();
        List<Stretch> chosen = new PassageChooser(sentences).choose(spans);
        for (int i = 0; i < chosen.size(); i++) {
            Passage passage = passage(chosen.get(i));
            if (!passage.isEmpty()) {
                int behind = chosen.size() - 1 - i;
                passage.mark(spans);
                snippets.addAll(passage.snippets(shown, MOST_SNIPPETS - snippets.size() - behind, layout));
            }
        }
        return snippets;
    }

    private static List<Span> endingBefore(int position, List<Span> all) {
        List<Span> spans = new ArrayList<>(all.size());
        for (Span span : all) {
            if (span.end() < position) {
                spans.add(span);
            }
        }
        return spans;
    }

    private Passage passage(Stretch stretch) {
        Passage passage = new Passage(analysis);
        for (int i = stretch.first(); i <= stretch.last(); i++) {
            passage.append(sentences.text(i), layout.position(i));
            if (!layout.isSeen(i)) {
                passage.setUnseen();
            }
        }
        return passage;
    }
}
