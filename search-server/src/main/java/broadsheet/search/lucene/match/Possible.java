package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Whether an index can have a match of a query at all, told by its terms alone: much quicker than asking. */
public final class Possible {

    private final IndexReader reader;

    public Possible(IndexReader reader) {
        this.reader = reader;
    }

    /** Those of some queries, by what they are called, that can match. */
    Map<String, Query> of(Map<String, Query> queries) throws IOException {
        Map<String, Query> possible = new LinkedHashMap<>();
        for (Map.Entry<String, Query> query : queries.entrySet()) {
            if (matches(query.getValue())) {
                possible.put(query.getKey(), query.getValue());
            }
        }
        return possible;
    }

    /** False where no post can match; true is no promise. */
    public boolean matches(Query query) throws IOException {
        return switch (query) {
            case TermQuery term -> occurs(term.getTerm());
            case BoostQuery boost -> matches(boost.getQuery());
            case PhraseQuery phrase -> occur(List.of(phrase.getTerms()));
            case BooleanQuery bool -> matchesAny(bool);
            case MatchNoDocsQuery nothing -> false;
            default -> true;
        };
    }

    private boolean matchesAny(BooleanQuery query) throws IOException {
        boolean decided = false;
        boolean any = false;
        for (BooleanClause clause : query.clauses()) {
            if (clause.isRequired() && !matches(clause.query())) {
                return false;
            }
            decided |= clause.isRequired();
            any |= clause.occur() == Occur.SHOULD && matches(clause.query());
        }
        return any || decided && query.getMinimumNumberShouldMatch() == 0;
    }

    private boolean occur(List<Term> terms) throws IOException {
        for (Term term : terms) {
            if (!occurs(term)) {
                return false;
            }
        }
        return true;
    }

    private boolean occurs(Term term) throws IOException {
        return reader.docFreq(term) > 0;
    }
}
