package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Rows of {@code golden/shown-table.txt}: small sites in our own words, and what the page, the endpoint and the feeds show
 * of them and count. Every number on the way is also compared with what its link finds.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ShownTableTest {

    private static final int FEWEST_ROWS = 100;

    @TempDir
    private Path folder;

    /** A site: its files, and the rows that ask it. */
    private record Site(String name, List<String> files, List<String> rows) {

        Site(String name) {
            this(name, new ArrayList<>(), new ArrayList<>());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyRowIsShownAsTheTableSays() throws IOException {
        List<Site> sites = sites();
        assertTrue(sites.stream().mapToInt(site -> site.rows().size()).sum() >= FEWEST_ROWS, "the table has lost rows");
        return sites.stream().map(site -> DynamicTest.dynamicTest(site.name(), () -> check(site)));
    }

    private static List<Site> sites() throws IOException {
        List<Site> sites = new ArrayList<>();
        try (var table = ShownTableTest.class.getResourceAsStream("/golden/shown-table.txt")) {
            for (String line : new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                if (line.startsWith("site ")) {
                    sites.add(new Site(line.substring(5)));
                } else if (line.startsWith("file ") || line.startsWith("  ")) {
                    sites.getLast().files().add(line);
                } else if (line.startsWith("/")) {
                    sites.getLast().rows().add(line);
                }
            }
        }
        return sites;
    }

    private void check(Site site) throws IOException {
        Path posts = folder.resolve(site.name().replace(' ', '-'));
        write(site.files(), posts);
        try (ServedArchive served = ServedArchive.of(posts, posts.resolveSibling(posts.getFileName() + "-index"))) {
            Shown shown = new Shown(served);
            Choices choices = new Choices(served);
            assertAll(site.rows().stream().map(row -> row.split(" \\| ", -1)).map(cells -> () -> {
                String address = cells[0].strip();
                assertEquals(cells[2].strip(), shown.at(address, cells[1].strip()), address + " " + cells[1].strip());
                if (address.contains("search?")
                        && cells[1].strip().matches("facet .*|timeline|bylines|chips|heading")) {
                    choices.check(address.substring(address.indexOf('?') + 1).replaceAll("(^|&)utm_[^&]*", ""));
                }
            }));
            choices.check("");
            assertEquals(List.of(), choices.different());
        }
    }

    private static void write(List<String> lines, Path posts) throws IOException {
        Path file = posts;
        for (String line : lines) {
            if (line.startsWith("file ")) {
                file = posts.resolve(line.substring(5));
                Files.createDirectories(file.getParent());
                Files.writeString(file, "");
            } else {
                Files.writeString(file, Files.readString(file) + line.substring(2) + "\n");
            }
        }
    }
}
