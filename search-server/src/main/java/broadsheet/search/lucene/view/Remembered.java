package broadsheet.search.lucene.view;

/**
 * What was found out about single words, for as long as a generation is open: people ask for the same words again and
 * again. For many threads.
 *
 * @param <V> what is known of a word; not to be changed
 */
public final class Remembered<V> {

    /** Characters of the longest word that is kept; a text with spaces is no word, and never kept. */
    private static final int LONGEST = 40;

    private final Recent<String, V> words;

    /** @param most words; twice as many are kept for a while */
    public Remembered(int most) {
        this.words = new Recent<>(most);
    }

    /** What is known of a word. */
    public <E extends Exception> V of(String word, Recent.Finding<V, E> finding) throws E {
        boolean isWord = word.length() <= LONGEST && word.indexOf(' ') < 0;
        return isWord ? words.of(word, finding) : finding.found();
    }

    /** How many words are known. */
    int size() {
        return words.size();
    }
}
