package broadsheet.post.site;

import broadsheet.post.Problems;
import broadsheet.post.SyntaxException;
import broadsheet.post.encoding.TextDecoder;
import broadsheet.post.frontmatter.JsonReader;
import broadsheet.post.frontmatter.TomlReader;
import broadsheet.post.frontmatter.Value;
import broadsheet.post.frontmatter.Value.Fields;
import broadsheet.post.frontmatter.YamlMender;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The files that hold a site's settings, the later laid on the earlier. Jekyll has one. Hugo has one beside
 * {@code content}, and those of {@code config/_default} and, as {@code hugo build} takes them, of
 * {@code config/production}. Source: Hugo's documentation, "Configuration directory", and {@code LoadConfigFromDir}.
 */
public record SettingsFiles(List<SettingsFile> files) {

    private static final List<String> JEKYLL = List.of("_config.yml", "_config.yaml", "_config.toml");
    private static final List<String> HUGO = withExtensions("", "hugo", "config");

    /** In the order in which Hugo walks a folder; its other files (menus, params) say nothing of posts. */
    private static final List<String> HUGO_FOLDERS = List.of("config/_default/", "config/production/");
    private static final List<String> IN_FOLDER = List.of("config", "hugo", "languages", "permalinks");

    private static final int MAX_LENGTH = 1 << 20;

    /**
     * One of them.
     *
     * @param name within the site: {@code config/_default/permalinks.toml}
     */
    private record SettingsFile(String name, Fields fields, byte[] bytes) {}

    private static List<String> withExtensions(String folder, String... bases) {
        List<String> names = new ArrayList<>();
        for (String base : bases) {
            for (String extension : List.of("toml", "yaml", "yml", "json")) {
                names.add(folder + base + "." + extension);
            }
        }
        return List.copyOf(names);
    }

    public static boolean areJekylls(Path folder) {
        return first(folder, JEKYLL).isPresent();
    }

    public static boolean areHugos(Path folder) {
        return first(folder, HUGO).isPresent()
                || HUGO_FOLDERS.stream().anyMatch(each -> first(folder, inFolder(each)).isPresent());
    }

    private static List<String> inFolder(String folder) {
        return withExtensions(folder, IN_FOLDER.toArray(String[]::new));
    }

    private static Optional<String> first(Path root, List<String> names) {
        return names.stream().filter(name -> Files.isRegularFile(root.resolve(name))).findFirst();
    }

    /** Broken files are an error, and the defaults hold. */
    public static SettingsFiles ofJekyll(Path root, Problems problems) throws IOException {
        return read(root, first(root, JEKYLL).stream().toList(), problems);
    }

    /** Keys come in lower case, in which Hugo compares them, too. */
    public static SettingsFiles ofHugo(Path root, Problems problems) throws IOException {
        List<String> names = new ArrayList<>();
        first(root, HUGO).ifPresent(names::add);
        for (String folder : HUGO_FOLDERS) {
            inFolder(folder).stream().filter(name -> Files.isRegularFile(root.resolve(name))).forEach(names::add);
        }
        return new SettingsFiles(
                read(root, names, problems).files.stream().map(SettingsFiles::asPartOfHugos).toList());
    }

    /** {@code permalinks.toml} holds what stands under {@code permalinks} elsewhere. */
    private static SettingsFile asPartOfHugos(SettingsFile file) {
        Fields fields = lowerCase(file.fields);
        String base = FileName.of(file.name).base();
        boolean whole = base.equals("hugo") || base.equals("config");
        return new SettingsFile(file.name, whole ? fields : new Fields(Map.of(base, fields), 1, 1), file.bytes);
    }

    private static Fields lowerCase(Fields fields) {
        Map<String, Value> entries = new LinkedHashMap<>();
        fields.entries().forEach((key, value) -> entries.put(key.toLowerCase(Locale.ROOT),
                value instanceof Fields inner ? lowerCase(inner) : value));
        return new Fields(entries, fields.line(), fields.column());
    }

    private static SettingsFiles read(Path root, List<String> names, Problems problems) throws IOException {
        List<SettingsFile> files = new ArrayList<>();
        for (String name : names) {
            byte[] bytes = Files.readAllBytes(root.resolve(name));
            Problems found = new Problems(name);
            files.add(new SettingsFile(name, parse(name, TextDecoder.decode(bytes).text(), found), bytes));
            problems.addAll(found);
        }
        return new SettingsFiles(List.copyOf(files));
    }

    private static Fields parse(String name, String text, Problems problems) {
        try {
            Value value = name.endsWith(".toml")
                    ? TomlReader.read(text, 1)
                    : name.endsWith(".json")
                            ? JsonReader.read(text, 0, 1, problems).fields()
                            : YamlMender.read(text, MAX_LENGTH, 1, problems);
            return value instanceof Fields fields ? fields : Fields.EMPTY;
        } catch (SyntaxException e) {
            problems.error(e.line(), e.column(), "settings-syntax",
                    e.getMessage() + "; the site's settings were not read, defaults are taken");
            return Fields.EMPTY;
        }
    }

    /** All that they say. */
    public Fields fields() {
        Fields all = Fields.EMPTY;
        for (SettingsFile file : files) {
            all = FrontMatterDefaults.merge(all, file.fields);
        }
        return all;
    }

    /** The first file's name; empty when there is none. */
    public String name() {
        return files.isEmpty() ? "" : files.getFirst().name;
    }

    /** The name of the file whose word on this key counts; {@link #name} where none has one. */
    public String name(String key) {
        return files.reversed().stream().filter(file -> file.fields.find(key).isPresent()).findFirst()
                .map(SettingsFile::name).orElse(name());
    }

    /** Names and contents; empty when there are no files. */
    public byte[] bytes() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (SettingsFile file : files) {
            all.writeBytes((file.name + "\n").getBytes(StandardCharsets.UTF_8));
            all.writeBytes(file.bytes);
        }
        return all.toByteArray();
    }
}
