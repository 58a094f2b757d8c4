package broadsheet.search;

import java.util.List;

/**
 * The reasons for a hit's place among the others.
 *
 * @param tier whether the post has all of the query's words; posts with all of them come first
 * @param shares the parts of its score, the largest first; they add up to {@link Hit#score()}. Empty where hits are
 *     ordered by date
 */
public record Explanation(Tier tier, List<Share> shares) {

    public Explanation {
        shares = List.copyOf(shares);
    }

    /** Which of the query's words a post has. */
    public enum Tier {
        ALL_WORDS,
        SOME_WORDS
    }

    /**
     * One thing that adds to a score.
     *
     * @param part the part of the post; {@link Part#POST} for the whole
     * @param words the query's words, phrases or patterns, as typed
     * @param found the post's own words where they are others than the typed ones: the owner's synonyms, the words that
     *     fit a pattern
     * @param times how often they stand there; 0 where that makes no sense
     * @param score the number that it adds
     */
    public record Share(Cause cause, Part part, List<String> words, List<String> found, int times, double score) {
        public Share {
            words = List.copyOf(words);
            found = List.copyOf(found);
        }
    }

    /** The kinds of reasons that add to a score. */
    public enum Cause {
        /** A word in any form. */
        WORD,
        /** Words exactly as typed, in their order. */
        PHRASE,
        /** A pattern, or a word with some wrong letters. */
        PATTERN,
        /** Two neighbouring words of the query near each other. */
        NEARNESS,
        /** A headline with all the words. */
        HEADLINE,
        /** A word in capitals, as typed. */
        CAPITALS,
        /** A word with the accents that were typed. */
        ACCENTS,
        /** The age of the post. */
        RECENCY,
        /** A condition that weighs the same for every post. */
        CONDITION
    }

    /** The parts of a post. */
    public enum Part {
        TITLE,
        TEXT,
        POST
    }
}
