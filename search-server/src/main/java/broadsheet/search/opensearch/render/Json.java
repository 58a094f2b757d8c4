package broadsheet.search.opensearch.render;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.GivenTokens;
import broadsheet.opensearch.Cluster;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The forms that many rules have in common. */
final class Json {

    private static final Set<String> VALUES = Set.of(PostFields.ID, PostFields.URL, PostSchema.FORMER_URL,
            PostSchema.ANALYSIS);

    private Json() {}

    static ObjectNode object() {
        return Cluster.JSON.createObjectNode();
    }

    /** A clause of a kind; a boost of 1 is not written. */
    static ObjectNode clause(String kind, ObjectNode body, float boost) {
        if (boost != 1) {
            body.put("boost", boost);
        }
        ObjectNode clause = object();
        clause.set(kind, body);
        return clause;
    }

    /** A clause about one field. */
    static ObjectNode clause(String kind, String field, ObjectNode body, float boost) {
        ObjectNode clause = clause(kind, body, boost);
        ObjectNode named = object();
        named.set(field, clause.get(kind));
        clause.set(kind, named);
        return clause;
    }

    /** A clause that finds nothing. */
    static ObjectNode none() {
        return clause("match_none", object(), 1);
    }

    static boolean isNone(ObjectNode clause) {
        return clause.has("match_none");
    }

    static ArrayNode array(List<ObjectNode> from) {
        ArrayNode array = Cluster.JSON.createArrayNode();
        from.forEach(array::add);
        return array;
    }

    /** Whether a field holds tokens that the builder found, in which some characters are written otherwise. */
    static boolean isOfTokens(String field) {
        return PostSchema.isText(field) || PostSchema.isHead(field) || PostSchema.isWords(field)
                || field.equals(ClusterSchema.NAMES);
    }

    /** Whether a field holds whole values that may be asked for. */
    static boolean isOfValues(String field) {
        return PostSchema.isKeys(field) || VALUES.contains(field);
    }

    static String term(Term term) {
        return term(term.field(), term.bytes());
    }

    /** A term as it stands in the cluster's index. */
    static String term(String field, BytesRef bytes) {
        String text = bytes.utf8ToString();
        return isOfTokens(field) ? GivenTokens.escaped(text) : text;
    }
}
