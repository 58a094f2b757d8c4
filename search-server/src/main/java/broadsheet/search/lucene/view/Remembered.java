package broadsheet.search.lucene.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out about single words, for as long as a generation is open: people ask for the same words again and
 * again. When it is full, the words are forgotten that nobody has asked for since it was full before. For many threads.
 *
 * @param <V> what is known of a word; not to be changed
 */
public final class Remembered<V> {

    /** Characters of the longest word that is kept; a text with spaces is no word, and never kept. */
    private static final int LONGEST = 40;

    private final int most;
    private volatile Map<String, V> recent = new ConcurrentHashMap<>();
    private volatile Map<String, V> before = Map.of();

    /** @param most words; twice as many are kept for a while */
    public Remembered(int most) {
        this.most = most;
    }

    /** Finds out what is not known yet. */
    @FunctionalInterface
    public interface Finding<V, E extends Exception> {
        V found() throws E;
    }

    /** What is known of a word. */
    public <E extends Exception> V of(String word, Finding<V, E> finding) throws E {
        V known = recent.get(word);
        if (known != null) {
            return known;
        }
        if (word.length() > LONGEST || word.indexOf(' ') >= 0) {
            return finding.found();
        }
        V older = before.get(word);
        V found = older == null ? finding.found() : older;
        keep(word, found);
        return found;
    }

    private void keep(String word, V found) {
        if (recent.size() >= most) {
            turn();
        }
        recent.put(word, found);
    }

    private synchronized void turn() {
        if (recent.size() >= most) {
            before = recent;
            recent = new ConcurrentHashMap<>();
        }
    }

    /** How many words are known. */
    int size() {
        return recent.size() + before.size();
    }
}
