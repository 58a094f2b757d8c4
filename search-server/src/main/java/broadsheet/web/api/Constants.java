package broadsheet.web.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The constants of an enum as addresses and answers name them: {@code RELEVANCE} is {@code relevance}. */
final class Constants {

    private Constants() {}

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** The constant of that name. */
    static <E extends Enum<E>> Optional<E> named(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (name(constant).equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** All names: {@code relevance, newest, oldest}. */
    static <E extends Enum<E>> String names(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            names.add(name(constant));
        }
        return String.join(", ", names);
    }
}
