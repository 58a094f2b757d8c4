package broadsheet.owner;

import broadsheet.owner.RuleLine.Cell;
import broadsheet.post.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads pins, one query a line, with the posts that are to stand first for it in their order:
 *
 * <pre>
 * # the guide comes first
 * sea wall => _posts/2024-03-01-sea-wall.md, _posts/2023-11-20-guide-to-the-wall.md
 * </pre>
 *
 * @param pins of the lines without fault
 * @param problems in the order of the file
 */
public record PinFile(List<Pin> pins, List<Problem> problems) {

    /** @param path as problems name it */
    public static PinFile read(String path, byte[] content) {
        return new Reader(new RuleLines(path, content)).read();
    }

    /** Its faults, for a log. */
    public RuleReport report() {
        return RuleReport.of(problems);
    }

    private static final class Reader {
        private final RuleLines file;
        private final List<Pin> pins = new ArrayList<>();
        private final Map<String, Integer> known = new HashMap<>();

        Reader(RuleLines file) {
            this.file = file;
        }

        PinFile read() {
            file.lines().forEach(this::read);
            List<Problem> problems = new ArrayList<>(file.problems());
            problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
            return new PinFile(List.copyOf(pins), List.copyOf(problems));
        }

        private void read(RuleLine line) {
            Cell first = line.left().get(0);
            // A query may have commas.
            String query = line.left().stream().map(Cell::text).collect(Collectors.joining(", "));
            if (line.right().isEmpty()) {
                error(line, first, "no-arrow", "expected query => post");
            } else if (QueryForm.of(query).isEmpty()) {
                error(line, first, "empty-side", "expected a query before the =>");
            } else if (line.right().get().stream().allMatch(cell -> cell.text().isEmpty())) {
                error(line, line.right().get().get(0), "empty-side", "expected a post behind the =>");
            } else {
                add(line, query);
            }
        }

        private void add(RuleLine line, String query) {
            Integer before = known.putIfAbsent(QueryForm.of(query), line.number());
            if (before != null) {
                warning(line, line.left().get(0), "repeated-query",
                        "line " + before + " pins posts for the same query, and it alone counts");
                return;
            }
            List<Pin.Post> posts = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (Cell cell : line.right().orElseThrow()) {
                if (cell.text().isEmpty()) {
                    error(line, cell, "empty-post", "expected a post beside the comma");
                } else if (ids.add(cell.text())) {
                    posts.add(new Pin.Post(cell.text(), line.number(), cell.column()));
                } else {
                    warning(line, cell, "repeated-post", "this post stands in the line before");
                }
            }
            pins.add(new Pin(query, posts));
        }

        private void error(RuleLine line, Cell cell, String code, String message) {
            file.problems().add(file.rules().error(line.number(), cell.column(), code, message));
        }

        private void warning(RuleLine line, Cell cell, String code, String message) {
            file.problems().add(file.rules().warning(line.number(), cell.column(), code, message));
        }
    }
}
