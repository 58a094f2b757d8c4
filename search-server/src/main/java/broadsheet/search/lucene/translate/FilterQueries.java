package broadsheet.search.lucene.translate;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.Filters;
import java.time.ZoneId;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** A request's filters as clauses of a query. */
public final class FilterQueries {

    private FilterQueries() {}

    /** @param zone where the days of the site begin and end */
    public static void add(BooleanQuery.Builder clauses, Filters filters, ZoneId zone) {
        filters.include().forEach((name, values) -> {
            if (!values.isEmpty()) {
                clauses.add(oneOf(name, values), Occur.FILTER);
            }
        });
        filters.exclude().forEach((name, values) -> {
            if (!values.isEmpty()) {
                clauses.add(oneOf(name, values), Occur.MUST_NOT);
            }
        });
        if (filters.from().isPresent() || filters.to().isPresent()) {
            clauses.add(DateQueries.between(filters.from(), filters.to(), zone), Occur.FILTER);
        }
    }

    private static Query oneOf(Filters.Name name, List<String> values) {
        String field = switch (name) {
            case AUTHOR -> PostFields.AUTHOR;
            case CATEGORY -> PostFields.CATEGORY;
            case TAG -> PostFields.TAG;
            case LANG -> PostFields.LANG;
        };
        return new TermInSetQuery(PostSchema.keys(field),
                values.stream().map(value -> new BytesRef(PostSchema.key(value))).toList());
    }
}
