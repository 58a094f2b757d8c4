package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.command.print.CopyFinder;
import broadsheet.archive.Archive;
import broadsheet.build.ArchiveOpening;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.IndexBuild;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: reads an archive and reports its problems, without any index. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Reports what is wrong in an archive: path:line:column: severity: message [code].",
        "Synonyms and pins are checked, too."}, footer = {
                "", "Exit codes: 0 done; 1 bad posts (--strict); 2 usage; 66 no posts there; 78 bad settings."})
final class CheckCommand implements Callable<Integer> {

    private final Console console;
    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingArguments reading = new ReadingArguments();

    @Mixin
    private OwnerArguments owner = new OwnerArguments();

    @Mixin
    private OutputArguments output = new OutputArguments();

    @Option(names = "--copies", description = "List posts that tell one story in nearly the same words, largest groups first, instead of problems.")
    private boolean copies;

    CheckCommand(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        output.check(command);
        List<Path> posts = reading.posts(settings, command);
        BuildOptions options = BuildOptions.of(posts, Path.of("")).withReading(reading.options(command))
                .withJobs(reading.jobs(command));
        Archive archive = ArchiveOpening.now(posts, options.reading());
        CopyFinder finder = new CopyFinder();
        OwnerCheck rules = new OwnerCheck(owner.files(settings));
        BuildReport report;
        try (BuildListener progress = output.progress(console)) {
            report = copies
                    ? IndexBuild.read(archive, options, progress, finder)
                    : rules.added(IndexBuild.read(archive, options, progress, rules));
        }
        if (copies) {
            output.printCopies(finder.find(), console);
        } else {
            output.printProblems(report, console);
        }
        return output.exitCode(report);
    }
}
