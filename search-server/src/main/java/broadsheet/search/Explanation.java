package broadsheet.search;

import java.util.List;

/**
 * Why a hit stands where it does.
 *
 * @param tier which of the query's words the post has, as posts with all of them come first
 * @param shares what its score is made of, the largest first; they add up to {@link Hit#score()}. Empty where hits are
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
     * @param part where in the post; {@link Part#POST} for what concerns the whole
     * @param words which words, phrases or patterns of the query, as typed
     * @param found what stands there, where that is not the typed words alone: the owner's synonyms, the words that a
     *     pattern stands for
     * @param times how often they stand there; 0 where that makes no sense
     * @param score how much it adds
     */
    public record Share(Cause cause, Part part, List<String> words, List<String> found, int times, double score) {
        public Share {
            words = List.copyOf(words);
            found = List.copyOf(found);
        }
    }

    /** What adds to a score. */
    public enum Cause {
        /** A word in any form. */
        WORD,
        /** Words in their very forms, in their order. */
        PHRASE,
        /** A pattern, or a word with letters amiss. */
        PATTERN,
        /** Two neighbouring words of the query near each other. */
        NEARNESS,
        /** A headline with all the words. */
        HEADLINE,
        /** A word in capitals, as typed. */
        CAPITALS,
        /** A word with the accents that were typed. */
        ACCENTS,
        /** How new the post is. */
        RECENCY,
        /** A condition that weighs the same for every post. */
        CONDITION
    }

    /** Where something stands in a post. */
    public enum Part {
        TITLE,
        TEXT,
        POST
    }
}
