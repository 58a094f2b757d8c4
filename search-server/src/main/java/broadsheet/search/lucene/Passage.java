package broadsheet.search.lucene;

import broadsheet.index.lucene.TextAnalysis;
import broadsheet.index.lucene.TextLayout;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sentences being made into a snippet: white space folded, matches marked, cut at word ends when too long. */
final class Passage {

    /** Characters of a snippet, without the dots where it was cut; about two lines of a page. */
    private static final int LONGEST = 300;
    private static final int SHORT = 120;
    private static final String CUT = "…";

    private final TextAnalysis analysis;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private boolean spaceBefore;
    private boolean seen = true;

    Passage(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private record Sentence(int start, int position, int[] offsets) {}

    /** Adds a sentence whose first token has this position; white space at its end parts it from the next. */
    void append(String sentence, int position) {
        String folded = fold(sentence);
        if (spaceBefore && !text.isEmpty() && !folded.isEmpty()) {
            text.append(' ');
        }
        sentences.add(new Sentence(text.length(), position, analysis.offsets(folded)));
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

    boolean isShort() {
        return text.length() < SHORT;
    }

    /** Letters and digits alone, in lower case: what two passages are compared by. */
    String letters() {
        StringBuilder letters = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    /** Marks tokens by position: start and end of each place, both inclusive. */
    void mark(List<int[]> places) {
        for (int[] place : places) {
            int start = -1;
            int end = -1;
            for (Sentence sentence : sentences) {
                int tokens = sentence.offsets().length / 2;
                int first = Math.max(place[0] - sentence.position(), 0);
                int last = Math.min(place[1] - sentence.position(), tokens - 1);
                if (first <= last) {
                    start = start < 0 ? sentence.start() + sentence.offsets()[2 * first] : start;
                    end = sentence.start() + sentence.offsets()[2 * last + 1];
                }
            }
            if (start >= 0) {
                marks.add(new Mark(start, end));
            }
        }
    }

    /**
     * Places in one text as marks, in order and without overlap.
     *
     * @param offsets start and end of each token, one after the other
     * @param position the position of the first token
     */
    static List<Mark> marks(int[] offsets, int position, List<int[]> places) {
        List<Mark> marks = new ArrayList<>();
        for (int[] place : places) {
            int first = place[0] - position;
            int last = place[1] - position;
            if (first >= 0 && 2 * last + 1 < offsets.length) {
                marks.add(new Mark(offsets[2 * first], offsets[2 * last + 1]));
            }
        }
        return merged(marks);
    }

    private static List<Mark> merged(List<Mark> marks) {
        List<Mark> sorted = new ArrayList<>(marks);
        sorted.sort(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end));
        List<Mark> merged = new ArrayList<>();
        for (Mark mark : sorted) {
            Mark last = merged.isEmpty() ? new Mark(-1, -1) : merged.get(merged.size() - 1);
            if (mark.start() >= last.end()) {
                merged.add(mark);
            } else {
                merged.set(merged.size() - 1, new Mark(last.start(), Math.max(last.end(), mark.end())));
            }
        }
        return merged;
    }

    Snippet toSnippet(TextLayout layout) {
        Snippet.Field field = sentences.get(0).position() < layout.bodyStart()
                ? Snippet.Field.EXCERPT
                : Snippet.Field.BODY;
        List<Mark> all = merged(marks);
        if (text.length() <= LONGEST) {
            return new Snippet(field, text.toString(), all, seen);
        }
        int start = windowStart(all);
        int end = Math.min(text.length(), start + LONGEST);
        if (end < text.length()) {
            end = wordEndBefore(end, start);
        }
        return cut(field, all, start, end);
    }

    private Snippet cut(Snippet.Field field, List<Mark> all, int start, int end) {
        String before = start > 0 ? CUT : "";
        String after = end < text.length() ? CUT : "";
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : all) {
            int from = Math.max(mark.start(), start);
            int to = Math.min(mark.end(), end);
            if (from < to) {
                kept.add(new Mark(from - start + before.length(), to - start + before.length()));
            }
        }
        return new Snippet(field, before + text.substring(start, end) + after, kept, seen);
    }

    /** The window that shows the most marked characters, its first mark with some words before it. */
    private int windowStart(List<Mark> all) {
        int best = 0;
        int most = -1;
        for (Mark first : all) {
            int shown = 0;
            for (Mark mark : all) {
                if (mark.start() >= first.start() && mark.end() <= first.start() + LONGEST - SHORT / 2) {
                    shown += mark.end() - mark.start();
                }
            }
            if (shown > most) {
                most = shown;
                best = first.start();
            }
        }
        int start = Math.max(0, Math.min(best - SHORT / 2, text.length() - LONGEST));
        return start == 0 ? 0 : wordStartAfter(start, best);
    }

    private int wordStartAfter(int from, int latest) {
        for (int i = from; i < latest; i++) {
            if (text.charAt(i) == ' ') {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private int wordEndBefore(int from, int start) {
        for (int i = from; i > start + LONGEST / 2; i--) {
            if (text.charAt(i) == ' ') {
                return i;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from - 1 : from;
    }

    private static String fold(String sentence) {
        StringBuilder folded = new StringBuilder(sentence.length());
        boolean space = false;
        for (int i = 0; i < sentence.length(); i++) {
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
