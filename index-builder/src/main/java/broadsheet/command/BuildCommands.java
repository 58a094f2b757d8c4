package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.build.Failures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The commands that build and inspect, for the mains to hang under their own:
 *
 * <pre>
 * CommandLine root = new CommandLine(new Root()).addSubcommand(new Serve(…));
 * new BuildCommands(engines, console, settings).addTo(root);
 * System.exit(BuildCommands.execute(root, args));
 * </pre>
 */
public final class BuildCommands {

    private final IndexEngines engines;
    private final Console console;
    private final Settings settings;

    public BuildCommands(IndexEngines engines, Console console, Settings settings) {
        this.engines = engines;
        this.console = console;
        this.settings = settings;
    }

    /**
     * Adds {@code index}, {@code rollback}, {@code check} and {@code url}, and gives the root and all that hangs under it by now the
     * console, the settings, and one way to end: a line on stderr and an {@link ExitCode}.
     *
     * @throws BuildFailure when the settings hold what no command knows
     */
    public CommandLine addTo(CommandLine root) throws BuildFailure {
        root.addSubcommand(new IndexCommand(engines, console, settings));
        root.addSubcommand(new RollbackCommand(engines, console));
        root.addSubcommand(new CheckCommand(console, settings));
        root.addSubcommand(new UrlCommand(console, settings));
        return settle(root);
    }

    /**
     * Gives the root and all that hangs under it by now the same, and adds no command.
     *
     * @throws BuildFailure when the settings hold what no command knows
     */
    public CommandLine settle(CommandLine root) throws BuildFailure {
        root.setOut(console.out()).setErr(console.err());
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setParameterExceptionHandler(this::misused);
        root.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        settings.install(root);
        return root;
    }

    /** Runs a command; an {@link Error} that nobody caught ends as {@link ExitCode#INTERNAL}, too. */
    public static int execute(CommandLine root, String... arguments) {
        try {
            return root.execute(arguments);
        } catch (StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            return failed(e, root);
        }
    }

    /** A bad value from the environment or the file is not the caller's mistake but the configuration's. */
    private int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + plain(failure)
                + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
        Optional<String> option = failure.getArgSpec() instanceof OptionSpec spec
                ? Optional.of(Settings.name(spec))
                : Optional.empty();
        return settings.blamed(option, List.of(arguments)) ? ExitCode.CONFIGURATION : ExitCode.USAGE;
    }

    private static int failed(Throwable failure, CommandLine command) {
        PrintWriter err = command.getErr();
        int code = ExitCode.of(failure);
        err.println(command.getCommandSpec().qualifiedName() + ": " + Failures.line(failure));
        if (code == ExitCode.INTERNAL) {
            err.println("This is a fault of Broadsheet; these lines say where:");
            failure.printStackTrace(err);
        }
        err.flush();
        return code;
    }

    /** A message of picocli's: one line, no full stop. */
    private static String plain(ParameterException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ").replaceFirst("\\.$", "");
    }
}
