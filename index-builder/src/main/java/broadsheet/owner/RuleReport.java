package broadsheet.owner;

import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;
import java.util.List;

/**
 * The faults of a file of rules, as lines for a log: {@code pins.txt:1:5: error: expected a post behind the =>}.
 *
 * @param errors of lines that do not count
 * @param warnings of lines that do, perhaps not as meant
 */
public record RuleReport(List<String> errors, List<String> warnings) {

    static RuleReport of(List<Problem> problems) {
        return new RuleReport(lines(problems, true), lines(problems, false));
    }

    private static List<String> lines(List<Problem> problems, boolean errors) {
        return problems.stream().filter(problem -> (problem.severity() == Severity.ERROR) == errors)
                .map(Problem::toString).toList();
    }
}
