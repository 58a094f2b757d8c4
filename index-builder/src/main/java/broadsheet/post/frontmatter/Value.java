package broadsheet.post.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value of front matter or of a site's settings, as its author wrote it: {@code title: 2010} stays the text
 * {@code 2010}, and {@code 012} does not become ten. YAML, TOML, JSON and header lines all become this.
 */
public sealed interface Value {

    /** 1-based line in the file; 0 when unknown. */
    int line();

    /** 1-based; 0 when unknown. */
    int column();

    /** All texts in here, in order, blank and absent ones left out; maps give the texts of their values. */
    default List<String> texts() {
        List<String> texts = new ArrayList<>();
        collect(this, texts);
        return texts;
    }

    private static void collect(Value value, List<String> into) {
        switch (value) {
            case Text text -> {
                if (!text.isNull() && !text.text().isBlank()) {
                    into.add(text.text());
                }
            }
            case Items items -> items.items().forEach(item -> collect(item, into));
            case Fields fields -> fields.entries().values().forEach(item -> collect(item, into));
        }
    }

    /**
     * One scalar.
     *
     * @param text as written, quotes and escapes resolved
     * @param plain written without quotes, so that it may mean a number, a date, a boolean or nothing
     */
    record Text(String text, boolean plain, int line, int column) implements Value {

        private static final Pattern TRUE = Pattern.compile("yes|true|on", Pattern.CASE_INSENSITIVE);
        private static final Pattern FALSE = Pattern.compile("no|false|off", Pattern.CASE_INSENSITIVE);
        private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");

        /** A key without a value. */
        public boolean isNull() {
            return plain && NULLS.contains(text);
        }

        /** A false of YAML 1.1, as Ruby's Psych reads it: {@code no}, {@code False}, {@code OFF}, never in quotes. */
        public boolean isFalse() {
            return plain && text.length() <= 5 && FALSE.matcher(text).matches();
        }

        public boolean isTrue() {
            return plain && text.length() <= 4 && TRUE.matcher(text).matches();
        }
    }

    /** A list. */
    record Items(List<Value> items, int line, int column) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** A map; the last of two equal keys has won. */
    record Fields(Map<String, Value> entries, int line, int column) implements Value {

        public static final Fields EMPTY = new Fields(Map.of(), 0, 0);

        /** The value under exactly this key, unless it is absent or written empty. */
        public Optional<Value> exact(String key) {
            return Optional.ofNullable(entries.get(key)).filter(value -> !(value instanceof Text t && t.isNull()));
        }

        /** The value under this key, or under the key in other letter case: {@code Title} for {@code title}. */
        public Optional<Value> find(String key) {
            Optional<Value> exact = exact(key);
            return exact.isPresent() ? exact : otherCase(key);
        }

        private Optional<Value> otherCase(String key) {
            for (Map.Entry<String, Value> entry : entries.entrySet()) {
                if (isSame(entry.getKey(), key) && !(entry.getValue() instanceof Text t && t.isNull())) {
                    return Optional.of(entry.getValue());
                }
            }
            return Optional.empty();
        }

        private static boolean isSame(String written, String key) {
            return written.length() == key.length()
                    ? written.equalsIgnoreCase(key)
                    : written.length() > key.length() && written.strip().equalsIgnoreCase(key);
        }

        /** The first of these keys that holds a text; empty when none does. */
        public String text(String... keys) {
            for (String key : keys) {
                if (find(key).orElse(null) instanceof Text found && !found.text().isBlank()) {
                    return found.text();
                }
            }
            return "";
        }

        /** The map under this key; an empty one when there is none. */
        public Fields fields(String key) {
            return find(key).orElse(null) instanceof Fields found ? found : EMPTY;
        }

        /** The texts under this key; a single one counts as a list of one. */
        public List<String> list(String key) {
            return find(key).map(Value::texts).orElse(List.of());
        }

        /** Whether the key holds an unquoted false. */
        public boolean isFalse(String key) {
            return find(key).orElse(null) instanceof Text found && found.isFalse();
        }

        public boolean isTrue(String key) {
            return find(key).orElse(null) instanceof Text found && found.isTrue();
        }

        /** The keys in lower case, for questions about which are there at all. */
        public boolean has(String key) {
            return entries.containsKey(key) || entries.keySet().stream()
                    .anyMatch(k -> k.strip().toLowerCase(Locale.ROOT).equals(key));
        }
    }
}
