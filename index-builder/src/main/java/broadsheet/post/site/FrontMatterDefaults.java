package broadsheet.post.site;

import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Front matter that a site's settings give to files by path and type. Source: Jekyll 4.3.1,
 * {@code frontmatter_defaults.rb}: sets whose scope fits are merged; the longer path wins, then the one with a type,
 * then the later one; the file's own front matter beats them all.
 */
public final class FrontMatterDefaults {

    private final List<Set> sets;

    private FrontMatterDefaults(List<Set> sets) {
        this.sets = sets;
    }

    /** The {@code defaults} list of these settings. */
    static FrontMatterDefaults of(Fields settings) {
        List<Set> sets = new ArrayList<>();
        String dir = settings.text("collections_dir").replaceAll("^/+|/+$", "");
        if (settings.find("defaults").orElse(null) instanceof Items items) {
            for (Value item : items.items()) {
                if (item instanceof Fields set && set.exact("values").orElse(null) instanceof Fields values) {
                    sets.add(Set.of(set.fields("scope"), values, dir));
                }
            }
        }
        return new FrontMatterDefaults(List.copyOf(sets));
    }

    /**
     * The defaults of one file.
     *
     * @param path within the collections folder: {@code _posts/2024-03-01-sea-wall.md}
     * @param type the collection's label: {@code posts}
     */
    Fields of(String path, String type) {
        Fields merged = Fields.EMPTY;
        Optional<Set> strongest = Optional.empty();
        for (Set set : sets) {
            if (!set.fits(path, type)) {
                continue;
            }
            if (strongest.isEmpty() || set.beats(strongest.get())) {
                merged = merge(merged, set.values);
                strongest = Optional.of(set);
            } else {
                merged = merge(set.values, merged);
            }
        }
        return merged;
    }

    /** {@code over} laid on {@code base}: maps are merged, an empty value leaves what was there. */
    public static Fields merge(Fields base, Fields over) {
        if (base.entries().isEmpty()) {
            return over;
        }
        Map<String, Value> entries = new LinkedHashMap<>(base.entries());
        over.entries().forEach((key, value) -> entries.merge(key, value, FrontMatterDefaults::mergeValues));
        return new Fields(entries, over.line(), over.column());
    }

    private static Value mergeValues(Value old, Value value) {
        if (value instanceof Text text && text.isNull()) {
            return old;
        }
        return old instanceof Fields a && value instanceof Fields b ? merge(a, b) : value;
    }

    /**
     * One entry of the list; {@code path} as written: its length decides who wins, and with a slash first it fits none.
     */
    private record Set(String path, String subpath, Optional<Pattern> glob, Optional<String> type, Fields values) {

        static Set of(Fields scope, Fields values, String collectionsDir) {
            String path = scope.text("path");
            String subpath = !collectionsDir.isEmpty() && path.startsWith(collectionsDir + "/")
                    ? path.substring(collectionsDir.length() + 1)
                    : path;
            Optional<Pattern> glob = path.contains("*") ? Optional.of(Glob.path(subpath)) : Optional.empty();
            Optional<String> type = Optional.of(scope.text("type")).filter(t -> !t.isEmpty()).map(Set::currentName);
            return new Set(path, subpath, glob, type, values);
        }

        private static String currentName(String type) {
            return switch (type) {
                case "page" -> "pages";
                case "post" -> "posts";
                case "draft" -> "drafts";
                default -> type;
            };
        }

        boolean fits(String file, String collection) {
            if (type.isPresent() && !type.get().equals(collection)) {
                return false;
            }
            return glob.isPresent() ? globFits(file) : file.startsWith(subpath);
        }

        /** The pattern must name the file or a folder above it. */
        private boolean globFits(String file) {
            for (int end = file.length(); end > 0; end = file.lastIndexOf('/', end - 1)) {
                if (glob.get().matcher(file.substring(0, end)).matches()) {
                    return true;
                }
            }
            return false;
        }

        boolean beats(Set other) {
            int length = path.startsWith("/") ? path.length() - 1 : path.length();
            int otherLength = other.path.startsWith("/") ? other.path.length() - 1 : other.path.length();
            if (length != otherLength) {
                return length > otherLength;
            }
            return type.isPresent() || other.type.isEmpty();
        }
    }
}
