package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.bench.MoreLike.Choice;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many similar posts are of the post's own category, and how many of them Lucene's MoreLikeThis finds as well.
 * {@code mvn verify -P bench -Dtest=SimilarBench}
 */
@Tag("bench")
class SimilarBench {

    private static final long SEED = 20261128;
    private static final int POSTS = 1_000;
    private static final int SIZE = 10;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"agnews,0.79", "bbc,0.80", "reuters21578,0.56"})
    void similarPostsAreOfOneCategoryAndNotThoseOfMoreLikeThis(String name, double bar) throws IOException {
        Corpus corpus = Corpus.news(name);
        Map<String, String> categories = corpus.docs().stream()
                .collect(Collectors.toMap(Corpus.Doc::id, Corpus.Doc::category));
        List<Corpus.Doc> asked = sample(corpus);
        Path index = corpus.index(folder);
        try (SearchEngine engine = LuceneSearchEngine.open(index); MoreLike more = new MoreLike(index)) {
            List<List<String>> ours = asked.stream().map(doc -> ids(engine, doc)).toList();
            double share = sameCategory(asked, ours, categories);
            System.out.printf(Locale.ROOT, "%s, %d posts, seed %d: same category %.3f%n", name, asked.size(), SEED,
                    share);
            for (Choice choice : Choice.values()) {
                List<List<String>> theirs = new ArrayList<>();
                for (Corpus.Doc doc : asked) {
                    theirs.add(more.ids(doc, SIZE, choice));
                }
                double equal = equal(ours, theirs);
                System.out.printf(Locale.ROOT,
                        "MoreLikeThis %s: same category %.3f; of our posts %.3f; equal answers %.3f, empty ones %d%n",
                        choice, sameCategory(asked, theirs, categories), common(ours, theirs), equal,
                        theirs.stream().filter(List::isEmpty).count());
                assertTrue(equal < .1, "MoreLikeThis answers as we do and can take the place of our choice of words");
            }
            assertTrue(share >= bar, name + ": " + share);
        }
    }

    private static List<Corpus.Doc> sample(Corpus corpus) {
        List<Corpus.Doc> docs = new ArrayList<>(corpus.docs());
        docs.removeIf(doc -> doc.category().isEmpty());
        Collections.shuffle(docs, new Random(SEED));
        return docs.subList(0, POSTS);
    }

    private static List<String> ids(SearchEngine engine, Corpus.Doc doc) {
        return engine.similar(doc.id(), SIZE).hits().stream().map(hit -> hit.post().id()).toList();
    }

    /** The share of all found posts. */
    private static double sameCategory(List<Corpus.Doc> asked, List<List<String>> found,
            Map<String, String> categories) {
        int same = 0;
        int all = 0;
        for (int i = 0; i < asked.size(); i++) {
            String category = asked.get(i).category();
            same += (int) found.get(i).stream().filter(id -> category.equals(categories.get(id))).count();
            all += found.get(i).size();
        }
        return same / (double) all;
    }

    /** Which share of our posts are among theirs. */
    private static double common(List<List<String>> ours, List<List<String>> theirs) {
        int common = 0;
        int all = 0;
        for (int i = 0; i < ours.size(); i++) {
            common += (int) ours.get(i).stream().filter(theirs.get(i)::contains).count();
            all += ours.get(i).size();
        }
        return common / (double) all;
    }

    private static double equal(List<List<String>> ours, List<List<String>> theirs) {
        int equal = 0;
        for (int i = 0; i < ours.size(); i++) {
            equal += ours.get(i).equals(theirs.get(i)) ? 1 : 0;
        }
        return equal / (double) ours.size();
    }
}
