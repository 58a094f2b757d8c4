package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.IndexerFactory;
import broadsheet.command.BuildCommands;
import broadsheet.command.BuildVersion;
import broadsheet.command.print.Console;
import broadsheet.command.IndexEngines;
import broadsheet.command.Settings;
import broadsheet.index.lucene.LuceneIndexCare;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.opensearch.ClusterIndexCare;
import broadsheet.index.opensearch.ClusterPostIndexer;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.search.opensearch.ClusterSearchEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program: it serves and searches, and has the commands of the index builder too. Only this class chooses the engine. */
@Command(name = "broadsheet", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, synopsisSubcommandLabel = "COMMAND", description = "Full-text search for a news archive.")
public final class SearchServer {

    /** Lucene warns here at each start that a module is missing; the launcher leaves it out on purpose. */
    private static final Logger VECTORS = Logger
            .getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

    private SearchServer() {}

    public static void main(String[] arguments) {
        VECTORS.setLevel(Level.SEVERE);
        Map<String, String> environment = System.getenv();
        Optional<Path> home = Optional.ofNullable(System.getProperty("broadsheet.home"))
                .or(() -> Optional.ofNullable(environment.get("BROADSHEET_HOME"))).map(Path::of);
        Console console = Console.of(System.out, System.err, environment);
        System.exit(run(console, environment, home, arguments));
    }

    /**
     * @param home the program's folder, with the sample archive
     * @return the exit code
     */
    static int run(Console console, Map<String, String> environment, Optional<Path> home, String... arguments) {
        try {
            Settings settings = Settings.read(environment, Path.of(""));
            Engines engines = LuceneSearchEngine::open;
            IndexerFactory indexers = LucenePostIndexer::open;
            CommandLine root = new CommandLine(new SearchServer());
            IndexEngines builders = new IndexEngines(indexers, new LuceneIndexCare(),
                    place -> (index, incremental) -> ClusterPostIndexer.open(place, incremental),
                    ClusterIndexCare::new);
            Sides sides = new Sides(engines, ClusterSearchEngine::open, builders);
            root.addSubcommand(new ServeCommand(sides, settings, new Runtime(console, home)));
            BuildCommands others = new BuildCommands(builders, console, settings);
            if (settings.isFileEmpty() && arguments.length > 0 && arguments[0].equals("serve")) {
                // A server does not wait for the other commands, which take a twentieth of a start to be made.
                others.settle(root);
            } else {
                root.addSubcommand(new QueryCommand(sides, console, settings));
                root.addSubcommand(new ClusterCommand(new Runtime(console, home)));
                others.addTo(root);
            }
            return BuildCommands.execute(root, arguments);
        } catch (BuildFailure e) {
            console.err().println("broadsheet: " + e.getMessage());
            return e.exitCode();
        }
    }

    /**
     * The terminal, and the program's own folder.
     *
     * @param console the streams that it writes to
     * @param home the folder with the sample archive, if it is known
     */
    record Runtime(Console console, Optional<Path> home) {}
}
