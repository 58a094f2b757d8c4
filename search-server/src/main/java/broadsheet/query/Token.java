package broadsheet.query;

/** A piece of a query, in the order typed. {@code at} is its 0-based offset in the clean text. */
sealed interface Token {

    int at();

    /** A word, phrase or pattern; {@link QueryNode.Everything} for a phrase that holds no word. */
    record Leaf(int at, QueryNode node) implements Token {}

    /** {@code date:2024}, {@code after:2024-03}. */
    record Day(int at, DateTerm term) implements Token {}

    /** {@code title:} in front of a word, phrase or bracket. */
    record Name(int at, QueryNode.Field field) implements Token {}

    /** {@code NOT}, {@code -} or {@code +} in front of a part. */
    record Prefix(int at, String text) implements Token {
        boolean excludes() {
            return !text.equals("+");
        }
    }

    /** An operator between two parts: {@code OR}, {@code &&}, {@code NEAR/5}. */
    record Joint(int at, String text, Operator operator) implements Token {}

    record Open(int at) implements Token {}

    record Close(int at) implements Token {}
}
