package broadsheet.search.snippet;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;

/**
 * A post's text, sentence by sentence, laid out as in an index: {@code T } begins the headline, {@code E } a sentence of
 * the excerpt, {@code B } one of the body; {@code ¶} behind that letter opens a paragraph, {@code ~} says that the page
 * need not show it. {@code {w1-w9}} stands for the words from w1 to w9, {@code {渔*9}} for nine of that sign.
 */
final class MadeText {

    private static final Pattern RUN = Pattern.compile("\\{w(\\d+)-w(\\d+)}");
    private static final Pattern REPEATED = Pattern.compile("\\{([^*{}]+)\\*(\\d+)}");

    private final TextAnalysis analysis = new TextAnalysis(Language.of("en"));
    private final TextLayout layout = new TextLayout();
    private final StringBuilder kept = new StringBuilder();
    /** The words of the text, each at its position; empty in the gaps. */
    private final List<String> words = new ArrayList<>();
    private String title = "";
    private boolean inBody;

    MadeText(String... lines) {
        List<String> sentences = Arrays.stream(lines).map(MadeText::spelt).toList();
        title = sentences.stream().filter(line -> line.startsWith("T ")).map(line -> line.substring(2)).findFirst()
                .orElse("");
        addWords(title);
        layout.setTitleEnd(words.size());
        addGap();
        sentences.stream().filter(line -> line.charAt(0) == 'E').forEach(this::addSentence);
        layout.setExcerptEnd(words.size(), bytes());
        addGap();
        inBody = true;
        sentences.stream().filter(line -> line.charAt(0) == 'B').forEach(this::addSentence);
        layout.add(words.size(), bytes(), true, true);
    }

    /** A line with its runs of words and its repeated signs written out. */
    static String spelt(String line) {
        String runs = RUN.matcher(line).replaceAll(found -> IntStream
                .rangeClosed(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))
                .mapToObj(i -> "w" + i).collect(Collectors.joining(" ")));
        return REPEATED.matcher(runs).replaceAll(
                found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private void addSentence(String line) {
        int start = line.indexOf(' ');
        String signs = line.substring(1, start);
        String sentence = line.substring(start + 1);
        boolean first = layout.sentences() == 0 && kept.isEmpty() || inBody && bytes() == layout.excerptBytes();
        boolean opens = first || signs.contains("¶");
        layout.add(words.size(), bytes(), opens, !signs.contains("~"));
        addWords(sentence);
        kept.append(sentence).append(sentence.endsWith("。") ? "" : " ");
    }

    private void addWords(String sentence) {
        analysis.tokens(sentence).forEach(token -> words.add(token.word().toLowerCase(Locale.ROOT)));
    }

    private void addGap() {
        words.addAll(Collections.nCopies(TextLayout.GAP, ""));
    }

    private int bytes() {
        return kept.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    String title() {
        return title;
    }

    TextLayout layout() {
        return layout;
    }

    Sentences sentences() {
        return new Sentences(layout, text());
    }

    SnippetMaker maker() {
        return new SnippetMaker(analysis, layout, text());
    }

    /** The kept text, not at the beginning of its array. */
    private BytesRef text() {
        byte[] text = ("###" + kept + "###").getBytes(StandardCharsets.UTF_8);
        return new BytesRef(text, 3, text.length - 6);
    }

    /** The position of the first place of a word; it must be there. */
    int position(String word) {
        int position = words.indexOf(word);
        if (position < 0) {
            throw new IllegalArgumentException("no " + word);
        }
        return position;
    }

    /**
     * Where each piece of a query stands: {@code sea wall} wherever these words stand side by side, marked as one;
     * {@code mayor .. bishop} from each mayor to the next bishop, each marked by itself.
     */
    List<Span> spans(List<String> pieces) {
        List<Span> spans = new ArrayList<>();
        for (int piece = 0; piece < pieces.size(); piece++) {
            List<List<String>> parts = Arrays.stream(pieces.get(piece).split(" \\.\\. "))
                    .map(part -> List.of(part.split(" "))).toList();
            for (int at = next(parts.getFirst(), 0); at >= 0; at = next(parts.getFirst(), at + 1)) {
                List<int[]> marks = marks(parts, at);
                if (marks.size() == parts.size()) {
                    spans.add(new Span(piece, at, marks.getLast()[1], marks, ""));
                }
            }
        }
        return spans;
    }

    private List<int[]> marks(List<List<String>> parts, int first) {
        List<int[]> marks = new ArrayList<>();
        int from = first;
        for (List<String> part : parts) {
            int at = next(part, from);
            if (at >= 0) {
                marks.add(new int[]{at, at + part.size() - 1});
                from = at + part.size();
            }
        }
        return marks;
    }

    private int next(List<String> part, int from) {
        for (int at = from; at + part.size() <= words.size(); at++) {
            if (words.subList(at, at + part.size()).equals(part)) {
                return at;
            }
        }
        return -1;
    }
}
