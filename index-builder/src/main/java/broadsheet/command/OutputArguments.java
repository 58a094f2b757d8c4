package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.command.print.ProblemPrinter;
import broadsheet.command.print.ReportPrinter;
import broadsheet.command.print.CopyPrinter;
import broadsheet.command.print.CopyFinder;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildReport;
import broadsheet.build.ExitCode;
import broadsheet.post.Problem;
import broadsheet.post.Problem.Severity;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how a command reports, and the reporting itself. */
final class OutputArguments {

    @Option(names = "--strict", description = "Exit with 1 when a post could not be read.")
    private boolean strict;

    @Option(names = "--json", description = "Write the report to stdout as one JSON document.")
    private boolean json;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "Problems as ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.text;

    @Option(names = {"-q", "--quiet"}, description = "No progress, no summary, and of the problems only lost posts.")
    private boolean quiet;

    void check(CommandLine command) {
        if (json && format == Format.github) {
            throw new ParameterException(command, "--json and --format=github both write to stdout: give one of them");
        }
    }

    /** A bar on a terminal, else lines, else nothing. */
    BuildListener progress(Console console) {
        return quiet ? BuildListener.NONE : console.progress();
    }

    /** Prints the report of a build: its result on stdout, problems on stderr unless another program reads them. */
    void print(BuildReport report, Console console) {
        if (json) {
            console.out().println(ReportPrinter.json(report));
        } else if (format == Format.github) {
            new ProblemPrinter(console.out()).github(report.problems(), report.places());
        }
        if (format == Format.text) {
            new ProblemPrinter(console.err()).worst(shown(report.problems()));
        }
        if (!json && !quiet) {
            console.out().println(ReportPrinter.summary(report));
        }
    }

    /** Prints the report of a check, whose result are the problems. */
    void printProblems(BuildReport report, Console console) {
        if (json) {
            console.out().println(ReportPrinter.json(report));
        } else if (format == Format.github) {
            new ProblemPrinter(console.out()).github(report.problems(), report.places());
        } else {
            new ProblemPrinter(console.out()).all(shown(report.problems()));
        }
        if (!quiet) {
            console.err().println(ReportPrinter.summary(report));
        }
    }

    /** Prints the copies that a check found. */
    void printCopies(CopyFinder.Found found, Console console) {
        if (json) {
            console.out().println(CopyPrinter.json(found));
        } else {
            CopyPrinter.lines(found, console.out());
        }
        if (!quiet) {
            console.err().println(CopyPrinter.summary(found));
        }
    }

    private List<Problem> shown(List<Problem> problems) {
        return quiet ? lost(problems) : problems;
    }

    /** The problems for which a post is not indexed. */
    static List<Problem> lost(List<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR).toList();
    }

    int exitCode(BuildReport report) {
        return strict && report.hasBadPosts() ? ExitCode.BAD_POSTS : ExitCode.OK;
    }
}
