package broadsheet.search.opensearch.render;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Queries that stand for many terms of a field: sets of values, and what Lucene's own syntax has. */
final class TermsJson {

    private TermsJson() {}

    static ObjectNode of(MultiTermQuery query, float boost) throws IOException {
        return switch (query) {
            case TermInSetQuery set -> set(set, boost);
            case FuzzyQuery fuzzy -> value("fuzzy", fuzzy.getTerm(), Json.object()
                    .put("fuzziness", fuzzy.getMaxEdits()).put("prefix_length", fuzzy.getPrefixLength())
                    .put("transpositions", fuzzy.getTranspositions()), boost);
            case WildcardQuery wildcard -> value("wildcard", wildcard.getTerm(), Json.object(), boost);
            case PrefixQuery prefix -> value("prefix", prefix.getPrefix(), Json.object(), boost);
            case TermRangeQuery range -> range(range, boost);
            default -> throw new IllegalArgumentException("no rule for " + query.getClass());
        };
    }

    /** Any of some terms, all with one score. */
    static ObjectNode any(String field, List<BytesRef> terms, float boost) {
        ObjectNode body = Json.object();
        ArrayNode values = body.putArray(field);
        terms.forEach(term -> values.add(Json.term(field, term)));
        return Json.clause("terms", body, boost);
    }

    private static ObjectNode set(TermInSetQuery set, float boost) throws IOException {
        ObjectNode body = Json.object();
        ArrayNode values = body.putArray(set.getField());
        BytesRefIterator terms = set.getBytesRefIterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            values.add(Json.term(set.getField(), term));
        }
        return Json.clause("terms", body, boost);
    }

    private static ObjectNode value(String kind, Term term, ObjectNode body, float boost) {
        return Json.clause(kind, term.field(), body.put("value", Json.term(term)), boost);
    }

    private static ObjectNode range(TermRangeQuery range, float boost) {
        ObjectNode body = Json.object();
        if (range.getLowerTerm() != null) {
            body.put(range.includesLower() ? "gte" : "gt", Json.term(range.getField(), range.getLowerTerm()));
        }
        if (range.getUpperTerm() != null) {
            body.put(range.includesUpper() ? "lte" : "lt", Json.term(range.getField(), range.getUpperTerm()));
        }
        return Json.clause("range", range.getField(), body, boost);
    }
}
