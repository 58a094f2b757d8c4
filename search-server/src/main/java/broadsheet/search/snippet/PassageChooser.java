package broadsheet.search.snippet;

import broadsheet.search.snippet.Candidate.Part;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Chooses the sentences of a post that say most about a query, by positions alone. A match too long for one passage gets
 * one passage for each of its parts; chosen sentences side by side become one passage where there is room for it.
 */
final class PassageChooser {

    private static final int MOST_PASSAGES = 3;
    /** Shorter sentences ("No.") stand in others by chance. */
    private static final int LETTERS_OF_A_COPY = 12;
    private static final Comparator<Stretch> BY_PLACE = Comparator.comparingInt(Stretch::first)
            .thenComparingInt(Stretch::last);

    private final Sentences sentences;
    private final List<Stretch> chosen = new ArrayList<>();

    PassageChooser(Sentences sentences) {
        this.sentences = sentences;
    }

    /** Up to three passages, the best first, no sentence in two of them; the beginning where nothing matched. */
    List<Stretch> choose(List<Span> spans) {
        List<Candidate> candidates = candidates(parts(spans));
        BitSet told = new BitSet();
        while (!candidates.isEmpty() && chosen.size() < MOST_PASSAGES) {
            Candidate best = best(candidates, told);
            candidates.remove(best);
            if (!chosen.isEmpty() && !best.tellsMore(told) && best.worth(told) < 1) {
                break;
            }
            if (add(best)) {
                told.or(best.numbers());
            }
        }
        if (chosen.isEmpty() && sentences.count() > 0) {
            chosen.add(new Stretch(0, 0));
        }
        // Last of all, so that no chosen sentence is taken from where it stands with its like.
        chosen.replaceAll(this::longEnough);
        return List.copyOf(chosen);
    }

    /** Of equally good ones the first. */
    private static Candidate best(List<Candidate> candidates, BitSet told) {
        Candidate best = candidates.getFirst();
        double most = best.worth(told);
        for (int i = 1; i < candidates.size(); i++) {
            double worth = candidates.get(i).worth(told);
            if (Double.compare(worth, most) > 0) {
                best = candidates.get(i);
                most = worth;
            }
        }
        return best;
    }

    private List<Part> parts(List<Span> spans) {
        List<Part> parts = new ArrayList<>();
        BitSet whole = new BitSet();
        Map<Integer, Span> shortest = new TreeMap<>();
        for (Span span : spans) {
            if (span.end() < sentences.layout().titleEnd()) {
                continue;
            }
            List<Stretch> stretches = stretches(span);
            if (stretches.size() == 1) {
                parts.add(new Part(span.piece(), span.end() > span.start(), stretches.getFirst()));
                whole.set(span.piece());
            } else {
                shortest.merge(span.piece(), span, (a, b) -> b.length() < a.length() ? b : a);
            }
        }
        int number = 1;
        for (Span span : spans) {
            number = Math.max(number, 1 + span.piece());
        }
        for (Span span : shortest.values()) {
            for (Stretch stretch : whole.get(span.piece()) ? List.<Stretch>of() : stretches(span)) {
                parts.add(new Part(number++, true, stretch));
            }
        }
        return parts;
    }

    /** The sentences of what is marked in a span, parted where more lies between them than a snippet can show. */
    private List<Stretch> stretches(Span span) {
        Stretch here = new Stretch(sentences.at(span.start()), sentences.at(span.end()));
        if (here.first() == here.last() || span.marks().isEmpty()) {
            return List.of(here);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (int[] mark : span.marks().stream().sorted(Comparator.comparingInt(mark -> mark[0])).toList()) {
            Stretch next = new Stretch(sentences.at(mark[0]), sentences.at(mark[1]));
            Stretch last = stretches.isEmpty() ? next : stretches.removeLast();
            if (sentences.fit(last.first() + 1, next.first() - 1, SnippetWindows.LONGEST)) {
                stretches.add(last.with(next));
            } else {
                stretches.add(last);
                stretches.add(next);
            }
        }
        // A match begins and ends with a word that it needs; words between may stand there many times.
        return stretches.size() <= MOST_PASSAGES
                ? stretches
                : List.of(stretches.get(0), stretches.get(1), stretches.getLast());
    }

    private static List<Candidate> candidates(List<Part> parts) {
        List<Stretch> stretches = new ArrayList<>(parts.size());
        for (Part part : parts) {
            stretches.add(part.stretch());
        }
        stretches.sort(BY_PLACE);
        List<Candidate> candidates = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (candidates.isEmpty() || !candidates.getLast().stretch().equals(stretch)) {
                Candidate candidate = new Candidate(stretch);
                parts.forEach(candidate::addIfWithin);
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    /** Adds those of the candidate's sentences that do not stand there yet; false where all of them repeat others. */
    private boolean add(Candidate candidate) {
        int taken = 0;
        List<Integer> fresh = new ArrayList<>();
        for (int sentence = candidate.stretch().first(); sentence <= candidate.stretch().last(); sentence++) {
            if (isTaken(sentence)) {
                taken++;
            } else if (!repeats(sentence)) {
                fresh.add(sentence);
            }
        }
        int length = 1 + candidate.stretch().last() - candidate.stretch().first();
        if (!fresh.isEmpty() && !(taken + fresh.size() == length && joined(candidate.stretch()))) {
            for (Stretch run : runs(fresh)) {
                if (chosen.size() < MOST_PASSAGES && candidate.isMarkedIn(run)) {
                    chosen.add(run);
                }
            }
        }
        return !fresh.isEmpty() || taken > 0;
    }

    /** Makes one passage of the stretch and those that overlap or touch it, where there is room for it. */
    private boolean joined(Stretch stretch) {
        Stretch all = stretch;
        List<Stretch> with = new ArrayList<>();
        for (Stretch other : chosen) {
            Stretch both = all.with(other);
            boolean near = other.overlaps(all) || other.last() + 1 == all.first() && sentences.goesOn(all.first())
                    || all.last() + 1 == other.first() && sentences.goesOn(other.first());
            if (near && sentences.fit(both.first(), both.last(), SnippetWindows.LONGEST)) {
                all = both;
                with.add(other);
            }
        }
        Stretch result = all;
        if (with.isEmpty() || chosen.stream().anyMatch(other -> !with.contains(other) && other.overlaps(result))) {
            return false;
        }
        chosen.set(chosen.indexOf(with.getFirst()), result);
        chosen.removeAll(with);
        return true;
    }

    private static List<Stretch> runs(List<Integer> numbers) {
        List<Stretch> runs = new ArrayList<>();
        for (int number : numbers) {
            boolean goesOn = !runs.isEmpty() && runs.getLast().last() + 1 == number;
            runs.add(new Stretch(goesOn ? runs.removeLast().first() : number, number));
        }
        return runs;
    }

    private boolean isTaken(int sentence) {
        for (Stretch stretch : chosen) {
            if (stretch.holds(sentence)) {
                return true;
            }
        }
        return false;
    }

    /** Excerpt and body repeat each other, often with other quotation marks or a few words in front. */
    private boolean repeats(int sentence) {
        if (chosen.isEmpty()) {
            return false;
        }
        String letters = sentences.letters(sentence);
        for (Stretch stretch : chosen) {
            for (int other = stretch.first(); other <= stretch.last(); other++) {
                if (repeats(letters, sentences.letters(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean repeats(String one, String other) {
        return Math.min(one.length(), other.length()) < LETTERS_OF_A_COPY
                ? one.equals(other)
                : one.contains(other) || other.contains(one);
    }

    /** A short sentence says more with the one behind it, where both stand in one paragraph. */
    private Stretch longEnough(Stretch stretch) {
        int next = stretch.last() + 1;
        boolean longer = sentences.goesOn(next) && sentences.fit(stretch.first(), stretch.last(), SnippetWindows.SHORT)
                && !isTaken(next) && !repeats(next);
        return longer ? new Stretch(stretch.first(), next) : stretch;
    }
}
