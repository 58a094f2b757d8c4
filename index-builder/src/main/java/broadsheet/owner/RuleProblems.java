package broadsheet.owner;

import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;

/** Problems of one file of rules. */
record RuleProblems(String path) {

    /** A fault for which a line is left out. */
    Problem error(int line, int column, String code, String message) {
        return new Problem(path, line, column, Severity.ERROR, code, message);
    }

    /** A line that counts, but perhaps not as it was meant. */
    Problem warning(int line, int column, String code, String message) {
        return new Problem(path, line, column, Severity.WARNING, code, message);
    }
}
