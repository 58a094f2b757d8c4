package broadsheet.search.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** The many words that a pattern stands for, as one. */
final class PatternQueries {

    /** Of a pattern's words so many are scored as one word; past it the scores hardly change. */
    private static final int SCORED = 64;

    private PatternQueries() {}

    /** One of the terms, scored as if they were one word. */
    static Query anyOf(String field, List<BytesRef> terms) {
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no such word");
        }
        SynonymQuery.Builder scored = new SynonymQuery.Builder(field);
        terms.stream().limit(SCORED).forEach(term -> scored.addTerm(new Term(field, term)));
        if (terms.size() <= SCORED) {
            return scored.build();
        }
        return new BooleanQuery.Builder().add(new TermInSetQuery(field, terms), Occur.FILTER)
                .add(scored.build(), Occur.SHOULD).build();
    }
}
