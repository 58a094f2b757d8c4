package broadsheet.command;

import broadsheet.command.print.Console;
import broadsheet.build.IndexerFactory;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a command left.
 *
 * @param code its exit code
 * @param out what it wrote to stdout
 * @param err what it wrote to stderr
 */
record Ran(int code, String out, String err) {

    static Ran command(Object... arguments) {
        return with(LucenePostIndexer::open, Map.of(), arguments);
    }

    static Ran with(IndexerFactory indexers, Map<String, String> environment, Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, 80);
        String[] words = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        int code = IndexBuilder.run(indexers, console, environment, words);
        console.out().flush();
        console.err().flush();
        return new Ran(code, out.toString(), err.toString());
    }

    JsonNode json() {
        return new JsonMapper().readTree(out);
    }

}
