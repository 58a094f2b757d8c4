package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.TextDecoder;
import broadsheet.post.frontmatter.FrontMatter;
import broadsheet.post.frontmatter.JsonReader;
import broadsheet.post.frontmatter.TomlReader;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.Value.Items;
import broadsheet.post.frontmatter.Value.Text;
import broadsheet.post.frontmatter.YamlMender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The names behind the keys by which posts call their authors: {@code author: jtarn} is Jane Tarnwood where
 * {@code _data/authors.yml} says so. Sites keep them in the settings under {@code authors}, in a data file
 * {@code authors} (YAML, JSON, TOML, CSV; a map by key, or a list of maps that have it), in a folder of data files, each
 * named by its key, or as posts of a collection {@code _authors}. Sources: Jekyll's documentation, "Data files" and "Step
 * by step: collections"; Minimal Mistakes, "Authors".
 */
public final class AuthorNames {

    /** No key is known. */
    public static final AuthorNames NONE = new AuthorNames();

    private static final String BASE = "authors";
    private static final String[] KEYS = {"key", "id", "short_name", "shortname", "slug", "username", "login", "handle",
            "nickname", "author"};
    private static final String[] NAMES = {"name", "display_name", "full_name", "title"};
    private static final int MAX_LENGTH = 1 << 20;

    private final Map<String, String> names = new TreeMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private AuthorNames() {}

    /**
     * The names of a site.
     *
     * @param data its folder of data files: {@code _data} in Jekyll
     */
    public static AuthorNames of(Path root, String data, Fields settings, Problems problems) throws IOException {
        AuthorNames authors = new AuthorNames();
        settings.find(BASE).ifPresent(authors::add);
        for (Path file : files(root.resolve(data))) {
            if (FileName.of(file.getFileName().toString()).base().equals(BASE)) {
                authors.read(root, file, problems).ifPresent(authors::add);
            }
        }
        for (Path file : files(root.resolve(data).resolve(BASE))) {
            String key = FileName.of(file.getFileName().toString()).base();
            authors.read(root, file, problems).ifPresent(value -> authors.add(key, value));
        }
        for (Path file : files(root.resolve("_" + BASE))) {
            authors.read(root, file, problems).ifPresent(value -> authors.addPost(file, value));
        }
        return authors;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What a file holds; empty for one that is no data, is too long, or is broken, which is a warning. */
    private Optional<Value> read(Path root, Path file, Problems problems) throws IOException {
        String name = root.relativize(file).toString().replace('\\', '/');
        String extension = FileName.of(name).extension();
        if (!List.of(".yml", ".yaml", ".json", ".toml", ".csv", ".tsv", ".md", ".markdown", ".html").contains(extension)
                || Files.size(file) > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] content = Files.readAllBytes(file);
        bytes.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(content);
        Problems found = new Problems(name);
        try {
            Value value = parse(extension, TextDecoder.decode(content).text(), found);
            problems.addAll(found);
            return Optional.of(value);
        } catch (SyntaxException e) {
            found.warning(e.line(), e.column(), "author-names",
                    e.getMessage() + "; authors are named as posts have them");
            problems.addAll(found);
            return Optional.empty();
        }
    }

    private static Value parse(String extension, String text, Problems problems) throws SyntaxException {
        return switch (extension) {
            case ".json" -> text.strip().startsWith("[")
                    ? JsonReader.read("{\"all\":" + text + "}", 0, 1, problems).fields().entries().get("all")
                    : JsonReader.read(text, Math.max(0, text.indexOf('{')), 1, problems).fields();
            case ".toml" -> TomlReader.read(text, 1);
            case ".csv" -> DataTable.read(text, ',');
            case ".tsv" -> DataTable.read(text, '\t');
            case ".yml", ".yaml" -> YamlMender.read(text.replaceFirst("^---[ \\t]*\\n", ""), MAX_LENGTH, 1, problems);
            default -> FrontMatter.of(text, problems).fields();
        };
    }

    private void add(Value all) {
        if (all instanceof Fields byKey) {
            byKey.entries().forEach(this::add);
        } else if (all instanceof Items items) {
            for (Value each : items.items()) {
                if (each instanceof Fields person) {
                    Stream.of(KEYS).map(person::text).filter(key -> !key.isEmpty()).forEach(key -> add(key, person));
                }
            }
        }
    }

    private void addPost(Path file, Value front) {
        add(FileName.of(file.getFileName().toString()).base(), front);
        add(new Items(List.of(front), 1, 1));
    }

    private void add(String key, Value person) {
        String name = person instanceof Text text
                ? text.text()
                : person instanceof Fields fields ? name(fields) : "";
        if (!name.isBlank()) {
            names.put(key.strip(), name.strip());
        }
    }

    private static String name(Fields person) {
        String name = person.text(NAMES);
        return name.isEmpty()
                ? (person.text("first_name", "firstname") + " " + person.text("last_name", "lastname")).strip()
                : name;
    }

    /** The name behind a key; what is written where no such key is known. */
    public String of(String written) {
        return names.getOrDefault(written, written);
    }

    /** The files' names and contents: where they change, posts are to be read again. */
    public byte[] bytes() {
        return bytes.toByteArray();
    }
}
