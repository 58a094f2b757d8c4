package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Archive;
import broadsheet.post.Post;
import broadsheet.post.ReadOptions;
import broadsheet.post.SharedArchives;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Posts per CPU second of a full build, from files to the published index, against Lucene alone on the same posts
 * already parsed: headline (stored) and body as English text, its defaults else. Best of several rounds, by turns; the
 * CPU time is that of all threads of the process, so the number of cores and other programs do not count.
 */
@Tag("bench")
class IndexingBenchTest {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 6);
    private static final double LEAST = 0.5;
    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"badely-like", "opensuse-news"})
    void aBuildReachesHalfOfWhatLuceneAloneDoes(String name) throws IOException {
        assumeTrue(Files.isDirectory(Path.of("../../shared/archives")), "skipped: there is no folder of real archives");
        Path archive = SharedArchives.unpacked(name, folder);
        List<Post> posts = read(archive);
        double bare = Double.MAX_VALUE;
        double whole = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            bare = Math.min(bare, cpuSeconds(folder.resolve("bare" + round), index -> indexAlone(posts, index)));
            whole = Math.min(whole, cpuSeconds(folder.resolve("whole" + round), index -> build(archive, index)));
        }
        System.out.printf("%s: %d posts; Lucene alone %.0f posts a CPU second, reading and indexing %.0f; ratio %.2f%n",
                name, posts.size(), posts.size() / bare, posts.size() / whole, bare / whole);
        assertTrue(bare / whole >= LEAST, "ratio " + bare / whole);
    }

    private static List<Post> read(Path root) throws IOException {
        Archive archive = Archive.open(List.of(root), ReadOptions.defaults());
        return archive.files().stream().flatMap(file -> archive.read(file).posts().stream()).toList();
    }

    private static void build(Path posts, Path index) throws IOException {
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(posts), index), BuildListener.NONE);
    }

    private static void indexAlone(List<Post> posts, Path index) throws IOException {
        try (FSDirectory directory = FSDirectory.open(index);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new EnglishAnalyzer()))) {
            for (Post post : posts) {
                Document document = new Document();
                document.add(new TextField("title", post.title(), Field.Store.YES));
                document.add(new TextField("body", post.body(), Field.Store.NO));
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
