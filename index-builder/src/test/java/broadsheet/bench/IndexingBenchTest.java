package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.Archive;
import broadsheet.archive.SharedArchives;
import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.PostIndexer;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.ReadOptions;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Posts per CPU second of a build, of posts already parsed to the published index, against Lucene alone on the same posts,
 * with its English analyzer and defaults: each post's headline, excerpt and body as stored text, its
 * address and names as stored words with doc values to count by, its date. Printed and not judged: the same from files on,
 * which are to be read, understood and parsed; and as a lower mark headline and body alone, the body not stored, so that
 * nothing of it could be shown.
 *
 * <p>Best of several rounds, by turns, as many as it takes until the JVM has compiled both sides; the CPU time is that of all
 * threads of the process, so the number of cores and other programs do not count.
 */
@Tag("bench")
class IndexingBenchTest {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 30);
    /** Posts a CPU second, of posts already parsed as Lucene gets them. */
    private static final double LEAST = 0.6;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"agnews", "badely-like", "opensuse-news"})
    void aBuildReachesMostOfWhatLuceneAloneDoes(String name) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("../../shared/archives")), "skipped: there is no folder of real archives");
        Path archive = name.equals("agnews")
                ? SharedArchives.corpus(name, folder)
                : SharedArchives.unpacked(name, folder);
        List<Post> posts = read(archive);
        double bare = Double.MAX_VALUE;
        double least = Double.MAX_VALUE;
        double parsed = Double.MAX_VALUE;
        double whole = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, cpuSeconds(folder.resolve("bare" + round), index -> indexAlone(posts, index)));
            least = Math.min(least, cpuSeconds(folder.resolve("least" + round), index -> leastAlone(posts, index)));
            parsed = Math.min(parsed, cpuSeconds(folder.resolve("parsed" + round), index -> indexParsed(posts, index)));
            whole = Math.min(whole, cpuSeconds(folder.resolve("whole" + round), index -> build(archive, index)));
        }
        System.out.printf(
                "%s: %d posts; posts a CPU second: Lucene alone %.0f, reading and indexing %.0f; ratio %.2f%n", name,
                posts.size(), posts.size() / bare, posts.size() / whole, bare / whole);
        System.out.printf("%s: posts already parsed, as Lucene alone gets them: %.0f; ratio %.2f%n", name,
                posts.size() / parsed, bare / parsed);
        System.out.printf("%s: headline and body alone, nothing stored: %.0f; ratio %.2f%n", name,
                posts.size() / least, least / whole);
        assertTrue(bare / parsed >= LEAST, "ratio " + bare / parsed);
    }

    private static List<Post> read(Path root) throws IOException {
        Archive archive = Archive.open(List.of(root), ReadOptions.defaults());
        return archive.files().stream().flatMap(file -> archive.read(file).posts().stream()).toList();
    }

    private static void build(Path posts, Path index) throws IOException {
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(posts), index), BuildListener.NONE);
    }

    /** All that a build does behind the reading: words, copies, the check of what is on the disk, the publishing. */
    private static void indexParsed(List<Post> posts, Path index) throws IOException {
        try (PostIndexer indexer = LucenePostIndexer.open(index, false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
    }

    private static void indexAlone(List<Post> posts, Path index) throws IOException {
        indexAlone(posts, index, (post, document) -> {
            document.add(new TextField("title", post.title(), Field.Store.YES));
            document.add(new TextField("excerpt", post.excerpt(), Field.Store.YES));
            document.add(new TextField("body", post.body(), Field.Store.YES));
            document.add(new StringField("id", post.id(), Field.Store.YES));
            document.add(new StringField("url", post.url(), Field.Store.YES));
            post.date().ifPresent(
                    date -> document.add(new LongField("date", date.toEpochMilli(), Field.Store.YES)));
            addNames(document, "author", post.authors());
            addNames(document, "category", post.categories());
            addNames(document, "tag", post.tags());
            addNames(document, "lang", List.of(post.lang()));
        });
    }

    private static void addNames(Document document, String field, List<String> names) {
        for (String name : Set.copyOf(names)) {
            document.add(new StringField(field, name, Field.Store.YES));
            document.add(new SortedSetDocValuesField(field, new BytesRef(name)));
        }
    }

    private static void leastAlone(List<Post> posts, Path index) throws IOException {
        indexAlone(posts, index, (post, document) -> {
            document.add(new TextField("title", post.title(), Field.Store.YES));
            document.add(new TextField("body", post.body(), Field.Store.NO));
        });
    }

    private static void indexAlone(List<Post> posts, Path index, BiConsumer<Post, Document> fields)
            throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
            for (Post post : posts) {
                Document document = new Document();
                fields.accept(post, document);
                writer.addDocument(document);
            }
            writer.commit();
        }
    }

    /** Work on an index folder. */
    private interface Indexing {
        void run(Path index) throws IOException;
    }

    private static double cpuSeconds(Path index, Indexing work) throws IOException {
        System.gc();
        long start = SYSTEM.getProcessCpuTime();
        work.run(index);
        return (SYSTEM.getProcessCpuTime() - start) / 1e9;
    }
}
