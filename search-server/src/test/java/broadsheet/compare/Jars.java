package broadsheet.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** The two programs, and what is done with both: the same commands, whose outcome is compared. */
record Jars(Jar before, Jar after) {

    /** Builds both indexes and compares all that stands in them. */
    void index(Path posts, Report report) throws IOException, InterruptedException {
        run("index --json", List.of("index", "--json", "--quiet", "--posts", absolute(posts), "--index", Jar.INDEX),
                report);
        facts(report);
    }

    private void facts(Report report) throws IOException {
        SortedMap<String, String> old = IndexFacts.of(before.index());
        report.note(old.entrySet().stream().filter(fact -> fact.getKey().startsWith("CheckIndex\t"))
                .map(fact -> fact.getKey().substring("CheckIndex\t".length()) + " " + fact.getValue())
                .collect(Collectors.joining(", ", "CheckIndex of the first: ", "")));
        report.compare(old, IndexFacts.of(after.index()));
    }

    /** Each builds once more onto the other's index: it must know every file again. */
    void indexAgain(Path posts, Report report) throws IOException, InterruptedException {
        Path aside = before.home().resolve("aside");
        Files.move(before.index(), aside);
        Files.move(after.index(), before.index());
        Files.move(aside, after.index());
        run("index --json, again", List.of("index", "--json", "--quiet", "--posts", absolute(posts), "--index",
                Jar.INDEX), report);
        facts(report);
    }

    void commands(Path posts, Report report) throws IOException, InterruptedException {
        String archive = absolute(posts);
        for (List<String> command : List.of(List.of("--help"), List.of("--version"), List.of("index", "--help"),
                List.of("serve", "--help"), List.of("query", "--help"), List.of("check", "--help"),
                List.of("url", "--help"), List.of("check", "--posts", archive),
                List.of("check", "--copies", "--json", "--quiet", "--posts", archive),
                List.of("url", "--posts", archive), List.of("query", "--index", Jar.INDEX, "release news"),
                List.of("query", "--index", Jar.INDEX, "--json", "news OR toady"),
                List.of("query", "--index", "nowhere", "a"), List.of("check", "--posts", "nowhere"),
                List.of("serve", "--index", Jar.INDEX, "--port", "99999"), List.of("index", "--odd"))) {
            run(command.getFirst(), command, report);
        }
    }

    void rules(List<String> queries, Map<String, String> pins) throws IOException {
        OwnerRules.write(before.home(), queries, pins);
        OwnerRules.write(after.home(), queries, pins);
    }

    private void run(String kind, List<String> arguments, Report report) throws IOException, InterruptedException {
        report.compare("command " + kind, String.join(" ", arguments), before.run(arguments).timeless(),
                after.run(arguments).timeless());
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().toString();
    }
}
