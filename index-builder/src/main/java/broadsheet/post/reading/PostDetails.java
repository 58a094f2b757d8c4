package broadsheet.post.reading;

import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.markup.Markup;
import broadsheet.post.markup.PlainText;
import broadsheet.post.site.AuthorNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a post that front matter names, under the many names that sites have for them. */
final class PostDetails {

    /** Keys of a summary, the surest first; the order is from counts over 16 real sites. */
    private static final String[] EXCERPTS = {"excerpt", "summary", "description", "deck", "snippet"};

    private static final List<String> IMAGES = List.of("image", "featured_image", "featured_image_url", "cover",
            "thumbnail", "banner", "hero", "og_image", "images", "img", "picture");
    private static final String[] IMAGE_KEYS = {"path", "url", "src", "feature", "image", "file", "relative"};
    private static final String[] PERSON_KEYS = {"name", "display_name", "full_name", "title", "nickname", "login"};

    /** Between several names in one text; a comma before {@code Jr.} and the like does not part. */
    private static final Pattern NAMES = Pattern
            .compile(
                    "\\s*;\\s*|\\s+(?:and|&)\\s+|\\s*,\\s*+(?:and\\s++)?+(?!(?:Jr|Sr|II|III|IV|Ph\\.?D|M\\.?D|Esq)\\b)");
    private static final Pattern EMAIL = Pattern.compile("\\s*<[^<>@]*@[^<>]*>");

    private PostDetails() {}

    /** Plain, one line; a number or a date stays as written; empty when there is none. */
    static String title(Fields front) {
        return front.find("title").map(Value::texts).map(texts -> PlainText.line(String.join(" ", texts))).orElse("");
    }

    /** The summary that the author wrote, else the {@code body} up to the separator where one is set. */
    static String excerpt(Fields front, String siteSeparator, String body, Markup markup) {
        String written = front.text(EXCERPTS);
        if (!written.isEmpty()) {
            return PlainText.line(written);
        }
        String separator = front.exact("excerpt_separator").map(v -> String.join("", v.texts())).orElse(siteSeparator);
        int end = separator.isBlank() ? -1 : body.indexOf(separator);
        return end <= 0 ? "" : PlainText.of(body.substring(0, end), markup).replaceAll("\\s+", " ");
    }

    /**
     * Names in the written order, each once: of {@code author}, {@code authors} and {@code byline}, as text, list or map.
     *
     * @param known the names behind keys
     */
    static List<String> authors(Fields front, AuthorNames known) {
        Set<String> names = new LinkedHashSet<>();
        for (String key : List.of("author", "authors", "byline")) {
            front.find(key).ifPresent(value -> collectNames(value, names));
        }
        return names.stream().map(name -> PlainText.line(known.of(name))).distinct().toList();
    }

    private static void collectNames(Value value, Set<String> names) {
        switch (value) {
            case Text text -> split(EMAIL.matcher(text.text()).replaceAll("")).forEach(names::add);
            case Items items -> items.items().forEach(item -> collectNames(item, names));
            case Fields person -> {
                String name = person.text(PERSON_KEYS);
                if (!name.isEmpty()) {
                    names.add(PlainText.line(name));
                } else {
                    person.entries().values().stream().filter(Fields.class::isInstance)
                            .forEach(each -> collectNames(each, names));
                }
            }
        }
    }

    private static List<String> split(String written) {
        List<String> names = new ArrayList<>();
        for (String name : NAMES.split(written.strip())) {
            if (!name.isBlank()) {
                names.add(PlainText.line(name));
            }
        }
        // `Brontë, Anne` is one person, the surname first
        boolean surnameFirst = names.size() == 2 && written.contains(",") && names.stream()
                .allMatch(name -> name.indexOf(' ') < 0 && Character.isUpperCase(name.codePointAt(0)));
        return surnameFirst ? List.of(names.get(0) + ", " + names.get(1)) : names;
    }

    /** Plain, each once, in the written order. */
    static List<String> labels(List<String> written) {
        Set<String> labels = new LinkedHashSet<>();
        for (String label : written) {
            String plain = PlainText.line(label);
            plain = plain.endsWith(",") ? plain.substring(0, plain.length() - 1).strip() : plain;
            if (!plain.isEmpty()) {
                labels.add(plain);
            }
        }
        return List.copyOf(labels);
    }

    /**
     * Tags of {@code tags} and {@code tag}; a text is split at its commas, else at spaces if the generator does so.
     *
     * @param atSpaces Jekyll's way: {@code tags: sea wall} are two
     */
    static List<String> tags(Fields front, boolean atSpaces) {
        List<String> tags = new ArrayList<>();
        Optional<Value> plural = front.find("tags").or(() -> front.find("keywords"));
        plural.ifPresent(
                value -> tags.addAll(value instanceof Text text ? parts(text.text(), atSpaces) : value.texts()));
        front.find("tag").ifPresent(value -> tags.addAll(value.texts()));
        return labels(tags);
    }

    private static List<String> parts(String text, boolean atSpaces) {
        if (text.indexOf(',') >= 0) {
            return List.of(text.split(","));
        }
        return atSpaces ? List.of(text.strip().split("\\s+")) : List.of(text);
    }

    /** Sections that are not called categories: {@code topics}, {@code section}. */
    static List<String> otherCategories(Fields front) {
        for (String key : List.of("topics", "topic", "sections", "section")) {
            Optional<Value> value = front.find(key);
            if (value.isPresent()) {
                return value.get() instanceof Text text ? parts(text.text(), false) : value.get().texts();
            }
        }
        return List.of();
    }

    /**
     * Address or path of the picture, from a text, a list's first, or a map's {@code path}; empty when there is none.
     */
    static String image(Fields front) {
        for (String key : IMAGES) {
            String image = front.find(key).map(PostDetails::imageOf).orElse("");
            if (!image.isEmpty()) {
                return image;
            }
        }
        return "";
    }

    /** Whether a key, in lower case, is one under which {@link #image} looks. */
    static boolean isImage(String key) {
        return IMAGES.contains(key);
    }

    private static String imageOf(Value value) {
        return switch (value) {
            case Text text -> text.isTrue() || text.isFalse() ? "" : text.text().strip();
            case Items items -> items.items().isEmpty() ? "" : imageOf(items.items().getFirst());
            case Fields fields -> fields.text(IMAGE_KEYS).strip();
        };
    }
}
