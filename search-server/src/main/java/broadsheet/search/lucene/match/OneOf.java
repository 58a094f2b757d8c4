package broadsheet.search.lucene.match;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;

/** Questions of which no post answers two: their posts may be looked for one question after the other. */
public final class OneOf extends Query {

    private final List<Query> questions;

    OneOf(List<Query> questions) {
        this.questions = List.copyOf(questions);
    }

    public List<Query> questions() {
        return questions;
    }

    /** The same as Lucene's own query. */
    public BooleanQuery either() {
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        questions.forEach(question -> either.add(question, Occur.SHOULD));
        return either.build();
    }

    @Override
    public Query rewrite(IndexSearcher searcher) {
        return either();
    }

    @Override
    public void visit(QueryVisitor visitor) {
        QueryVisitor within = visitor.getSubVisitor(Occur.SHOULD, this);
        questions.forEach(question -> question.visit(within));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneOf that && questions.equals(that.questions);
    }

    @Override
    public int hashCode() {
        return questions.hashCode();
    }

    @Override
    public String toString(String field) {
        return either().toString(field);
    }
}
