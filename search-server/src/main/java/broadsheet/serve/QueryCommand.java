package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.command.BuildVersion;
import broadsheet.command.print.Console;
import broadsheet.command.OwnerArguments;
import broadsheet.command.Settings;
import broadsheet.index.IndexException;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.post.OneLine;
import broadsheet.search.Hit;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
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
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code query}: a search from the shell. */
@Command(name = "query", mixinStandardHelpOptions = true, versionProvider = BuildVersion.class, sortOptions = false, description = {
        "Searches an index and prints the first hits.",
        "A text that begins with a hyphen stands behind --: query --index DIR -- -sport"})
final class QueryCommand implements Callable<Integer> {

    private final Sides sides;
    private final Console console;
    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Option(names = "--index", paramLabel = "DIR", description = "Folder of the index.")
    private Optional<Path> index = Optional.empty();

    @Mixin
    private ClusterSearchArguments cluster = new ClusterSearchArguments();

    @Mixin
    private OwnerArguments owner = new OwnerArguments();

    @Option(names = "--json", description = "Print the document of the endpoint, /api/v1/search.")
    private boolean json;

    @Parameters(paramLabel = "TEXT", arity = "0..*", description = "What to search for; nothing: the newest posts.")
    private List<String> text = new ArrayList<>();

    QueryCommand(Sides sides, Console console, Settings settings) {
        this.sides = sides;
        this.settings = settings;
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        SearchRequest request = SearchRequest.of(String.join(" ", text));
        Optional<ClusterPlace> place = cluster.place(spec.commandLine(), index);
        try (SearchEngine engine = place.isPresent()
                ? sides.on(place.get(), cluster.dfs(), owner.files(settings))
                : open(folder())) {
            SearchResponse response = engine.search(request);
            if (json) {
                console.out().println(new String(SearchJson.of(request, response), StandardCharsets.UTF_8));
            } else {
                print(response);
            }
        } catch (SearchException.Unavailable e) {
            throw new BuildFailure(ExitCode.UNAVAILABLE, e.getMessage(), e);
        }
        return ExitCode.OK;
    }

    private Path folder() {
        return index.orElseThrow(
                () -> new ParameterException(spec.commandLine(), "Missing required option: '--index=DIR'"));
    }

    private SearchEngine open(Path folder) throws IOException {
        try {
            return sides.embedded().open(folder, owner.files(settings));
        } catch (IndexException e) {
            throw Files.isDirectory(folder)
                    ? e
                    : new BuildFailure(ExitCode.NO_INPUT,
                            folder + ": no index is there; build one with 'broadsheet index'", e);
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
