package broadsheet.search.opensearch.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import tools.jackson.databind.node.ObjectNode;

/** Terms of one field at their positions as a text that the node cuts as it cut the post's: {@code us|US _ said}. */
final class Rows {

    private static final String OTHER = "|";
    private static final String HOLE = "_";

    private final List<String> positions = new ArrayList<>();
    private String field = "";

    /** Any of some terms, at least one, behind so many free positions. */
    Rows add(int gap, List<Term> terms) {
        for (int i = 0; i < gap; i++) {
            positions.add(HOLE);
        }
        field = terms.get(0).field();
        positions.add(String.join(OTHER, terms.stream().map(Json::term).toList()));
        return this;
    }

    /** Any of some terms at one position; perhaps none. */
    static Rows any(List<Term> terms) {
        return terms.isEmpty() ? new Rows() : new Rows().add(0, terms);
    }

    String text() {
        return String.join(" ", positions);
    }

    /** The row as a rule of a clause about a field; empty where there are no terms. */
    Optional<ObjectNode> rule(String about) {
        return positions.isEmpty() ? Optional.empty() : Optional.of(RuleJson.match(text(), about, field));
    }
}
