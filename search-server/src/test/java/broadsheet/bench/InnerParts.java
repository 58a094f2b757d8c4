package broadsheet.bench;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.copies.Sketch;
import broadsheet.copies.SketchMaker;
import broadsheet.post.Post;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngine.Suggestion;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.api.SearchJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The parts of an answer and of a build one by one, on posts made for it; {@link InnerPartsBench} runs them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class InnerParts {

    private static final int POSTS = 5_000;
    private static final int QUERIES = 64;

    private final TextAnalysis analysis = new TextAnalysis(Language.of("en"));
    private final SketchMaker sketches = new SketchMaker();
    private Corpus corpus;
    private Path folder;
    private SearchEngine engine;
    private List<String> pairs;
    private List<String> quotations;
    private List<String> sentences;
    private List<String> beginnings;
    private SearchRequest request;
    private SearchResponse response;
    private int next;

    /** Makes the index. */
    @Setup
    public void open() throws IOException {
        corpus = MadeCorpus.of(POSTS);
        var queries = MadeCorpus.queries(corpus, QUERIES);
        pairs = queries.get("two words");
        quotations = queries.get("quotation");
        sentences = queries.get("sentence");
        beginnings = queries.get("beginning");
        folder = Files.createTempDirectory("inner-parts");
        engine = LuceneSearchEngine.open(corpus.index(folder));
        request = SearchRequest.of(pairs.getFirst());
        response = engine.search(request);
        engine.suggest("a", 1);
    }

    /** Deletes it. */
    @TearDown
    public void close() throws IOException {
        engine.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }

    private String one(List<String> of) {
        next = (next + 1) % QUERIES;
        return of.get(next);
    }

    private Corpus.Doc doc() {
        next = (next + 1) % POSTS;
        return corpus.docs().get(next);
    }

    /** A sentence is read as a query. */
    @Benchmark
    public ParsedQuery parse() {
        return QueryParser.parse(one(sentences));
    }

    /** The text of a post is cut into words, folded and stemmed. */
    @Benchmark
    public List<TextAnalysis.Token> analyse() {
        return analysis.tokens(doc().body());
    }

    /** The sketch by which copies of a post are found. */
    @Benchmark
    public Sketch sketch() {
        Corpus.Doc doc = doc();
        return sketches.of(Post.builder(doc.id()).title(doc.title()).body(doc.body()).build());
    }

    /** Two words; one hit is described, so that nearly all of it is finding. */
    @Benchmark
    public SearchResponse findWords() {
        return engine.search(SearchRequest.of(one(pairs)).plain().withSize(1).withFoldCopies(false));
    }

    /** A quotation, the same. */
    @Benchmark
    public SearchResponse findQuotation() {
        return engine.search(SearchRequest.of(one(quotations)).plain().withSize(1).withFoldCopies(false));
    }

    /** Two letters and a star, the same. */
    @Benchmark
    public SearchResponse findBeginning() {
        return engine.search(SearchRequest.of(one(beginnings)).plain().withSize(1).withFoldCopies(false));
    }

    /** Two words, and ten hits with their snippets. */
    @Benchmark
    public SearchResponse findAndDescribe() {
        return engine.search(SearchRequest.of(one(pairs)).plain().withFoldCopies(false));
    }

    /** The same with facets, timeline and copies folded. */
    @Benchmark
    public SearchResponse byDefault() {
        return engine.search(SearchRequest.of(one(pairs)));
    }

    /** An answer is written as JSON. */
    @Benchmark
    public byte[] json() {
        return SearchJson.of(request, response);
    }

    /** Five completions for a few letters. */
    @Benchmark
    public List<Suggestion> complete() {
        return engine.suggest(one(pairs).substring(0, 3), 5);
    }
}
