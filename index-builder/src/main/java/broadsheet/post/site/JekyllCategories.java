package broadsheet.post.site;

import broadsheet.post.frontmatter.RubyScalar;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The categories of a post in Jekyll's order: folders above {@code _posts}, the site's defaults, {@code categories} (a
 * text is split at spaces), {@code category} (one value, never split); each once. Source: Jekyll 4.3.1,
 * {@code Document#categories_from_path}, {@code merge_categories!}, {@code populate_categories}.
 */
final class JekyllCategories {

    private JekyllCategories() {}

    /**
     * All categories of one file.
     *
     * @param path within the collections folder: {@code sports/_posts/2024-03-01-cup.md} is in {@code sports}
     * @param defaults what the site's settings give
     * @param own the file's front matter
     */
    static List<String> of(String path, String directory, Fields defaults, Fields own) {
        Set<String> all = new LinkedHashSet<>(folders(path, directory));
        all.addAll(plural(defaults));
        all.addAll(plural(own));
        List<String> single = FrontMatterDefaults.merge(defaults, own).exact("category")
                .map(JekyllCategories::values).orElse(List.of());
        all.addAll(single);
        return List.copyOf(all);
    }

    private static List<String> folders(String path, String directory) {
        int at = path.indexOf(directory);
        List<String> folders = new ArrayList<>();
        if (at > 0) {
            for (String folder : path.substring(0, at).split("/")) {
                if (!folder.isEmpty()) {
                    folders.add(folder);
                }
            }
        }
        return folders;
    }

    private static List<String> plural(Fields fields) {
        Value value = fields.exact("categories").orElse(null);
        if (value instanceof Text text) {
            return text.text().isBlank() ? List.of() : List.of(RubyScalar.of(text).strip().split("\\s+"));
        }
        return value == null ? List.of() : values(value);
    }

    private static List<String> values(Value value) {
        return switch (value) {
            case Text text -> text.isNull() ? List.of() : List.of(RubyScalar.of(text));
            case Items items -> items.items().stream().flatMap(item -> values(item).stream()).toList();
            case Fields fields -> List.of();
        };
    }
}
