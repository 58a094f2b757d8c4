package broadsheet.words;

/** A set of words that only tells whether a word is in it. For any number of threads at once. */
interface WordSet {

    /**
     * Whether a word is in the set.
     *
     * @param word in {@linkplain PlainLetters plain letters}
     */
    boolean contains(String word);
}
