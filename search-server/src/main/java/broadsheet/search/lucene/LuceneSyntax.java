package broadsheet.search.lucene;

import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.search.SearchException;
import java.util.List;

/** Lucene's own standard syntax, for programs, guarded against what would be too dear to answer. */
final class LuceneSyntax {

    private LuceneSyntax() {}

    /** The reading of a text in Lucene's syntax: the text itself. */
    static ParsedQuery reading(String text) {
        return new ParsedQuery(new QueryNode.Everything(), text, List.of());
    }

    static Translation translate(String text, IndexView view, Analyses analyses) {
        throw new SearchException.BadSyntax("not yet", 0);
    }
}
