package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.Weight;

/**
 * The many words that a pattern stands for, scored as if they were one; where no score is asked for, their postings are
 * read once for the whole search.
 */
public final class PatternQuery extends Query {

    /** How many of a pattern's words are scored, as one word; with more of them the scores hardly change. */
    private static final int SCORED = 48;

    private final TermExpansion expansion;

    public PatternQuery(TermExpansion expansion) {
        this.expansion = expansion;
    }

    /** The words without scores. */
    public AnyTermQuery any() {
        return expansion.any();
    }

    /** The words that are scored. */
    public List<Term> terms() {
        return expansion.terms().stream().limit(SCORED).map(term -> new Term(expansion.field(), term)).toList();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return scoreMode.needsScores()
                ? searcher.createWeight(searcher.rewrite(scored()), scoreMode, boost)
                : expansion.any().createWeight(searcher, scoreMode, boost);
    }

    private Query scored() {
        SynonymQuery.Builder scored = new SynonymQuery.Builder(expansion.field());
        terms().forEach(scored::addTerm);
        if (expansion.terms().size() <= SCORED) {
            return scored.build();
        }
        return new BooleanQuery.Builder().add(expansion.any(), Occur.FILTER).add(scored.build(), Occur.SHOULD).build();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PatternQuery that
                && (expansion == that.expansion || expansion.equals(that.expansion));
    }

    @Override
    public int hashCode() {
        return expansion.any().hashCode();
    }

    @Override
    public String toString(String field) {
        return expansion.any().toString(field);
    }
}
