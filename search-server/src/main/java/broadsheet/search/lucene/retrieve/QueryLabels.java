package broadsheet.search.lucene.retrieve;

import broadsheet.analysis.WordForms;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;

/** Which typed words, phrases and patterns a term of the index stands for; for one language. */
final class QueryLabels {

    private final Map<Query, Set<String>> byQuery = new HashMap<>();
    private final Map<BytesRef, Set<String>> byTerm = new HashMap<>();

    QueryLabels(List<Piece> pieces) {
        for (Piece piece : pieces) {
            byQuery.computeIfAbsent(piece.query(), query -> new LinkedHashSet<>()).add(piece.label());
            piece.query().visit(new QueryVisitor() {
                @Override
                public void consumeTerms(Query query, Term... terms) {
                    for (Term term : terms) {
                        byTerm.computeIfAbsent(term.bytes(), bytes -> new LinkedHashSet<>()).add(piece.label());
                    }
                }
            });
        }
    }

    /** The labels of a query that scores: its own, else those that all its terms share, else those of each term. */
    List<String> of(Query query, List<Term> terms) {
        if (byQuery.containsKey(query)) {
            return List.copyOf(byQuery.get(query));
        }
        Set<String> shared = new LinkedHashSet<>(of(terms.get(0)));
        terms.forEach(term -> shared.retainAll(of(term)));
        if (!shared.isEmpty()) {
            return List.copyOf(shared);
        }
        Set<String> each = new LinkedHashSet<>();
        terms.forEach(term -> each.addAll(of(term)));
        return List.copyOf(each);
    }

    private List<String> of(Term term) {
        Set<String> labels = byTerm.get(term.bytes());
        return labels == null ? List.of(text(term)) : new ArrayList<>(labels);
    }

    /** A term as it is written in posts, without the mark of its form. */
    static String text(Term term) {
        byte[] bytes = Arrays.copyOfRange(term.bytes().bytes, term.bytes().offset,
                term.bytes().offset + term.bytes().length);
        return bytes.length > 1 && WordForms.isMarked(term.bytes())
                ? new BytesRef(bytes, 1, bytes.length - 1).utf8ToString()
                : new BytesRef(bytes).utf8ToString();
    }
}
