package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.BuildReport;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a build costs a post as the archive grows: {@code -Dmade.posts=10000,100000,1000000}. Peak memory is that of the
 * process, so that it rises from one size to the next. {@code -Dmade.keep=DIR} leaves the indexes there, for
 * {@code ScaleBench}.
 */
@Tag("bench")
class GrowthBenchTest {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
            .getOperatingSystemMXBean();

    @TempDir
    Path folder;

    @Test
    void aPostTakesNoMoreRoomInALargerArchive() throws IOException {
        long before = Long.MAX_VALUE;
        for (String posts : System.getProperty("made.posts", "10000,100000").split(",")) {
            long bytes = bytesAPost(Integer.parseInt(posts));
            assertTrue(bytes <= before * 1.1, bytes + " bytes a post, in a smaller archive " + before);
            before = bytes;
        }
    }

    private long bytesAPost(int posts) throws IOException {
        Path archive = Files.createDirectory(folder.resolve("posts-" + posts));
        Path index = Path.of(System.getProperty("made.keep", folder.toString())).resolve("index-" + posts);
        MadeArchive.write(archive, posts);
        long cpu = SYSTEM.getProcessCpuTime();
        BuildReport report = new IndexBuild(LucenePostIndexer::open).run(
                BuildOptions.of(List.of(archive), index), BuildListener.NONE);
        cpu = SYSTEM.getProcessCpuTime() - cpu;
        assertEquals(posts, report.posts());
        System.out.printf("%,d posts: %.1f s, %d us of CPU a post, %,d bytes a post, peak memory %s%n", posts,
                report.millis() / 1e3, cpu / 1000 / posts, report.bytes() / posts, peak());
        return report.bytes() / posts;
    }

    private static String peak() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.notExists(status)) {
            return "unknown";
        }
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM")).map(line -> line.substring(6).strip()).findFirst()
                    .orElse("unknown");
        }
    }
}
