package broadsheet.search.snippet;

import broadsheet.search.Hit.Snippet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The snippets of one hit; {@code broadsheet.bench.InnerPartsBench} runs it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SnippetParts {

    private static final int SENTENCES = 40;

    private final MadeText text = text();
    private final SnippetMaker maker = text.maker();
    private final List<Span> spans = text.spans(List.of("w7 w8", "w9", "w120"));

    private static MadeText text() {
        String[] lines = new String[SENTENCES + 1];
        lines[0] = "T {w1-w6}";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = (i % 5 == 1 ? "B¶ " : "B ") + "{w" + 5 * i + "-w" + (5 * i + 14) + "}.";
        }
        return new MadeText(lines);
    }

    /** Three words or quotations in an article of forty sentences. */
    @Benchmark
    public List<Snippet> snippets() {
        return maker.snippets(spans);
    }
}
