package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.search.suggest.Neighbours.Neighbour;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the slip that made one word of the archive into another ({@code google gail to} for {@code gmail}): no post has
 * all words of the query, and some headline has all of them with a more frequent neighbour in the place of one word. A
 * post that has them anywhere was tried as the condition and is too little: of 1,500 queries without a slip it changed
 * 16, most for the worse.
 */
final class SlipFinder {

    /** Fewer than 3 words give too little context. */
    private static final int FEWEST_WORDS = 3;
    /** With more than 8, one slip is not why no post has them all. */
    private static final int MOST_WORDS = 8;
    /** Neighbours that are looked up in all, those of the rarest words first; each look-up is a search. */
    private static final int MOST_TRIED = 24;
    /** Neighbours of one word that are looked up. */
    private static final int MOST_OF_ONE = 8;

    private final Vocabulary words;
    private final Neighbours neighbours;

    SlipFinder(Vocabulary words, Neighbours neighbours) {
        this.words = words;
        this.neighbours = neighbours;
    }

    /**
     * A typed word.
     *
     * @param stopWord the word is never the slip, and does not count when posts with all words are looked for
     * @param judged whether it may be the slip
     */
    record Typed(String text, boolean stopWord, boolean judged) {}

    /** A word of the query, by its number from 0, and the word that was meant. */
    record Slip(int place, String meant) {}

    private record Word(int place, String exact, int posts) {}

    private record Scored(Slip slip, double likely) {}

    /** The likeliest slip in a query of words alone; empty when some post has all of them, or no headline would. */
    Optional<Slip> in(List<Typed> typed) throws IOException {
        List<String> telling = texts(typed.stream().filter(word -> !word.stopWord()).toList());
        if (typed.size() < FEWEST_WORDS || typed.size() > MOST_WORDS || telling.size() < 2
                || words.areTogether(telling)) {
            return Optional.empty();
        }
        List<Scored> found = new ArrayList<>();
        int tried = 0;
        for (Word word : rarestFirst(typed)) {
            List<Neighbour> neighbours = neighbours(word, typed);
            for (Neighbour neighbour : neighbours.subList(0, Math.min(neighbours.size(), MOST_TRIED - tried))) {
                tried++;
                scored(word, neighbour, typed).ifPresent(found::add);
            }
        }
        return found.stream().max(Comparator.comparingDouble(Scored::likely)).map(Scored::slip);
    }

    private static List<String> texts(List<Typed> typed) {
        return typed.stream().map(Typed::text).toList();
    }

    private List<Word> rarestFirst(List<Typed> typed) throws IOException {
        List<Word> rarestFirst = new ArrayList<>();
        for (int i = 0; i < typed.size(); i++) {
            String exact = words.tokens(typed.get(i).text()).get(0).exact().utf8ToString();
            if (typed.get(i).judged() && !typed.get(i).stopWord() && Neighbours.isJudged(exact)) {
                rarestFirst.add(new Word(i, exact, words.frequency(exact)));
            }
        }
        rarestFirst.sort(Comparator.comparingInt(Word::posts).thenComparing(Word::place));
        return rarestFirst;
    }

    private List<Neighbour> neighbours(Word word, List<Typed> typed) throws IOException {
        Token token = words.tokens(typed.get(word.place()).text()).get(0);
        return neighbours.of(word.exact(), 1, Math.max(1, word.posts())).stream()
                .filter(near -> !texts(typed).contains(near.word()))
                .filter(near -> !words.tokens(near.word()).get(0).stem().equals(token.stem())
                        && !words.tokens(near.word()).get(0).stopWord())
                .limit(MOST_OF_ONE).toList();
    }

    private Optional<Scored> scored(Word word, Neighbour neighbour, List<Typed> typed) throws IOException {
        List<Typed> meant = new ArrayList<>(typed);
        meant.set(word.place(), new Typed(neighbour.word(), false, true));
        if (!words.inOneHeadline(texts(meant))) {
            return Optional.empty();
        }
        double likely = Math.log(neighbour.posts() / (1.0 + word.posts()))
                - Neighbours.EDIT * SlipCost.of(word.exact(), neighbour.word());
        return Optional.of(new Scored(new Slip(word.place(), neighbour.word()), likely));
    }
}
