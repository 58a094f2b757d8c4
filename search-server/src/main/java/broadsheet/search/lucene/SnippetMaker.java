package broadsheet.search.lucene;

import broadsheet.index.lucene.TextAnalysis;
import broadsheet.index.lucene.TextLayout;
import broadsheet.search.Hit.Mark;
import broadsheet.search.Hit.Snippet;
import broadsheet.search.lucene.Spans.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.util.BytesRef;

/**
 * Chooses the sentences of a post that say most about the query, and marks what matched in them. A sentence is judged
 * by positions alone; only those chosen are read and tokenized again, so that the length of the text does not matter.
 */
final class SnippetMaker {

    private static final int MOST_SNIPPETS = 3;
    /** A span over more sentences than these is shown by its first ones. */
    private static final int MOST_SENTENCES = 3;

    private final TextAnalysis analysis;
    private final TextLayout layout;
    private final BytesRef text;

    SnippetMaker(TextAnalysis analysis, TextLayout layout, BytesRef text) {
        this.analysis = analysis;
        this.layout = layout;
        this.text = text;
    }

    /** What matched in the headline. */
    List<Mark> titleMarks(String title, List<Span> spans) {
        List<int[]> places = new ArrayList<>();
        for (Span span : spans) {
            if (span.end() < layout.titleEnd()) {
                places.addAll(span.marks());
            }
        }
        return places.isEmpty() ? List.of() : Passage.marks(analysis.offsets(title), 0, places);
    }

    /** Up to three passages, the best first; the beginning of the text where nothing matched in it. */
    List<Snippet> snippets(List<Span> spans) {
        List<Candidate> candidates = candidates(spans);
        List<int[]> marks = spans.stream().flatMap(span -> span.marks().stream()).toList();
        List<Snippet> snippets = new ArrayList<>();
        List<String> shown = new ArrayList<>();
        BitSet told = new BitSet();
        while (!candidates.isEmpty() && snippets.size() < MOST_SNIPPETS) {
            Candidate best = candidates.stream().max(Comparator.comparingDouble(c -> c.worth(told))).orElseThrow();
            candidates.remove(best);
            if (!snippets.isEmpty() && !best.tellsMore(told) && best.worth(told) < 1) {
                break;
            }
            passage(best, marks).filter(passage -> isNew(passage.letters(), shown))
                    .ifPresent(passage -> snippets.add(passage.toSnippet(layout)));
            told.or(best.pieces);
        }
        if (snippets.isEmpty() && layout.sentences() > 0) {
            passage(new Candidate(0, 0), marks).ifPresent(passage -> snippets.add(passage.toSnippet(layout)));
        }
        return snippets;
    }

    /** Excerpt and body repeat each other, often with other quotation marks or a few words in front. */
    private static boolean isNew(String letters, List<String> shown) {
        boolean repeats = shown.stream().anyMatch(other -> other.contains(letters) || letters.contains(other));
        shown.add(letters);
        return !repeats;
    }

    private List<Candidate> candidates(List<Span> spans) {
        Map<Long, Candidate> bySentences = new TreeMap<>();
        for (Span span : spans) {
            if (span.end() < layout.titleEnd()) {
                continue;
            }
            int first = layout.sentenceAt(span.start());
            int last = Math.min(layout.sentenceAt(span.end()), first + MOST_SENTENCES - 1);
            bySentences.computeIfAbsent((long) first << 32 | last, key -> new Candidate(first, last));
        }
        for (Candidate candidate : bySentences.values()) {
            for (Span span : spans) {
                candidate.addIfWithin(span, layout);
            }
        }
        return new ArrayList<>(bySentences.values());
    }

    private Optional<Passage> passage(Candidate candidate, List<int[]> marks) {
        Passage passage = new Passage(analysis);
        for (int i = candidate.first; i <= candidate.last; i++) {
            append(passage, i);
        }
        // A short sentence says more with the one behind it, where both stand in one paragraph.
        int next = candidate.last + 1;
        if (next < layout.sentences() && passage.isShort() && !layout.opensParagraph(next)
                && (layout.position(next) < layout.bodyStart()) == (layout.position(candidate.first) < layout
                        .bodyStart())) {
            append(passage, next);
        }
        passage.mark(marks);
        return passage.isEmpty() ? Optional.empty() : Optional.of(passage);
    }

    private void append(Passage passage, int sentence) {
        passage.append(sentence(sentence), layout.position(sentence));
        if (!layout.isSeen(sentence)) {
            passage.setUnseen();
        }
    }

    private String sentence(int number) {
        int start = layout.firstByte(number);
        int end = Math.min(layout.firstByte(number + 1), text.length);
        return new String(text.bytes, text.offset + start, Math.max(0, end - start), StandardCharsets.UTF_8);
    }

    /** One to three sentences, and what of the query stands in them. */
    private static final class Candidate {
        private final int first;
        private final int last;
        private final BitSet pieces = new BitSet();
        private int spans;
        private int longest;

        Candidate(int first, int last) {
            this.first = first;
            this.last = last;
        }

        void addIfWithin(Span span, TextLayout layout) {
            boolean within = span.start() >= layout.position(first)
                    && (last + 1 >= layout.sentences() || span.start() < layout.position(last + 1));
            if (within) {
                pieces.set(span.piece());
                spans++;
                longest = Math.max(longest, span.end() - span.start());
            }
        }

        /** Different words first, then those not told yet, then phrases, repetition, and an early place. */
        double worth(BitSet told) {
            BitSet more = (BitSet) pieces.clone();
            more.andNot(told);
            return more.cardinality() + 0.3 * pieces.cardinality() + (longest > 0 ? 0.4 : 0)
                    + 0.05 * Math.min(spans, 4) - 0.3 * (last - first) + 0.2 / (1 + first);
        }

        boolean tellsMore(BitSet told) {
            BitSet more = (BitSet) pieces.clone();
            more.andNot(told);
            return !more.isEmpty();
        }
    }
}
