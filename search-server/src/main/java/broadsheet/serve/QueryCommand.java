package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.command.BuildVersion;
import broadsheet.command.Console;
import broadsheet.command.OwnerArguments;
import broadsheet.command.Settings;
import broadsheet.index.IndexException;
import broadsheet.post.OneLine;
import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.web.api.SearchJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code query}: a search from the shell. */
@Command(name = "query", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Searches an index and prints the first hits.",
        "A text that begins with a hyphen stands behind --: query --index DIR -- -sport"})
final class QueryCommand implements Callable<Integer> {

    private final Engines engines;
    private final Console console;
    private final Settings settings;

    @Option(names = "--index", paramLabel = "DIR", required = true, description = "Folder of the index.")
    private Path index;

    @Mixin
    private OwnerArguments owner = new OwnerArguments();

    @Option(names = "--json", description = "Print the document of the endpoint, /api/v1/search.")
    private boolean json;

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "What to search for; nothing: the newest posts.")
    private List<String> text = new ArrayList<>();

    QueryCommand(Engines engines, Console console, Settings settings) {
        this.engines = engines;
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SearchRequest request = SearchRequest.of(String.join(" ", text));
        try (SearchEngine engine = open()) {
            SearchResponse response = engine.search(request);
            if (json) {
                console.out().println(new String(SearchJson.of(request, response), StandardCharsets.UTF_8));
            } else {
                print(response);
            }
        }
        return ExitCode.OK;
    }

    private SearchEngine open() throws IOException {
        try {
            return engines.open(index, owner.files(settings));
        } catch (IndexException e) {
            throw Files.isDirectory(index)
                    ? e
                    : new BuildFailure(ExitCode.NO_INPUT,
                            index + ": no index is there; build one with 'broadsheet index'", e);
        }
    }

    private void print(SearchResponse response) {
        PrintWriter out = console.out();
        response.query().notes().forEach(note -> console.err().println(OneLine.of(note.message())));
        for (Hit hit : response.hits()) {
            String day = hit.post().date()
                    .map(date -> LocalDate.ofInstant(date, response.index().zone()) + "  ").orElse("");
            out.println(day + OneLine.of(hit.post().title()));
            out.println("    " + OneLine.of(hit.post().id()));
            hit.snippets().stream().limit(1).forEach(s -> out.println("    " + OneLine.of(s.text())));
        }
        console.err().println(response.total() + " posts" + (response.query().relaxed()
                ? ", " + response.totalAll() + " with those that lack some of the words"
                : ""));
    }
}
