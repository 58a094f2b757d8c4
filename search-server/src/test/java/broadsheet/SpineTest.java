package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two walks of {@code docs/ARCHITECTURE.md} name the files that one reads to follow a query and a post, with their
 * line counts; whoever reads one reads no more than 1,200 lines.
 */
class SpineTest {

    private static final int MOST_LINES = 1200;
    private static final Pattern FILE = Pattern.compile("\\| `([\\w./]+)/(\\w+)` \\| (\\d+) \\|.*");
    private static final Pattern SUM = Pattern.compile("Together ([\\d,]+) lines\\.");

    @ParameterizedTest
    @ValueSource(strings = {"### A query", "### A post"})
    void theFilesOfAWalkAreAsLongAsItSays(String heading) throws IOException {
        String walk = section(heading);
        List<String> wrong = new ArrayList<>();
        int sum = 0;
        Matcher row = FILE.matcher("");
        for (String line : walk.lines().toList()) {
            if (row.reset(line).matches()) {
                int lines = lines(row.group(1), row.group(2));
                sum += lines;
                if (lines != Integer.parseInt(row.group(3))) {
                    wrong.add(row.group(1) + "/" + row.group(2) + " has " + lines + " lines");
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(sum > 0 && sum <= MOST_LINES, heading + " has " + sum + " lines");
        Matcher said = SUM.matcher(walk);
        assertTrue(said.find(), heading + " says no sum");
        assertEquals(sum, Integer.parseInt(said.group(1).replace(",", "")), heading);
    }

    private static int lines(String room, String type) throws IOException {
        Path file = Sources.of("broadsheet." + room).stream()
                .filter(path -> path.getFileName().toString().equals(type + ".java")).findFirst()
                .orElseThrow(() -> new AssertionError("no file " + room + "/" + type));
        return Files.readAllLines(file).size();
    }

    /** The text from a heading to the next one. */
    private static String section(String heading) throws IOException {
        String text = Files.readString(Sources.PROJECT.resolve("docs/ARCHITECTURE.md"));
        int from = text.indexOf(heading + "\n");
        assertTrue(from >= 0, "docs/ARCHITECTURE.md has no " + heading);
        int to = text.indexOf("\n#", from + 1);
        return text.substring(from, to < 0 ? text.length() : to);
    }
}
