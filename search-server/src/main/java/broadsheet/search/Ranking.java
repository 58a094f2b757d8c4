package broadsheet.search;

import java.time.Duration;

/**
 * The numbers by which hits are ranked; all of them work at query time, so that changing one needs no new index.
 *
 * @param title what a word in the headline adds, as a share of its score there
 * @param headline what a headline with all the words of the query adds in addition, as a share of its score
 * @param pair what two neighbouring words of the query add when they stand near each other, as a share of their score
 * @param pairSlop how far apart such words may stand, in moves of words as Lucene's sloppy phrases count them
 * @param pairsUpTo the most words that a query may have for its pairs to count; the fewest are two
 * @param recency what a post of this very moment adds
 * @param recencyPivot the age at which a post gets half of that
 * @param acronym what capitals add for a word typed in capitals, as a share of their score
 * @param accents what the same accents add for a word typed with accents, as a share of their score
 * @param synonym what a synonym counts where the typed word counts 1; a little less, so that of two posts that are
 *     equal otherwise the one with the typed word comes first
 */
public record Ranking(float title, float headline, float pair, int pairSlop, int pairsUpTo, float recency,
        Duration recencyPivot,
        float acronym, float accents, float synonym) {

    /** Measured on Cranfield, CISI, AG News and BBC News; see the bench profile. */
    public static final Ranking DEFAULT = new Ranking(0.3f, 1f, 0.2f, 8, 4, 2f, Duration.ofDays(365), 1f, 0.3f,
            0.8f);

    /** When another spelling of a name is offered. */
    public static final Names NAMES = new Names(0.22, 0.2, 30, 2, 4, 6, 4);

    /**
     * When a word of the archive counts as another spelling of a name; found by reading what is offered for names of AG
     * News and Reuters.
     *
     * @param likeness how alike the names around both must be, 0 to 1 (a cosine)
     * @param together the largest share of the rarer word's posts that may have the other word too; a post about two
     *     people has both names
     * @param samples number of posts that are read for each word
     * @param fewest number of posts that each word must be in
     * @param shortest number of letters that each word must have
     * @param words the most words in a query; a longer one asks for a text, not for a name
     * @param most number of spellings that are offered
     */
    public record Names(double likeness, double together, int samples, int fewest, int shortest, int words, int most) {}
}
