package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.query.Note;
import broadsheet.query.QueryNode;
import broadsheet.search.suggest.Neighbours.Neighbour;
import broadsheet.words.Familiarity;
import broadsheet.words.SpellingVariants;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what takes the place of a word that no post has: the neighbour that was likely meant, with a note. Where the word
 * is no likely slip (a word of a list, a name, letters in capitals, a short word), it stays and the neighbour is an offer.
 * For one look at one query.
 */
final class WordCorrector {

    /** Different words whose neighbours are looked up; a search has little time for a long text. */
    static final int MOST_LOOKED_UP = 6;
    /** Letters of the shortest word that is replaced, or for which another is offered. */
    private static final int SHORTEST = 4;
    /** Letters of the shortest word that is replaced by one in which two letters differ. */
    private static final int SHORTEST_OF_TWO = 7;
    /** Taken off the cost of a slip in a word with a capital, which is a name more often. */
    private static final double DOUBT_OF_NAMES = 0.15;
    /** The most that a slip costs for which a word is offered: one letter, be it the first. */
    private static final double MOST_COST_OF_OFFER = 1.4;

    private final Vocabulary words;
    private final Neighbours neighbours;
    private final PlainWords plain;
    private final List<String> company;
    private final List<Note> notes = new ArrayList<>();
    private final Map<String, String> offers = new HashMap<>();
    private final Set<String> lookedUp = new HashSet<>();

    /** @param company other words of the query, by which neighbours are judged */
    WordCorrector(Vocabulary words, Neighbours neighbours, List<String> company) {
        this.words = words;
        this.neighbours = neighbours;
        this.plain = new PlainWords(words);
        this.company = company;
    }

    /** One note for each word that was replaced. */
    List<Note> notes() {
        return List.copyOf(notes);
    }

    /** By each word as typed that stays and that no post has: what it may have been meant to be. */
    Map<String, String> offers() {
        return Map.copyOf(offers);
    }

    /** The word, or the words in its place. */
    List<QueryNode> corrected(QueryNode.Word word) throws IOException {
        if (words.isNamed(word.text()) || QueryNode.Field.isName(word.text())) {
            return List.of(word);
        }
        Optional<String> apostrophe = Contractions.other(word.text());
        if (apostrophe.isPresent() && !word.acronym()) {
            return List.of(new QueryNode.Word(word.text(), false, List.of(apostrophe.get())));
        }
        if (words.lacksWritten(word.text())) {
            return List.of(withoutSigns(word));
        }
        if (isCompound(word)) {
            return List.of(compound(word));
        }
        if (!plain.isLetters(word) || !Neighbours.isJudged(plain.exact(word))) {
            return List.of(word);
        }
        String exact = plain.exact(word);
        if (words.occurs(word.text())) {
            return word.acronym() || isReal(word.text()) ? List.of(word) : List.of(meant(word));
        }
        return mayLookUp(exact) ? absent(word, exact) : List.of(word);
    }

    /** A word of letters that no post has. */
    private List<QueryNode> absent(QueryNode.Word word, String exact) throws IOException {
        if (isReal(word.text()) || exact.length() < SHORTEST) {
            Optional<String> other = otherSpelling(exact);
            if (other.isPresent()) {
                return List.of(new QueryNode.Word(word.text(), word.acronym(), List.of(other.get())));
            }
            offer(word, exact);
            return List.of(word);
        }
        int edits = exact.length() < SHORTEST_OF_TWO || doubt(word) > 0 ? 1 : 2;
        Optional<Neighbour> best = neighbours.best(exact, company, edits)
                .filter(near -> Neighbours.isSlip(exact, near, doubt(word)));
        boolean maySplit = edits > 1 && (best.isEmpty() || best.get().cost() > 1.5);
        List<String> apart = maySplit ? neighbours.apart(exact) : List.of();
        List<String> instead = apart.isEmpty() ? best.stream().map(Neighbour::word).toList() : apart;
        if (instead.isEmpty()) {
            offer(word, exact);
            return List.of(word);
        }
        note(word.text(), String.join(" ", instead));
        return instead.stream().<QueryNode>map(text -> new QueryNode.Word(text, false)).toList();
    }

    /**
     * Whether a word is spelt rightly whatever the archive has: a word of its languages, a name, {@code omans} for Oman's,
     * letters in capitals.
     */
    private boolean isReal(String word) {
        boolean possessive = word.endsWith("s")
                && words.familiarity(word.substring(0, word.length() - 1)) == Familiarity.NAME;
        return possessive || words.familiarity(word) != Familiarity.UNKNOWN
                || word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(word.toLowerCase(Locale.ROOT));
    }

    private static double doubt(QueryNode.Word word) {
        return Character.isUpperCase(word.text().codePointAt(0)) ? DOUBT_OF_NAMES : 0;
    }

    /** {@code harbour}, which is searched, too, for {@code harbor} where no post has that. */
    private Optional<String> otherSpelling(String exact) throws IOException {
        for (String other : SpellingVariants.of(exact)) {
            if (words.occurs(other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /** A word of the lists is meant as it is unless a slip is likely; of a name nobody can tell. */
    private void offer(QueryNode.Word word, String exact) throws IOException {
        if (exact.length() < SHORTEST) {
            return;
        }
        boolean isWord = words.familiarity(word.text()) == Familiarity.WORD;
        Optional<String> near = neighbours.best(exact, company, 1)
                .filter(best -> isWord ? Neighbours.isSlip(exact, best, 0) : best.cost() <= MOST_COST_OF_OFFER)
                .map(Neighbour::word);
        if (near.isEmpty()) {
            near = Optional.of(String.join(" ", neighbours.apart(exact))).filter(parts -> !parts.isEmpty());
        }
        near.ifPresent(meant -> offers.put(word.text(), meant));
    }

    /**
     * {@code government} for {@code goverment}, which has the stem of {@code governess}: a word that no post has, and that
     * is found by its stem alone. Where the lists know all forms of the language's words it is a slip as any other; else
     * it may be a form, and is replaced only by a word that more posts have and that is no form of the same word.
     */
    private QueryNode.Word meant(QueryNode.Word word) throws IOException {
        String exact = plain.exact(word);
        int byStem = words.postsByStem(word.text());
        boolean formsKnown = words.knowsForms();
        if (byStem == 0 || exact.length() < SHORTEST || !formsKnown && words.hasOtherEnding(word.text())
                || !mayLookUp(exact)) {
            return word;
        }
        Optional<String> meant = neighbours.best(exact, company, 1)
                .filter(near -> Neighbours.isSlip(exact, near, doubt(word)))
                .filter(near -> words.shareStem(word.text(), near.word()) ? formsKnown : near.posts() >= byStem)
                .map(Neighbour::word);
        meant.ifPresent(near -> note(word.text(), near));
        return meant.map(near -> new QueryNode.Word(near, false)).orElse(word);
    }

    private boolean mayLookUp(String exact) {
        return lookedUp.contains(exact) || lookedUp.size() < MOST_LOOKED_UP && lookedUp.add(exact);
    }

    /** {@code C} for {@code C++}, where no post has that. */
    private QueryNode withoutSigns(QueryNode.Word word) {
        List<String> rest = words.tokens(word.text()).stream()
                .map(token -> word.text().substring(token.start(), token.end())).toList();
        if (rest.isEmpty()) {
            return word;
        }
        String text = String.join(" ", rest);
        note(word.text(), text);
        return rest.size() == 1 ? new QueryNode.Word(text, false) : new QueryNode.Phrase(text, 0);
    }

    /** {@code third-qurater} with the one part that occurs nowhere replaced. */
    private QueryNode.Word compound(QueryNode.Word word) throws IOException {
        StringBuilder corrected = new StringBuilder(word.text());
        List<Token> tokens = words.tokens(word.text());
        for (int i = tokens.size() - 1; i >= 0; i--) {
            Token token = tokens.get(i);
            String exact = token.exact().utf8ToString();
            if (exact.length() >= SHORTEST && Neighbours.isJudged(exact) && !isReal(token.word())
                    && !words.occurs(token.word()) && mayLookUp(exact)) {
                neighbours.best(exact, company, 1).filter(near -> Neighbours.isSlip(exact, near, 0))
                        .ifPresent(near -> corrected.replace(token.start(), token.end(), near.word()));
            }
        }
        if (!corrected.toString().equals(word.text())) {
            note(word.text(), corrected.toString());
        }
        return new QueryNode.Word(corrected.toString(), word.acronym());
    }

    /** Words of letters joined by hyphens. */
    private boolean isCompound(QueryNode.Word word) {
        return word.text().indexOf('-') > 0 && words.tokens(word.text()).size() > 1
                && word.text().codePoints().allMatch(c -> Character.isLetter(c) || c == '-');
    }

    /** Says that other words are shown for those that no post has. */
    void note(String typed, String shown) {
        notes.add(new Note("corrected", "No post has \"" + typed + "\". Showing \"" + shown
                + "\". Quotation marks keep a word as it was typed."));
    }
}
