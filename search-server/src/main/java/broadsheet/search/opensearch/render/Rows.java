package broadsheet.search.opensearch.render;

import java.util.ArrayList;
import java.util.List;

/** Terms at their positions as a text that the node cuts as it cut the post's: {@code us|US _ said}. */
final class Rows {

    private static final String OTHER = "|";
    private static final String HOLE = "_";

    private final List<String> positions = new ArrayList<>();

    /** Any of some terms, behind so many free positions. */
    Rows add(int gap, List<String> terms) {
        for (int i = 0; i < gap; i++) {
            positions.add(HOLE);
        }
        positions.add(String.join(OTHER, terms));
        return this;
    }

    /** Any of some terms at one position. */
    static String any(List<String> terms) {
        return String.join(OTHER, terms);
    }

    String text() {
        return String.join(" ", positions);
    }
}
