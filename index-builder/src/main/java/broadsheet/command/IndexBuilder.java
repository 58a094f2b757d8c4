package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.build.BuildFailure;
import broadsheet.build.Failures;
import broadsheet.build.IndexerFactory;
import broadsheet.index.lucene.LuceneIndexCare;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.opensearch.ClusterIndexCare;
import broadsheet.index.opensearch.ClusterPostIndexer;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program that builds indexes, without a server. */
@Command(name = "index-builder", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, description = "Builds the index of a news archive.")
public final class IndexBuilder {

    private IndexBuilder() {}

    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Console console = Console.of(System.out, System.err, environment);
        System.exit(run(LucenePostIndexer::open, console, environment, arguments));
    }

    /** @return the exit code */
    static int run(IndexerFactory indexers, Console console, Map<String, String> environment, String... arguments) {
        try {
            Settings settings = Settings.read(environment, Path.of(""));
            CommandLine root = new CommandLine(new IndexBuilder());
            new BuildCommands(new IndexEngines(indexers, new LuceneIndexCare(),
                    place -> (index, incremental) -> ClusterPostIndexer.open(place, incremental),
                    ClusterIndexCare::new), console, settings).addTo(root);
            return BuildCommands.execute(root, arguments);
        } catch (BuildFailure e) {
            console.err().println("index-builder: " + Failures.line(e));
            return e.exitCode();
        }
    }
}
