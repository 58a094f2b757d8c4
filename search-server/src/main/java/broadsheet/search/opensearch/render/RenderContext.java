package broadsheet.search.opensearch.render;

import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;

/**
 * What is known of the generation that will be asked.
 *
 * @param words in how many posts a term stands and how often; in how many posts a field has words, and how many they are
 * @param phrases the same of words in a row
 */
public record RenderContext(IndexReader words, Phrases phrases) {

    /** Counts words in a row. Only those that an owner's synonyms have are asked for. */
    @FunctionalInterface
    public interface Phrases {

        /** @param field that of the terms which name no other */
        Count of(String field, List<TermAt> terms) throws IOException;
    }

    /** @param times how often, in all these posts */
    public record Count(long posts, long times) {}
}
