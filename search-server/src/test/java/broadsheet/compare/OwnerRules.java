package broadsheet.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The owner's synonyms and pins, made up of queries so that asking them uses the rules. */
final class OwnerRules {

    static final String SYNONYMS = "synonyms.txt";
    static final String PINS = "pins.txt";

    private OwnerRules() {}

    /** That many of the queries, from first to last, which can stand in such a file as they are. */
    static List<String> holdable(List<String> queries, int count) {
        List<String> all = queries.stream().filter(query -> query.matches("[\\p{L}\\p{N} ]+")).distinct().toList();
        return IntStream.range(0, count).mapToObj(i -> all.get((int) ((long) i * all.size() / count))).distinct()
                .toList();
    }

    /**
     * Writes both files.
     *
     * @param pins query and post
     */
    static void write(Path folder, List<String> queries, Map<String, String> pins) throws IOException {
        List<String> synonyms = new ArrayList<>(List.of("# made for a comparison"));
        for (int i = 0; i + 1 < queries.size(); i += 2) {
            String one = queries.get(i).split(" ")[0];
            String other = queries.get(i + 1);
            // Every third rule works one way.
            synonyms.add(i % 3 == 0 ? one + " => " + other : one + ", " + other);
        }
        Files.write(folder.resolve(SYNONYMS), synonyms);
        Files.write(folder.resolve(PINS), pins.entrySet().stream().map(pin -> pin.getKey() + " => " + pin.getValue())
                .toList());
    }
}
