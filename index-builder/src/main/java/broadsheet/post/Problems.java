package broadsheet.post;

import broadsheet.post.Problem.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects the problems of one file while it is read; knows the path so that the readers need not. */
public final class Problems {

    private final String path;
    private final int linesBefore;
    private final List<Problem> found = new ArrayList<>();

    public Problems(String path) {
        this(path, 0);
    }

    /** @param linesBefore of the file, where no more than a piece of it is read: places count from there */
    public Problems(String path, int linesBefore) {
        this.path = path;
        this.linesBefore = linesBefore;
    }

    public void add(Severity severity, int line, int column, String code, String message) {
        found.add(new Problem(path, line == 0 ? 0 : line + linesBefore, column, severity, code, message));
    }

    public void error(int line, int column, String code, String message) {
        add(Severity.ERROR, line, column, code, message);
    }

    public void error(SyntaxException e) {
        error(e.line(), e.column(), e.code(), e.getMessage());
    }

    public void warning(int line, int column, String code, String message) {
        add(Severity.WARNING, line, column, code, message);
    }

    public void info(int line, int column, String code, String message) {
        add(Severity.INFO, line, column, code, message);
    }

    public void duplicateKey(int line, int column, String key) {
        warning(line, column, "duplicate-key", "duplicate key '" + key + "'; the last one counts");
    }

    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    /** A collection for the same file; the caller adds it by {@link #addAll} once its problems have proved to count. */
    public Problems apart() {
        return new Problems(path, linesBefore);
    }

    /** Everything found, in the order of the file. */
    public List<Problem> list() {
        found.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
        return List.copyOf(found);
    }
}
