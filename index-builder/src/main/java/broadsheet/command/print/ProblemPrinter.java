package broadsheet.command.print;

import broadsheet.post.OneLine;
import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes problems as lines that terminals, editors and GitHub can follow. */
public final class ProblemPrinter {

    /** Most lines that are printed; more would hide what went before them. All are in the JSON. */
    static final int SHOWN = 50;

    private final PrintWriter out;

    public ProblemPrinter(PrintWriter out) {
        this.out = out;
    }

    /** Every problem, {@code path:line:column: severity: message [code]}. */
    public void all(List<Problem> problems) {
        problems.forEach(out::println);
    }

    /** The first {@value #SHOWN}, lost posts before doubts and doubts before repairs, and how many more there are. */
    public void worst(List<Problem> problems) {
        all(problems.stream().sorted(Comparator.comparing(Problem::severity)).limit(SHOWN).toList());
        if (problems.size() > SHOWN) {
            out.println("… and " + (problems.size() - SHOWN) + " more problems; --json lists them all");
        }
    }

    /**
     * Annotations as GitHub's runners read them: {@code ::error file=_posts/a.md,line=4,col=7,title=yaml-syntax::…}.
     *
     * @param places where the files lie; an annotation names them as seen from the working folder
     */
    public void github(List<Problem> problems, Map<String, Path> places) {
        for (Problem problem : problems) {
            StringBuilder line = new StringBuilder("::").append(command(problem.severity()));
            line.append(" file=").append(property(seenFromHere(problem.path(), places)));
            if (problem.line() > 0) {
                line.append(",line=").append(problem.line());
            }
            if (problem.column() > 0) {
                line.append(",col=").append(problem.column());
            }
            line.append(",title=").append(property(problem.code()));
            out.println(line.append("::").append(data(problem.message())));
        }
    }

    private static String command(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "notice";
        };
    }

    private static String seenFromHere(String path, Map<String, Path> places) {
        Path here = Path.of("").toAbsolutePath();
        // A name that the process's locale cannot write makes no path: only a problem without a place is looked up by it.
        Path place = Optional.ofNullable(places.get(path)).orElseGet(() -> Path.of(path)).toAbsolutePath().normalize();
        return (place.startsWith(here) ? here.relativize(place) : place).toString();
    }

    private static String data(String text) {
        return OneLine.of(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
