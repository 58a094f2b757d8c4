package broadsheet.search.snippet;

import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.snippet.SnippetWindows.Placed;
import broadsheet.search.snippet.SnippetWindows.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sentences being made into snippets: white space folded, matches marked. */
final class Passage {

    private static final String CUT = "…";

    private final TextAnalysis analysis;
    private final StringBuilder text = new StringBuilder();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private boolean spaceBefore;
    private boolean seen = true;

    Passage(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private record Sentence(int start, int position, SentenceTokens tokens) {}

    /** Adds a sentence whose first token has this position; white space at its end parts it from the next. */
    void append(String sentence, int position) {
        String folded = fold(sentence);
        if (spaceBefore && !text.isEmpty() && !folded.isEmpty()) {
            text.append(' ');
        }
        sentences.add(new Sentence(text.length(), position, new SentenceTokens(analysis, folded)));
        text.append(folded);
        spaceBefore = !sentence.isEmpty() && Character.isWhitespace(sentence.charAt(sentence.length() - 1));
    }

    /** Says that the post's page need not show all of this as text. */
    void setUnseen() {
        seen = false;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Marks the spans in the sentences that were added so far. */
    void mark(List<Span> spans) {
        for (Span span : spans) {
            List<Mark> marks = new ArrayList<>(span.marks().size());
            boolean inside = false;
            for (int[] place : span.marks()) {
                Mark mark = mark(place, span.label());
                marks.add(mark);
                inside |= mark != Placed.OUTSIDE;
            }
            if (inside) {
                placed.add(new Placed(span, marks));
            }
        }
    }

    /** @param place positions of its first and its last token */
    private Mark mark(int[] place, String label) {
        int start = -1;
        int end = -1;
        for (Sentence sentence : sentences) {
            int first = Math.max(place[0] - sentence.position(), 0);
            int last = Math.min(place[1] - sentence.position(), sentence.tokens().count() - 1);
            if (first <= last) {
                Mark mark = sentence.tokens().mark(first, last, label);
                start = start < 0 ? sentence.start() + mark.start() : start;
                end = sentence.start() + mark.end();
            }
        }
        return start < 0 ? Placed.OUTSIDE : new Mark(start, end);
    }

    /** The marks of spans in a headline, in order and without overlap. */
    static List<Mark> marks(SentenceTokens tokens, List<Span> spans) {
        List<Mark> marks = new ArrayList<>();
        for (Span span : spans) {
            for (int[] place : span.marks()) {
                if (place[1] < tokens.count()) {
                    marks.add(tokens.mark(place[0], place[1], span.label()));
                }
            }
        }
        return merged(marks);
    }

    private static List<Mark> merged(List<Mark> marks) {
        if (marks.size() < 2) {
            return marks;
        }
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        List<Mark> merged = new ArrayList<>(sorted.size());
        Mark last = sorted.getFirst();
        for (Mark mark : sorted) {
            if (mark.start() > last.end()) {
                merged.add(last);
                last = mark;
            } else if (mark.end() > last.end()) {
                last = new Mark(last.start(), mark.end());
            }
        }
        merged.add(last);
        return merged;
    }

    /** The passage as one snippet, or as several where its matches stand too far apart for one. */
    List<Snippet> snippets(ShownMarks shown, int most, TextLayout layout) {
        Snippet.Field field = sentences.get(0).position() < layout.bodyStart()
                ? Snippet.Field.EXCERPT
                : Snippet.Field.BODY;
        List<Mark> inside = new ArrayList<>();
        for (Placed place : placed) {
            for (Mark mark : place.marks()) {
                if (mark != Placed.OUTSIDE) {
                    inside.add(mark);
                }
            }
        }
        List<Mark> marks = merged(inside);
        List<Snippet> snippets = new ArrayList<>();
        for (Window window : new SnippetWindows(text, placed, marks, shown).windows(most)) {
            snippets.add(cut(field, marks, window));
        }
        return snippets;
    }

    private Snippet cut(Snippet.Field field, List<Mark> marks, Window window) {
        String before = window.start() > 0 ? CUT : "";
        String after = window.end() < text.length() ? CUT : "";
        List<Mark> kept = new ArrayList<>(marks.size());
        for (Mark mark : marks) {
            window.part(mark, before.length()).ifPresent(kept::add);
        }
        return new Snippet(field, before + text.substring(window.start(), window.end()) + after, kept, seen);
    }

    /** With one space between words and none around them, as most sentences are but for the space behind them. */
    private static String fold(String sentence) {
        int end = sentence.length();
        while (end > 0 && Character.isWhitespace(sentence.charAt(end - 1))) {
            end--;
        }
        boolean space = true;
        for (int i = 0; i < end; i++) {
            char c = sentence.charAt(i);
            boolean here = c <= ' ' || c > 0xA0 && Character.isWhitespace(c);
            if (here && (space || c != ' ')) {
                return folded(sentence, end);
            }
            space = here;
        }
        return sentence.substring(0, end);
    }

    private static String folded(String sentence, int end) {
        StringBuilder folded = new StringBuilder(end);
        boolean space = false;
        for (int i = 0; i < end; i++) {
            char c = sentence.charAt(i);
            if (Character.isWhitespace(c)) {
                space = true;
            } else {
                if (space && !folded.isEmpty()) {
                    folded.append(' ');
                }
                space = false;
                folded.append(c);
            }
        }
        return folded.toString();
    }
}
