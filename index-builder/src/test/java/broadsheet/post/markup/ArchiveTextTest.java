package broadsheet.post.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.TarFile;
import broadsheet.post.encoding.Repaired;
import broadsheet.post.encoding.TextRepair;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Holds the text room against the real archives, where they lie beside the checkout. */
class ArchiveTextTest {

    private static final Path SHARED = Path.of("../../shared");
    /** What no reader of a page should find in its text. */
    private static final List<String> MARKUP = List.of("{%", "{{<", "{:", "<div", "&nbsp;");
    /** These posts are about HTML and name the element in a sentence, with its angle brackets escaped. */
    private static final List<String> ABOUT_HTML = List.of("css-shapes-e-text-wrap", "referencia-seletores-css",
            "scoped-css");
    /** A definition of a link's address, as a paragraph of its own. */
    private static final Pattern DEFINITION = Pattern.compile("(?m)^\\[[^\\]\\n]+\\]: ?(?:https?:|/)\\S*");
    /** Where definitions are broken in the source: words behind the address, or the indentation of code. */
    private static final List<String> TORN_DEFINITIONS = List.of("tableless-pt", "fr/newsletters/2023-09-13",
            "ja/newsletters/2025-03-28");
    private static List<TarFile> files = List.of();

    @Test
    void noMarkupIsLeftInProse() {
        List<String> left = files().parallelStream().filter(file -> !isMade(file) || file.hashCode() % 8 == 0)
                .flatMap(file -> left(file, PlainText.prose(file.body(), file.markup())).stream()).toList();
        assertEquals(List.of(), left);
    }

    /** The 8,001 posts of this archive were made by one script of plain paragraphs; an eighth of them tells enough. */
    private static boolean isMade(TarFile file) {
        return file.name().startsWith("badely-like");
    }

    private static List<String> left(TarFile file, String text) {
        List<String> left = new ArrayList<>();
        for (String mark : MARKUP) {
            int at = text.indexOf(mark);
            if (at >= 0 && !(mark.equals("<div") && ABOUT_HTML.stream().anyMatch(file.name()::contains))) {
                left.add(file.name() + ": " + text.substring(at, Math.min(text.length(), at + 50)));
            }
        }
        Matcher definition = DEFINITION.matcher(text);
        if (definition.find() && TORN_DEFINITIONS.stream().noneMatch(file.name()::contains)) {
            left.add(file.name() + ": " + definition.group());
        }
        return left;
    }

    @Test
    void everyCertainRunIsRepaired() {
        int repaired = 0;
        int made = 0;
        for (TarFile file : files()) {
            Repaired result = TextRepair.repair(file.text());
            repaired += result.runs() > 0 ? 1 : 0;
            made += result.runs() > 0 && isMade(file) ? 1 : 0;
            assertEquals(0, TextRepair.certainRuns(result.text()), file.name());
        }
        assertEquals(1545, made);
        assertTrue(repaired > made, "the archives of real sites hold some, too");
    }

    @Test
    void theCorporaAreCorrectAndStayAsTheyAre() {
        assumeTrue(Files.isDirectory(SHARED.resolve("corpora")), "no corpora beside the checkout");
        List<String> changed = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SHARED.resolve("corpora"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".jsonl.gz")).sorted().toList()) {
                lines(file).filter(line -> TextRepair.repair(line).text() != line).forEach(changed::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertEquals(List.of(), changed);
    }

    private static Stream<String> lines(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)).lines();
    }

    private static List<TarFile> files() {
        assumeTrue(Files.isDirectory(SHARED.resolve("archives")), "no archives beside the checkout");
        files = files.isEmpty() ? TarFile.all(SHARED.resolve("archives")) : files;
        return files;
    }
}
