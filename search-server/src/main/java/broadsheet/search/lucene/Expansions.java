package broadsheet.search.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;

/**
 * What the patterns of one search stand for. Each is looked up once, though it matches, scores and marks: the automaton
 * of a word with two letters different takes some megabytes to build.
 */
final class Expansions {

    private final IndexReader reader;
    private final Map<String, TermExpansion> known = new HashMap<>();

    Expansions(IndexReader reader) {
        this.reader = reader;
    }

    private interface LookUp {
        TermExpansion expansion() throws IOException;
    }

    private TermExpansion once(String key, LookUp lookUp) throws IOException {
        TermExpansion expansion = known.get(key);
        if (expansion == null) {
            expansion = lookUp.expansion();
            known.put(key, expansion);
        }
        return expansion;
    }

    /** Terms that begin so. */
    TermExpansion ofPrefix(String field, String start) throws IOException {
        return once(field + " " + start + "*", () -> TermExpansion.ofPrefix(reader, field, start));
    }

    /** @param pattern with ? for one character and * for any number */
    TermExpansion ofPattern(String field, String pattern) throws IOException {
        return once(field + " " + pattern, () -> TermExpansion.ofPattern(reader, field, pattern));
    }

    /** @param edits how many letters may differ, 1 or 2 */
    TermExpansion ofFuzzy(String field, String word, int edits) throws IOException {
        return once(field + " " + word + "~" + edits, () -> TermExpansion.ofFuzzy(reader, field, word, edits));
    }
}
