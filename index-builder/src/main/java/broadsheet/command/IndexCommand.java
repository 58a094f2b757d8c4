package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.build.BuildFailure;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.ExitCode;
import broadsheet.build.IndexBuild;
import broadsheet.index.IndexCare;
import broadsheet.index.opensearch.ClusterPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code index}: reads every post and publishes the index once at the end. */
@Command(name = "index", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Builds the index of an archive; a running server follows by itself.",
        "Posts that have not changed since the last build are not read again."}, footer = {"",
                "Exit codes: 0 done; 1 bad posts (--strict); 2 usage; 65 refused, or the index is damaged;",
                "66 no posts there, or no index (--verify); 69 the cluster is away; 73 index cannot be made;",
                "74 disk failed; 75 another build is under way; 78 bad settings."})
final class IndexCommand implements Callable<Integer> {

    private final IndexEngines engines;
    private final Console console;
    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingArguments reading = new ReadingArguments();

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index; made when it is not there.")
    private Optional<Path> index = Optional.empty();

    @Mixin
    private ClusterArguments cluster = new ClusterArguments();

    @Option(names = "--full", description = "Read all posts, changed or not.")
    private boolean full;

    @Option(names = "--allow-shrink", description = "Publish although more than half of the posts are gone.")
    private boolean allowShrink;

    @Option(names = "--dry-run", description = "Read and report; touch no index.")
    private boolean dryRun;

    @Option(names = "--verify", description = "Build nothing; check that the index is whole, to the last byte.")
    private boolean verify;

    @Option(names = "--watch", description = "Stay, and build again whenever a post changes.")
    private boolean watch;

    @Mixin
    private OutputArguments output = new OutputArguments();

    IndexCommand(IndexEngines engines, Console console, Settings settings) {
        this.engines = engines;
        this.console = console;
        this.settings = settings;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        output.check(command);
        Optional<ClusterPlace> place = place(command);
        Path folder = indexFolder(command, place);
        if (verify) {
            return verified(place.map(engines::careOf).orElse(engines.care()), folder);
        }
        BuildOptions options = new BuildOptions(reading.posts(settings, command), folder, reading.options(command),
                full, allowShrink, dryRun, reading.jobs(command));
        IndexBuild build = new IndexBuild(place.map(engines::on).orElse(engines.embedded()));
        if (watch) {
            return new WatchedBuild(options, again -> run(build, again), console).untilStopped();
        }
        return run(build, options);
    }

    private Optional<ClusterPlace> place(CommandLine command) throws BuildFailure {
        if (dryRun) {
            return cluster.place(command, Optional.empty());
        }
        return verify ? cluster.place(command, index) : cluster.placeToBuild(command, index);
    }

    /** A cluster's index has the name of its prefix in messages. */
    private Path indexFolder(CommandLine command, Optional<ClusterPlace> place) {
        if (index.isEmpty() && place.isEmpty() && !dryRun) {
            throw new ParameterException(command, "Missing required option: '--index=DIR'");
        }
        if (watch && dryRun) {
            throw new ParameterException(command, "--watch and --dry-run cannot be given together");
        }
        if (verify && (watch || dryRun)) {
            throw new ParameterException(command, "--verify cannot be given with --watch or --dry-run");
        }
        return place.map(on -> Path.of(on.prefix())).or(() -> index).orElse(Path.of(""));
    }

    private int verified(IndexCare care, Path folder) throws IOException {
        IndexCare.State state = care.verify(folder).orElseThrow(
                () -> new BuildFailure(ExitCode.NO_INPUT, folder + ": no index is there"));
        console.out().println(folder + " is whole: " + RollbackCommand.line(state));
        return ExitCode.OK;
    }

    private int run(IndexBuild build, BuildOptions options) throws IOException {
        BuildReport report;
        try (BuildListener progress = output.progress(console)) {
            report = build.run(options, progress);
        }
        output.print(report, console);
        return output.exitCode(report);
    }
}
