package broadsheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new operator of the query language is learnt in four places: the printer, and three of the engine's. */
class OperatorPlacesTest {

    /** More case labels of one file than this are a walk through all kinds of nodes. */
    private static final int FEW = 4;
    private static final Set<String> PLACES = Set.of("QueryReading.java", "NodeQueries.java",
            "IntervalQueries.java", "PieceMaker.java");

    @Test
    void onlyFourFilesGoThroughAllKindsOfNodes() throws IOException {
        Pattern label = Pattern.compile("\\bcase (?:QueryNode\\.)?(?:" + kinds(QueryNode.class) + ")\\b");
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Sources.PROJECT.resolve("search-server/src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                if (count(label.matcher(Files.readString(file))) > FEW) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        assertEquals(new TreeSet<>(PLACES), found, "a new operator is learnt here");
    }

    @Test
    void theNamesOfTheKindsAreFound() {
        String kinds = kinds(QueryNode.class);
        assertTrue(kinds.contains("Near") && kinds.contains("Word") && kinds.contains("Not"), kinds);
    }

    private static String kinds(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .map(kind -> kind.isInterface() ? kind.getSimpleName() + "|" + kinds(kind) : kind.getSimpleName())
                .collect(Collectors.joining("|"));
    }

    private static long count(Matcher matcher) {
        return matcher.results().count();
    }
}
