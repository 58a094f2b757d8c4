package broadsheet.search.lucene.view;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was found out, by what it was found out of. When it is full, that is forgotten which nobody has asked for since it
 * was full before. For many threads; two may find out the same thing at once.
 *
 * @param <V> not to be changed, or only in ways that any thread may see
 */
public final class Recent<K, V> {

    private final int most;
    private volatile Map<K, V> recent = new ConcurrentHashMap<>();
    private volatile Map<K, V> before = Map.of();

    /** @param most entries; twice as many are kept for a while */
    public Recent(int most) {
        this.most = most;
    }

    /** Finds out what is not known yet. */
    @FunctionalInterface
    public interface Finding<V, E extends Exception> {
        V found() throws E;
    }

    /** What is known, or is found out now. */
    public <E extends Exception> V of(K key, Finding<V, E> finding) throws E {
        V known = recent.get(key);
        if (known != null) {
            return known;
        }
        V older = before.get(key);
        V found = older == null ? finding.found() : older;
        if (recent.size() >= most) {
            turn();
        }
        recent.put(key, found);
        return found;
    }

    private synchronized void turn() {
        if (recent.size() >= most) {
            before = recent;
            recent = new ConcurrentHashMap<>();
        }
    }

    /** How many entries are known. */
    int size() {
        return recent.size() + before.size();
    }
}
