package broadsheet.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.index.PostFields;
import broadsheet.index.generation.GenerationStore;
import broadsheet.index.lucene.LucenePostIndexer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room build: posts that name no language get the archive's, whichever way the build is done. */
class LanguagesOfABuildTest {

    private static final String ENGLISH = "The council said that the sea wall would be built by the town next year.";
    private static final String PORTUGUESE = "A câmara disse que o muro será construído no próximo ano e que não custa mais.";
    /** Both languages could have written it. */
    private static final String SHORT = "Monumental regata oficial";

    @TempDir
    Path folder;
    private SampleSite site;
    private Path index;

    @BeforeEach
    void site() throws IOException {
        site = SampleSite.in(folder);
        index = folder.resolve("index");
    }

    private BuildReport build(Path where, boolean full) throws IOException {
        return new IndexBuild(LucenePostIndexer::open)
                .run(BuildOptions.of(List.of(site.root()), where).withFull(full), BuildListener.NONE);
    }

    private void posts(int first, int count, String text) {
        for (int i = first; i < first + count; i++) {
            site.post(SampleSite.name(i), "No " + i, text);
        }
    }

    /** The language of each post, by its id. */
    private static TreeMap<String, String> languages(Path index) throws IOException {
        TreeMap<String, String> languages = new TreeMap<>();
        try (DirectoryReader reader = DirectoryReader
                .open(FSDirectory.open(GenerationStore.at(index).open().orElseThrow().generation().folder()))) {
            for (LeafReaderContext leaf : reader.leaves()) {
                String[] ids = Published.ids(leaf.reader());
                Terms terms = leaf.reader().terms(PostFields.LANG + "_key");
                TermsEnum each = terms.iterator();
                while (each.next() != null) {
                    PostingsEnum docs = each.postings(null);
                    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
                        if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
                            languages.put(ids[doc], each.term().utf8ToString());
                        }
                    }
                }
            }
        }
        return languages;
    }

    private void assertSameAsFromNothing() throws IOException {
        Path elsewhere = folder.resolve("elsewhere");
        build(elsewhere, true);
        assertEquals(Published.stored(elsewhere), Published.stored(index));
        assertEquals(Published.postings(elsewhere), Published.postings(index));
    }

    @Test
    void aShortPostHasTheLanguageOfItsArchive() throws IOException {
        site.post("2023-01-01-short.md", "1", SHORT);
        posts(1, 20, ENGLISH);
        build(index, false);
        assertEquals("en", languages(index).get("_posts/2023-01-01-short.md"));
        assertEquals(21, languages(index).size());
    }

    @Test
    void aPostProvesItsOwnLanguageInAnArchiveOfAnother() throws IOException {
        posts(1, 20, ENGLISH);
        site.post("2023-01-01-own.md", "Muro", PORTUGUESE);
        site.post("2023-01-02-own.md", "城市", "市议会表示海堤将于明年建成");
        site.file("2023-01-03-named.md", "---\ntitle: No\nlang: fr\n---\n" + ENGLISH + "\n");
        build(index, false);
        assertEquals("pt", languages(index).get("_posts/2023-01-01-own.md"));
        assertEquals("zh", languages(index).get("_posts/2023-01-02-own.md"));
        assertEquals("fr", languages(index).get("_posts/2023-01-03-named.md"));
    }

    @Test
    void anUnchangedPostChangesItsLanguageWithItsArchive() throws IOException {
        site.post("2023-01-01-short.md", "1", SHORT);
        posts(1, 10, ENGLISH);
        build(index, false);
        assertEquals("en", languages(index).get("_posts/2023-01-01-short.md"));

        posts(1, 10, PORTUGUESE);
        posts(11, 20, PORTUGUESE);
        build(index, false);
        assertEquals("pt", languages(index).get("_posts/2023-01-01-short.md"));
        assertSameAsFromNothing();
    }

    @Test
    void buildsThatGoOnDecideAsBuildsFromNothing() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> texts = List.of(ENGLISH, PORTUGUESE, SHORT, "Muro", "Wall", "Regata", "Festival",
                "Der Rat hat gesagt, dass die Mauer im nächsten Jahr gebaut wird.", "12:30", "市议会");
        for (int round = 0; round < 8; round++) {
            int kinds = 1 + random.nextInt(texts.size());
            for (int i = 0; i < 12; i++) {
                site.post(SampleSite.name(1 + random.nextInt(30)), texts.get(random.nextInt(kinds)),
                        texts.get(random.nextInt(kinds)));
            }
            build(index, false);
            try {
                assertSameAsFromNothing();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }
}
