package broadsheet.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What posts are narrowed to: OR within one name, AND across names.
 *
 * @param include values by name, one of which a post must have
 * @param exclude values by name, none of which a post may have
 * @param from the first day, in UTC
 * @param to the last day, in UTC, included
 */
public record Filters(Map<Name, List<String>> include, Map<Name, List<String>> exclude, Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** No narrowing. */
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Filters {
        include = Map.copyOf(include);
        exclude = Map.copyOf(exclude);
    }

    /** What can be filtered by; values are compared without regard to case. */
    public enum Name {
        CATEGORY,
        AUTHOR,
        TAG,
        LANG
    }
}
