package broadsheet.search.lucene.view;

import broadsheet.search.lucene.match.TermExpansion;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;

/** Patterns over any Lucene index: what they stand for there. */
public final class Patterns {

    private Patterns() {}

    /** @param pattern with ? for one character and * for any number */
    public static TermExpansion wildcard(IndexReader reader, String field, String pattern) throws IOException {
        return TermExpansion.ofPattern(field, Dictionary.of(reader, field), pattern);
    }

    public static TermExpansion prefix(IndexReader reader, String field, String prefix) throws IOException {
        return TermExpansion.ofPrefix(field, Dictionary.of(reader, field), prefix);
    }

    public static TermExpansion fuzzy(IndexReader reader, String field, String word, int edits) throws IOException {
        return TermExpansion.ofFuzzy(field, Dictionary.of(reader, field), word, edits);
    }
}
