package broadsheet.search;

import broadsheet.post.ValueKey;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions that narrow a search: OR within one name, AND across names.
 *
 * @param include values by name, one of which a post must have
 * @param exclude values by name, none of which a post may have
 * @param from the first day, in the site's time zone
 * @param to the last day, included
 */
public record Filters(Map<Name, List<String>> include, Map<Name, List<String>> exclude, Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /** No narrowing. */
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Optional.empty(), Optional.empty());

    public Filters {
        include = Map.copyOf(include);
        exclude = Map.copyOf(exclude);
    }

    /** The same values, with other days or none. */
    public Filters withDays(Optional<LocalDate> first, Optional<LocalDate> last) {
        return new Filters(include, exclude, first, last);
    }

    /** With one more value of that name: posts need one of them. */
    public Filters including(Name name, String value) {
        Map<Name, List<String>> more = new EnumMap<>(Name.class);
        more.putAll(include);
        if (includes(name, value)) {
            return this;
        }
        more.put(name, Stream.concat(include.getOrDefault(name, List.of()).stream(), Stream.of(value)).toList());
        return new Filters(more, exclude, from, to);
    }

    /** Whether posts need one of some values of that name, and this is one of them, however it is written. */
    public boolean includes(Name name, String value) {
        String key = ValueKey.of(value);
        return include.getOrDefault(name, List.of()).stream().anyMatch(one -> ValueKey.of(one).equals(key));
    }

    /** Without that value, whether posts needed it or could not have it. */
    public Filters without(Name name, String value) {
        return new Filters(without(include, name, value), without(exclude, name, value), from, to);
    }

    private static Map<Name, List<String>> without(Map<Name, List<String>> values, Name name, String value) {
        Map<Name, List<String>> fewer = new EnumMap<>(Name.class);
        fewer.putAll(values);
        String key = ValueKey.of(value);
        List<String> rest = values.getOrDefault(name, List.of()).stream()
                .filter(one -> !ValueKey.of(one).equals(key)).toList();
        fewer.remove(name);
        if (!rest.isEmpty()) {
            fewer.put(name, rest);
        }
        return fewer;
    }

    /** The kinds of values to filter by; values with one {@link ValueKey} are the same. */
    public enum Name {
        CATEGORY,
        AUTHOR,
        TAG,
        LANG
    }
}
