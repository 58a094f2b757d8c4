package broadsheet.search.lucene.retrieve;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import broadsheet.search.Explanation;
import broadsheet.search.Explanation.Share;
import broadsheet.search.Hit;
import broadsheet.search.SearchRequest;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why a post stands where it does: the score taken apart, and each share in the words of the query. */
class ExplainerTest {

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.ofBuilds(folder, List.of(
                List.of(post("tram", "en", "Harbour tram", "The harbour tram met the US ferry. Tram, tram.").build(),
                        post("cafe", "en", "Café", "A café by the harbour. Elections, electors, elected.").build()),
                List.of(post("word", "en", "Word", "Us and the tram. C++ and the wing-body study.").build())));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static List<String> shares(SearchRequest request, String id) throws IOException {
        Retrieval retrieval = Retrieved.retrieval(index, request);
        List<Found> found = retrieval.run(List.of()).found();
        List<Hit> hits = new ArrayList<>();
        for (Found post : found) {
            hits.add(hit(post));
        }
        List<String> lines = new ArrayList<>();
        for (Hit hit : retrieval.explainer().explained(hits, found)) {
            if (hit.post().id().equals(id)) {
                Explanation explanation = hit.explanation().orElseThrow();
                lines.add(explanation.tier().name());
                explanation.shares().stream().map(ExplainerTest::line).sorted().forEach(lines::add);
                double sum = explanation.shares().stream().mapToDouble(Share::score).sum();
                assertEquals(explanation.shares().isEmpty() ? 0 : hit.score(), sum, 1e-4);
            }
        }
        return lines;
    }

    private static Hit hit(Found post) throws IOException {
        return new Hit(new StoredPosts(index.reader()).view(post.document()), post.score(), List.of(), List.of(),
                List.of(), List.of());
    }

    private static String line(Share share) {
        return share.cause() + " " + share.part() + " " + share.words() + " " + share.found() + " " + share.times();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            tram          ; tram ; ALL_WORDS | RECENCY POST [] [] 0 | WORD TEXT [tram] [] 4 | WORD TITLE [tram] [] 1
            trams ferry   ; word ; SOME_WORDS | RECENCY POST [] [] 0 | WORD TEXT [trams] [] 1
            harbour tram  ; tram ; ALL_WORDS | HEADLINE TITLE [] [] 0 | NEARNESS TEXT [harbour, tram] [] 3 | RECENCY POST [] [] 0 | WORD TEXT [harbour] [] 2 | WORD TEXT [tram] [] 4 | WORD TITLE [harbour] [] 1 | WORD TITLE [tram] [] 1
            US ferry      ; tram ; ALL_WORDS | CAPITALS TEXT [US] [] 1 | NEARNESS TEXT [US, ferry] [] 1 | RECENCY POST [] [] 0 | WORD TEXT [US] [] 1 | WORD TEXT [ferry] [] 1
            café          ; cafe ; ALL_WORDS | ACCENTS TEXT [café] [] 2 | RECENCY POST [] [] 0 | WORD TEXT [café] [] 2 | WORD TITLE [café] [] 1
            elect*        ; cafe ; ALL_WORDS | PATTERN TEXT [elect*] [elected, elections, electors] 3 | RECENCY POST [] [] 0
            "the tram"    ; word ; ALL_WORDS | PHRASE TEXT ["the tram"] [] 1 | RECENCY POST [] [] 0
            C++           ; word ; ALL_WORDS | PHRASE TEXT [C++] [] 1 | RECENCY POST [] [] 0
            """, quoteCharacter = '`')
    void eachShareSaysItsCauseItsPlaceAndItsWords(String text, String id, String shares) throws IOException {
        assertEquals(List.of(shares.split(" \\| ")), shares(Retrieved.request(text, 10), id));
    }

    @Test
    void byDateNothingHasAScore() throws IOException {
        assertEquals(List.of("ALL_WORDS"),
                shares(Retrieved.sorted(Retrieved.request("tram", 10), SearchRequest.Sort.NEWEST), "tram"));
    }

    private static TermQuery word(String field, String word) {
        return new TermQuery(new Term(field, word));
    }

    private static List<Query> queries() {
        Query tram = word("all_en", "tram");
        Query harbour = word("all_en", "harbour");
        Query cafe = word("all_en", "cafe");
        return List.of(tram, new BoostQuery(tram, .3f), new PhraseQuery("all_en", "harbour", "tram"),
                bool(Occur.MUST, tram, Occur.SHOULD, harbour), bool(Occur.SHOULD, tram, Occur.SHOULD, cafe),
                bool(Occur.FILTER, tram, Occur.SHOULD, harbour), bool(Occur.MUST, tram, Occur.MUST_NOT, harbour),
                bool(Occur.FILTER, harbour, Occur.FILTER, MatchAllDocsQuery.INSTANCE),
                new BoostQuery(bool(Occur.MUST, tram, Occur.SHOULD, new BoostQuery(harbour, 2)), .5f),
                bool(Occur.MUST, bool(Occur.SHOULD, tram, Occur.SHOULD, cafe), Occur.SHOULD, harbour),
                new DisjunctionMaxQuery(List.of(tram, new BoostQuery(harbour, 3)), 0),
                new BooleanQuery.Builder().add(tram, Occur.SHOULD).add(harbour, Occur.SHOULD).add(cafe, Occur.SHOULD)
                        .setMinimumNumberShouldMatch(2).build());
    }

    private static Query bool(Occur first, Query one, Occur second, Query other) {
        return new BooleanQuery.Builder().add(one, first).add(other, second).build();
    }

    /** The parts' scores add up to what Lucene gives, and there are none where Lucene finds nothing. */
    @Test
    void aTreesPartsAddUpToLucenesScore() throws IOException {
        IndexSearcher searcher = index.searcher();
        for (Query query : queries()) {
            ScoreTree tree = new ScoreTree(searcher, query);
            float[] scores = new float[index.reader().maxDoc()];
            for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
                scores[hit.doc] = hit.score;
            }
            for (int document = 0; document < scores.length; document++) {
                LeafReaderContext segment = index.reader().leaves()
                        .get(ReaderUtil.subIndex(document, index.reader().leaves()));
                double sum = tree.parts(segment, document - segment.docBase).stream()
                        .mapToDouble(ScoreTree.LeafScore::score).sum();
                assertEquals(scores[document], sum, 1e-5, query + ", document " + document);
            }
        }
    }

    @Test
    void aHeadlinesWordsAreKnownAsSuch() throws IOException {
        Query headline = bool(Occur.MUST, word("title_en", "harbour"), Occur.MUST, word("title_en", "tram"));
        ScoreTree tree = new ScoreTree(index.searcher(),
                bool(Occur.MUST, word("all_en", "tram"), Occur.SHOULD, headline));
        List<ScoreTree.LeafScore> parts = tree.parts(index.reader().leaves().get(0), 0);
        assertEquals(List.of("all_en:tram false", "title_en:harbour true", "title_en:tram true"),
                parts.stream().map(part -> part.leaf().query() + " " + part.leaf().headline()).toList());
        assertSame(tree.weight(parts.get(0).leaf()), tree.weight(parts.get(0).leaf()), "made once");
    }

    private static List<String> labels(List<Piece> pieces, Query query, Term... terms) {
        return new QueryLabels(pieces).of(query, List.of(terms));
    }

    @Test
    void aTermIsLabelledAsItWasTyped() {
        Query tram = word("all_en", "tram");
        Query row = new PhraseQuery("all_en", "harbour", "tram");
        List<Piece> pieces = List.of(new Piece("Trams", tram, false), new Piece("\"harbour tram\"", row, true));
        Term other = new Term("title_en", "tram");

        assertEquals(List.of("Trams"), labels(pieces, tram, tram(tram)), "its own label");
        assertEquals(List.of("\"harbour tram\""), labels(pieces, row, new Term("all_en", "harbour"), tram(tram)));
        assertEquals(List.of("Trams", "\"harbour tram\""), labels(pieces, new TermQuery(other), other),
                "every piece that has the term");
        assertEquals(List.of("\"harbour tram\""), labels(pieces, new PhraseQuery(8, "all_en", "tram", "harbour"),
                tram(tram), new Term("all_en", "harbour")), "what both terms share");
        assertEquals(List.of("ferry"), labels(pieces, word("all_en", "ferry"), new Term("all_en", "ferry")),
                "itself, where no piece has it");
    }

    private static Term tram(Query query) {
        return ((TermQuery) query).getTerm();
    }

    @Test
    void termsOfTwoPiecesHaveBothLabels() {
        List<Piece> pieces = List.of(new Piece("Harbours", word("all_en", "harbour"), false),
                new Piece("Trams", word("all_en", "tram"), false));
        assertEquals(List.of("Harbours", "Trams"), labels(pieces, new PhraseQuery(8, "all_en", "harbour", "tram"),
                new Term("all_en", "harbour"), new Term("all_en", "tram")));
    }

    @ParameterizedTest
    @CsvSource({"1, US", "2, c++", "3, café"})
    void aTermIsShownWithoutTheMarkOfItsForm(int mark, String text) {
        assertEquals(text, QueryLabels.text(new Term("exact", (char) mark + text)));
        assertEquals(text, QueryLabels.text(new Term("exact", text)));
    }
}
