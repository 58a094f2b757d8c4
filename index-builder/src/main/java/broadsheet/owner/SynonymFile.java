package broadsheet.owner;

import broadsheet.owner.RuleLine.Cell;
import broadsheet.post.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads synonyms in the form of Solr and Elasticsearch, one rule a line:
 *
 * <pre>
 * # who types one of these means the others as well
 * car, automobile, motor car
 * # who types WHO means its name as well; not the other way round
 * WHO => World Health Organization
 * </pre>
 *
 * A typed word is always searched itself, which Solr has otherwise for rules with an arrow.
 *
 * @param rules of the lines without fault
 * @param problems in the order of the file
 */
public record SynonymFile(List<SynonymRule> rules, List<Problem> problems) {

    /** More texts for one word make a query slow and help nobody. */
    public static final int MOST = 32;

    /** @param path as problems name it */
    public static SynonymFile read(String path, byte[] content) {
        return new Reader(new RuleLines(path, content)).read();
    }

    /** Its faults, for a log. */
    public RuleReport report() {
        return RuleReport.of(problems);
    }

    private static final class Reader {
        private final RuleLines file;
        private final List<SynonymRule> rules = new ArrayList<>();
        private final Map<String, Integer> known = new HashMap<>();

        Reader(RuleLines file) {
            this.file = file;
        }

        SynonymFile read() {
            file.lines().stream().filter(this::isSound).forEach(this::add);
            List<Problem> problems = new ArrayList<>(file.problems());
            problems.sort((a, b) -> Integer.compare(a.line(), b.line()));
            return new SynonymFile(List.copyOf(rules), List.copyOf(problems));
        }

        private boolean isSound(RuleLine line) {
            boolean left = isSound(line, line.left(), "before");
            boolean right = line.right().isEmpty() || isSound(line, line.right().get(), "behind");
            return left && right;
        }

        private boolean isSound(RuleLine line, List<Cell> cells, String side) {
            Cell first = cells.get(0);
            if (line.right().isPresent() && cells.size() == 1 && first.text().isEmpty()) {
                error(line, first, "empty-side", "expected a word " + side + " the =>");
                return false;
            }
            for (Cell cell : cells) {
                if (cell.text().isEmpty()) {
                    error(line, cell, "empty-word", "expected a word beside the comma");
                    return false;
                }
                if (cell.text().codePoints().noneMatch(Character::isLetterOrDigit)) {
                    error(line, cell, "no-letters", "expected a letter or digit in \"" + cell.text() + "\"");
                    return false;
                }
            }
            return true;
        }

        private void error(RuleLine line, Cell cell, String code, String message) {
            file.problems().add(file.rules().error(line.number(), cell.column(), code, message));
        }

        private void add(RuleLine line) {
            List<String> typed = texts(line.left());
            List<String> also = line.right().map(Reader::texts).orElse(typed);
            Set<String> all = forms(typed);
            all.addAll(forms(also));
            Cell first = line.left().get(0);
            if (all.size() < 2) {
                warning(line, first, "no-effect", "expected two different words, as a rule of one changes nothing");
                return;
            }
            if (all.size() > MOST) {
                warning(line, first, "many-words", "of " + all.size() + " texts a search uses the first " + MOST);
            }
            String key = forms(typed) + (line.right().isEmpty() ? "" : " => " + forms(also));
            Integer before = known.putIfAbsent(key, line.number());
            if (before != null) {
                warning(line, first, "repeated-rule", "the same rule stands in line " + before);
                return;
            }
            rules.add(new SynonymRule(typed, also));
        }

        private void warning(RuleLine line, Cell cell, String code, String message) {
            file.problems().add(file.rules().warning(line.number(), cell.column(), code, message));
        }

        private static List<String> texts(List<Cell> cells) {
            return cells.stream().map(Cell::text).toList();
        }

        /** {@code WHO} and {@code who} are two texts: one of them may be an acronym. */
        private static Set<String> forms(List<String> texts) {
            return texts.stream().collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
