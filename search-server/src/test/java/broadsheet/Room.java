package broadsheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A row of the table of rooms in {@code docs/ARCHITECTURE.md}.
 *
 * @param floor it stands above every room that it may use
 * @param name of the package, {@code broadsheet.post}
 * @param purpose one sentence, which its package-info says, too
 * @param may the packages that its classes may use
 * @param mainMay those that its main alone may use besides
 * @param faces the types that other rooms may name
 */
record Room(int floor, String name, String purpose, Set<String> may, Set<String> mainMay, Set<String> faces) {

    private static final Pattern ROW = Pattern.compile("\\| (\\d+) \\| ([\\w.]+) \\| (.+?) \\| (.+?) \\| (.+?) \\|");
    private static final Pattern MAIN = Pattern.compile("(.*?) \\(its main: (.*?)\\)");

    static List<Room> inTheDocument() {
        try {
            List<Room> rooms = Files.readAllLines(Sources.PROJECT.resolve("docs/ARCHITECTURE.md")).stream()
                    .map(ROW::matcher).filter(Matcher::matches).map(Room::of).toList();
            if (rooms.isEmpty()) {
                throw new IllegalStateException("docs/ARCHITECTURE.md has no table of rooms");
            }
            return rooms;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Room of(Matcher row) {
        Matcher main = MAIN.matcher(row.group(4));
        boolean hasMain = main.matches();
        return new Room(Integer.parseInt(row.group(1)), "broadsheet." + row.group(2), row.group(3),
                packages(hasMain ? main.group(1) : row.group(4)), packages(hasMain ? main.group(2) : "-"),
                names(row.group(5)));
    }

    private static Set<String> packages(String cell) {
        return names(cell).stream().map(name -> "broadsheet." + name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String cell) {
        return cell.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(cell.split(", ")));
    }

    boolean hasMain() {
        return !mainMay.isEmpty();
    }

    /** The class that alone chooses the engine. */
    String main() {
        return name.equals("broadsheet.serve") ? "SearchServer" : "IndexBuilder";
    }
}
