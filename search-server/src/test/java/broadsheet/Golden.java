package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A text file of questions and the answers that somebody has read and found right. A question is a line of its own, its
 * answer the indented lines below it; {@code ## key: title} begins a section, a line with one {@code #} is a comment.
 * With {@code -Dgolden.update=true} the answers are written anew: on purpose only, and to be read as a diff.
 */
public final class Golden {

    private static final String INDENT = "    ";
    private static final String SECTION = "## ";

    private Golden() {}

    /** Answers a question of a section, in lines. */
    public interface Answers {
        List<String> to(String section, String question) throws IOException;
    }

    private record Entry(String section, String question, List<String> answer) {}

    /** One test for each question. */
    public static Stream<DynamicTest> tests(Path file, Answers answers) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            update(file, answers);
        }
        return entries(Files.readAllLines(file)).stream()
                .map(entry -> dynamicTest(entry.section() + ": " + entry.question(),
                        () -> assertEquals(String.join("\n", entry.answer()),
                                String.join("\n", answers.to(entry.section(), entry.question())))));
    }

    /** The questions of a file, in their order. */
    public static List<String> questions(Path file) throws IOException {
        return entries(Files.readAllLines(file)).stream().map(Entry::question).toList();
    }

    private static List<Entry> entries(List<String> lines) {
        List<Entry> entries = new ArrayList<>();
        String section = "";
        for (String line : lines) {
            if (line.startsWith(SECTION)) {
                section = section(line);
            } else if (line.startsWith(INDENT)) {
                entries.get(entries.size() - 1).answer().add(line.substring(INDENT.length()));
            } else if (isQuestion(line)) {
                entries.add(new Entry(section, line, new ArrayList<>()));
            }
        }
        return entries;
    }

    private static String section(String line) {
        return line.substring(SECTION.length(), line.indexOf(':'));
    }

    private static boolean isQuestion(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith(INDENT);
    }

    private static void update(Path file, Answers answers) throws IOException {
        List<String> written = new ArrayList<>();
        String section = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(INDENT)) {
                continue;
            }
            written.add(line);
            section = line.startsWith(SECTION) ? section(line) : section;
            if (isQuestion(line)) {
                answers.to(section, line).forEach(answer -> written.add(INDENT + answer));
            }
        }
        Files.write(file, written);
    }
}
