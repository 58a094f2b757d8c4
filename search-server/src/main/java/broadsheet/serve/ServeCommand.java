package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.ExitCode;
import broadsheet.build.IndexBuild;
import broadsheet.build.IndexerFactory;
import broadsheet.command.BuildVersion;
import broadsheet.command.print.Console;
import broadsheet.command.OwnerArguments;
import broadsheet.command.ReadingArguments;
import broadsheet.command.Settings;
import broadsheet.index.IndexException;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.serve.SearchServer.Runtime;
import broadsheet.web.PortTakenException;
import broadsheet.web.ServerOptions;
import broadsheet.web.WebServer;
import broadsheet.web.route.Rebuild;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code serve}: answers searches until the process gets the signal to end.
 *
 * <p>An index that was named is served as it is, since a script of the owner's keeps it fresh; it is built first only
 * where none is there. An index that was not named is the server's own and is brought up to date before it is served.
 */
@Command(name = "serve", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Answers searches on a page and an endpoint.",
        "Builds the index first where none is there; follows each rebuild by itself.",
        "With neither --posts nor --index it serves the sample archive."}, footer = {"",
                "Exit codes: 0 done; 2 usage; 65 the index is damaged or of another schema; 66 nothing to serve;",
                "69 the port is taken; 73 the index cannot be made; 75 another build is under way; 78 bad settings."})
final class ServeCommand implements Callable<Integer> {

    private final Sides sides;
    private final Settings settings;
    private final Runtime runtime;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ReadingArguments reading = new ReadingArguments();

    @Option(names = "--index", paramLabel = "DIR", description = {"Folder of the index.",
            "Default: one of the server's own for these posts."})
    private Optional<Path> index = Optional.empty();

    @Mixin
    private ClusterSearchArguments cluster = new ClusterSearchArguments();

    @Mixin
    private OwnerArguments owner = new OwnerArguments();

    @Mixin
    private ServerArguments server = new ServerArguments();

    @Option(names = {"-q", "--quiet"}, description = "Say nothing while the index is built.")
    private boolean quiet;

    ServeCommand(Sides sides, Settings settings, Runtime runtime) {
        this.sides = sides;
        this.settings = settings;
        this.runtime = runtime;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServerOptions options = server.options(spec.commandLine());
        OwnerFiles rules = owner.files(settings);
        Optional<ClusterPlace> place = cluster.place(spec.commandLine(), index);
        Optional<BuildOptions> build = build(place);
        IndexerFactory indexers = place.map(sides.builders()::on).orElse(sides.builders().embedded());
        Optional<Rebuild> rebuild = build.map(b -> progress -> RebuildListener.run(indexers, b, progress));
        try (SearchEngine engine = place.isPresent()
                ? sides.on(place.get(), cluster.dfs(), rules)
                : open(build, rules)) {
            serve(options, engine, rebuild);
        }
        return ExitCode.OK;
    }

    private void serve(ServerOptions options, SearchEngine engine, Optional<Rebuild> rebuild)
            throws BuildFailure, InterruptedException {
        // Beside it the routes and the page are made, which is as much work.
        CompletableFuture<Void> warm = CompletableFuture.runAsync(() -> WarmUp.of(engine));
        WebServer web = start(options, engine, rebuild, warm::join);
        CountDownLatch ended = new CountDownLatch(1);
        // The process ends when its hooks have: the running requests are waited for.
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            web.close();
            ended.countDown();
        }, "stop"));
        runtime.console().out().println("Broadsheet is ready: " + web.address() + " (" + posts(engine) + ")");
        ended.await();
    }

    private static String posts(SearchEngine engine) {
        try {
            return engine.index().posts() + " posts";
        } catch (SearchException.Unavailable e) {
            return "no posts yet: " + e.getMessage();
        }
    }

    private WebServer start(ServerOptions options, SearchEngine engine, Optional<Rebuild> rebuild,
            java.lang.Runnable opening) throws BuildFailure {
        try {
            PrintWriter err = runtime.console().err();
            return WebServer.start(options, engine, rebuild, err::println, opening);
        } catch (PortTakenException e) {
            throw new BuildFailure(ExitCode.UNAVAILABLE, e.getMessage(), e);
        }
    }

    /** The posts to build an index of, and its folder; empty where only an index was named. */
    private Optional<BuildOptions> build(Optional<ClusterPlace> place) throws BuildFailure {
        List<Path> posts = place.isPresent() ? reading.given(settings) : posts();
        if (posts.isEmpty()) {
            return Optional.empty();
        }
        Path folder = place.isPresent()
                ? Path.of(place.get().prefix())
                : index.isPresent() ? index.get() : OwnIndex.folder(posts, runtime.home());
        return Optional.of(BuildOptions.of(posts, folder).withReading(reading.options(spec.commandLine())));
    }

    private List<Path> posts() {
        List<Path> given = reading.given(settings);
        if (!given.isEmpty() || index.isPresent()) {
            return given;
        }
        return List.of(runtime.home().map(home -> home.resolve("seeds")).filter(Files::isDirectory)
                .orElseThrow(() -> new CommandLine.ParameterException(spec.commandLine(),
                        "Missing required option: '--posts=DIR' or '--index=DIR'")));
    }

    private SearchEngine open(Optional<BuildOptions> build, OwnerFiles rules) throws IOException {
        boolean ours = index.isEmpty();
        if (build.isPresent() && ours) {
            run(build.get());
        }
        Path folder = build.map(BuildOptions::index).or(() -> index).orElseThrow();
        try {
            return sides.embedded().open(folder, rules);
        } catch (IndexException e) {
            if (build.isEmpty() || ours) {
                throw Files.isDirectory(folder)
                        ? e
                        : new BuildFailure(ExitCode.NO_INPUT,
                                folder + ": no index is there; build one with 'broadsheet index' or name --posts", e);
            }
            run(build.get());
            return sides.embedded().open(folder, rules);
        }
    }

    private void run(BuildOptions options) throws IOException {
        Console console = runtime.console();
        BuildReport report;
        try (BuildListener progress = quiet ? BuildListener.NONE : console.progress()) {
            report = new IndexBuild(sides.builders().embedded()).run(options, progress);
        }
        if (!quiet && report.posts() == 0) {
            console.err().println(options.posts().getFirst() + ": no posts; 'broadsheet check' says why");
        }
        if (!quiet && report.failed() > 0) {
            console.err().println(report.failed() + " posts could not be read; 'broadsheet check' says why");
        }
    }
}
