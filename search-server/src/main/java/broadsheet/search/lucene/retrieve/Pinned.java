package broadsheet.search.lucene.retrieve;

import broadsheet.index.PostFields;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/**
 * The posts that stand first for a query, those of them that may be seen.
 *
 * @param documents their numbers by their ids, in the owner's order
 */
record Pinned(Map<String, Integer> documents) {

    /** Finds the number of a post, or -1. */
    interface Numbers {
        int of(Query post) throws IOException;
    }

    /** Scores a post. */
    interface Scores {
        double of(Query post, boolean complete) throws IOException;
    }

    static Pinned of(List<String> ids, Numbers numbers) throws IOException {
        Map<String, Integer> documents = new LinkedHashMap<>();
        for (String id : ids) {
            int document = numbers.of(post(id));
            if (document >= 0) {
                documents.put(id, document);
            }
        }
        return new Pinned(documents);
    }

    private static Query post(String id) {
        return new TermQuery(new Term(PostFields.ID, id));
    }

    /** @param complete the posts with all the words */
    List<Found> found(Scores scores, MatchSet complete) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, Integer> pin : documents.entrySet()) {
            boolean all = complete.documents().get(pin.getValue());
            found.add(new Found(pin.getValue(), scores.of(post(pin.getKey()), all), all, true));
        }
        return found;
    }

    /** A query for the posts behind them. */
    Query without(Query query) {
        if (documents.isEmpty()) {
            return query;
        }
        List<BytesRef> ids = documents.keySet().stream().map(BytesRef::new).toList();
        return new BooleanQuery.Builder().add(query, Occur.MUST)
                .add(new TermInSetQuery(PostFields.ID, ids), Occur.MUST_NOT).build();
    }

    /** Those that are in none of some sets of posts. */
    MatchSet butFor(MatchSet... others) {
        FixedBitSet bits = new FixedBitSet(1 + documents.values().stream().mapToInt(Integer::intValue).max().orElse(0));
        for (int document : documents.values()) {
            if (Arrays.stream(others).noneMatch(other -> other.documents().get(document))) {
                bits.set(document);
            }
        }
        return new MatchSet(bits, bits.cardinality());
    }
}
