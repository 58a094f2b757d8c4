package broadsheet.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Queries out of a folder of files with one query a line. */
final class QueryTexts {

    private QueryTexts() {}

    /**
     * As many queries as asked for, the same ones each time: an equal share of every file, as far as it has that many
     * lines, and in it lines at equal distances. Of a line with a tab, which names a section first, the query alone.
     */
    static List<String> spread(Path folder, int count) throws IOException {
        List<List<String>> files = new ArrayList<>();
        try (Stream<Path> found = Files.list(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
                files.add(Files.readAllLines(file).stream().map(line -> line.substring(line.indexOf('\t') + 1))
                        .filter(line -> !line.isBlank()).toList());
            }
        }
        // The smallest first, so that what they lack is taken from the larger ones.
        files.sort(Comparator.comparingInt(List::size));
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            List<String> lines = files.get(i);
            int share = Math.min(lines.size(), (count - chosen.size()) / (files.size() - i));
            for (int n = 0; n < share; n++) {
                chosen.add(lines.get((int) ((long) n * lines.size() / share)));
            }
        }
        return chosen;
    }
}
