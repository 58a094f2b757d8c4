package broadsheet.search.suggest;

import broadsheet.analysis.TextAnalysis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words of an archive that a misspelt word may have been meant to be. */
final class Neighbours {

    /** Below this, a word has neighbours everywhere. */
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    /** Of the nearest words only the first 50 are scored. */
    private static final int NEIGHBOURS = 50;
    /** Weight of one edit against the natural logarithm of a word's posts; found on made-up and real misspellings. */
    static final double EDIT = 8;
    /** Only the 8 likeliest neighbours are looked up together with the query's other words; each look-up is a search. */
    private static final int IN_COMPANY = 8;
    /** Weight of ln(1 + posts that have the neighbour and the query's other words): ten times as many posts add 0.92. */
    private static final double COMPANY = 0.4;
    /** Added if there is one such post. */
    private static final double AT_ALL = 3;
    /** Added if one such post has all of them in its headline. */
    private static final double IN_HEADLINE = 4;
    /**
     * How much a slip may cost in a word of no list: in short words only the likeliest slips are believed, in long words
     * each, since long words have no neighbours by chance; and a frequent word is mistyped more often. Of names of three
     * corpora that a fourth lacks, and are in no list either, this takes one in six for a slip, of slips 96 in 100.
     */
    private static final double MOST_COST = 0.05;
    private static final double COST_OF_LETTER = 0.15;
    private static final double COST_OF_POSTS = 0.07;
    /** Letters above that number add nothing. */
    private static final int MOST_LETTERS = 12;
    /** Added where a headline has the word together with the query's others. */
    private static final double COST_IN_HEADLINE = 0.3;

    private final Vocabulary words;

    Neighbours(Vocabulary words) {
        this.words = words;
    }

    /**
     * A word of the archive that is near another.
     *
     * @param cost what the slip costs, 0.5 to 2 or so
     * @param likely higher is likelier
     * @param inHeadline whether some headline has it together with the query's other words
     */
    record Neighbour(String word, int posts, double cost, double likely, boolean inHeadline) {
        private static final Comparator<Neighbour> LIKELIEST = Comparator.comparingDouble(Neighbour::likely).reversed()
                .thenComparing(Neighbour::word);
    }

    /** Whether a word is one whose spelling can be judged: letters alone, of a script with letters. */
    static boolean isJudged(String word) {
        if (word.length() < SHORTEST || word.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < word.length();) {
            int c = word.codePointAt(i);
            if (!Character.isLetter(c) || TextAnalysis.isCjk(c)) {
                return false;
            }
            i += Character.charCount(c);
        }
        return true;
    }

    /**
     * Neighbours, the likeliest first: frequent words and likely slips. A word with two slips keeps its first letter.
     *
     * @param edits how many letters may be amiss, 1 or 2
     * @param leastPosts words of fewer posts are left out
     */
    List<Neighbour> of(String exact, int edits, int leastPosts) throws IOException {
        List<Neighbour> found = new ArrayList<>();
        int looked = 0;
        for (Vocabulary.Near near : words.near(exact, edits, leastPosts)) {
            if (looked == NEIGHBOURS) {
                break;
            }
            String word = near.word();
            if (near.edits() > 1 && word.codePointAt(0) != exact.codePointAt(0)) {
                continue;
            }
            looked++;
            int posts = isJudged(word) ? words.frequency(near) : 0;
            if (posts > 0 && !word.equals(exact)) {
                double cost = SlipCost.of(exact, word);
                found.add(new Neighbour(word, posts, cost, Math.log(posts) - EDIT * cost, false));
            }
        }
        found.sort(Neighbour.LIKELIEST);
        return found;
    }

    /**
     * The likeliest word in the place of one that no post has, given the query's other words; never a stop word.
     *
     * @param edits how many letters may be amiss, 1 or 2
     */
    Optional<Neighbour> best(String exact, List<String> company, int edits) throws IOException {
        List<Neighbour> found = of(exact, edits, 1).stream().filter(near -> !isStopWord(near.word())).toList();
        if (company.isEmpty()) {
            return found.stream().findFirst();
        }
        List<Neighbour> inCompany = new ArrayList<>();
        for (Neighbour neighbour : found.subList(0, Math.min(IN_COMPANY, found.size()))) {
            if (company.contains(neighbour.word())) {
                continue;
            }
            List<String> all = new ArrayList<>(company);
            all.add(neighbour.word());
            int together = words.together(all);
            boolean inHeadline = together > 0 && words.inOneHeadline(all);
            inCompany.add(new Neighbour(neighbour.word(), neighbour.posts(), neighbour.cost(),
                    neighbour.likely() + COMPANY * Math.log(1 + together) + (together > 0 ? AT_ALL : 0)
                            + (inHeadline ? IN_HEADLINE : 0),
                    inHeadline));
        }
        inCompany.sort(Neighbour.LIKELIEST);
        return (inCompany.isEmpty() ? found : inCompany).stream().findFirst();
    }

    /**
     * Whether a word that is in no list and in no post is likelier a slip for its neighbour than a word that the archive
     * lacks.
     *
     * @param doubt what is taken off the cost that a slip may have, 0 for a word with nothing special
     */
    static boolean isSlip(String exact, Neighbour near, double doubt) {
        return near.cost() <= MOST_COST + COST_OF_LETTER * Math.min(exact.length(), MOST_LETTERS)
                + COST_OF_POSTS * Math.log(near.posts()) + (near.inHeadline() ? COST_IN_HEADLINE : 0) - doubt;
    }

    private boolean isStopWord(String word) {
        return words.tokens(word).stream().allMatch(TextAnalysis.Token::stopWord);
    }

    /**
     * Two words that were typed as one: {@code sea}, {@code wall} for {@code seawall}; empty where no post has two such
     * words one behind the other.
     */
    List<String> apart(String exact) throws IOException {
        List<String> best = List.of();
        int most = 0;
        for (List<String> pair : words.apart(exact)) {
            int posts = pair.stream().allMatch(Neighbours::isPart) ? words.inARow(pair) : 0;
            if (posts > most) {
                most = posts;
                best = pair;
            }
        }
        return best;
    }

    private static boolean isPart(String word) {
        return word.length() > 1 && word.codePoints().allMatch(Character::isLetter);
    }

    /** One word that was typed as two: {@code government} for {@code govern}, {@code ment}. */
    Optional<String> together(String left, String right) throws IOException {
        return words.joined(left, right);
    }
}
