package broadsheet.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SCOWL's English word lists: one file for each spelling (american, british, variant_1), kind of words and size, which is
 * how common they are (10 the most common, 95 the rarest): {@code british-words.35}.
 */
final class Scowl {

    private static final Pattern FILE = Pattern
            .compile("(.+?)-(words|upper|proper-names|abbreviations|contractions)\\.(\\d+)");

    private final Path folder;

    Scowl(Path folder) {
        this.folder = folder;
    }

    /**
     * Words as SCOWL has them, up to a size.
     *
     * @param spellings which spelling categories are taken
     */
    Set<String> words(int size, Predicate<String> spellings, String... kinds) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = FILE.matcher(file.getFileName().toString());
                if (name.matches() && spellings.test(name.group(1)) && List.of(kinds).contains(name.group(2))
                        && Integer.parseInt(name.group(3)) <= size) {
                    found.addAll(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** All spellings that somebody would defend: of the variants the third kind is mostly wrong. */
    static boolean defensible(String spelling) {
        return !spelling.equals("variant_3") && !spelling.equals("special");
    }
}
