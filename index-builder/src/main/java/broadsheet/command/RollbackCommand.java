package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.index.IndexCare;
import broadsheet.index.opensearch.ClusterPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rollback}: the index as it was before the last build. */
@Command(name = "rollback", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Goes back to the index before the last build; a running server follows by itself.",
        "The next build goes on from there."}, footer = {"",
                "Exit codes: 0 done; 2 usage; 66 nothing to go back to; 74 disk failed; 75 a build is under way."})
final class RollbackCommand implements Callable<Integer> {

    private final IndexEngines engines;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Mixin
    private ClusterArguments cluster = new ClusterArguments();

    RollbackCommand(IndexEngines engines, Console console) {
        this.engines = engines;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Optional<ClusterPlace> place = cluster.place(spec.commandLine(), index);
        IndexCare care = place.map(engines::careOf).orElse(engines.care());
        Path folder = place.map(on -> Path.of(on.prefix())).or(() -> index).orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required option: '--index=DIR'"));
        if (place.isEmpty() && !Files.isDirectory(folder)) {
            throw new BuildFailure(ExitCode.NO_INPUT, folder + ": no index is there");
        }
        IndexCare.State now = care.rollback(folder).orElseThrow(() -> new BuildFailure(ExitCode.NO_INPUT,
                folder + ": there is no earlier generation that is whole and of this schema; nothing was changed"));
        console.out().println("Current again: " + line(now));
        return ExitCode.OK;
    }

    /** {@code generation 2, 12034 posts, built 2026-11-23T02:36:00Z, 33.1 MB}. */
    static String line(IndexCare.State state) {
        return String.format(Locale.ROOT, "generation %d, %d posts, built %s, %.1f MB", state.generation(),
                state.posts(), state.built(), state.bytes() / 1e6);
    }
}
