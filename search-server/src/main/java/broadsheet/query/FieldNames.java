package broadsheet.query;

import java.util.Locale;
import java.util.Optional;

/** The names that a field answers to, and the one that a reading shows. */
final class FieldNames {

    private FieldNames() {}

    /** The field of a name, by its first name or another one, in capitals or not. */
    static Optional<QueryNode.Field> of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "title", "headline" -> Optional.of(QueryNode.Field.TITLE);
            case "author", "by" -> Optional.of(QueryNode.Field.AUTHOR);
            case "category", "section" -> Optional.of(QueryNode.Field.CATEGORY);
            case "tag" -> Optional.of(QueryNode.Field.TAG);
            case "lead" -> Optional.of(QueryNode.Field.LEAD);
            case "body" -> Optional.of(QueryNode.Field.BODY);
            case "lang" -> Optional.of(QueryNode.Field.LANG);
            default -> Optional.empty();
        };
    }

    /** {@code title} for {@link QueryNode.Field#TITLE}. */
    static String shown(QueryNode.Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
