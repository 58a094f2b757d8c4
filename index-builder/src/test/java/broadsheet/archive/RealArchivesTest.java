package broadsheet.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.FileReading;
import broadsheet.post.FileReading.Skip.Reason;
import broadsheet.post.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives of real sites: no post is lost without a reason, none is read that its site does not publish. */
class RealArchivesTest {

    /** Files, posts, skips by reason, failures, posts with repaired mojibake; counted by hand and by other tools. */
    private static final Map<String, String> EXPECTED = new TreeMap<>(Map.of("18f-blog",
            "509 files: 509 posts, {} left out, 0 failed, 0 repaired", "badely-like",
            "8001 files: 8001 posts, {} left out, 0 failed, 1545 repaired", "bitcoinops-newsletters",
            "1884 files: 1884 posts, {} left out, 0 failed, 0 repaired", "campus-chronicle",
            "135 files: 135 posts, {} left out, 0 failed, 0 repaired", "monero-blog",
            "487 files: 487 posts, {} left out, 0 failed, 0 repaired", "opensuse-news",
            "2289 files: 2193 posts, {UNPUBLISHED=95, NOT_A_POST=1} left out, 0 failed, 0 repaired", "reactos-news",
            "536 files: 533 posts, {NOT_A_POST=3} left out, 0 failed, 0 repaired", "tableless-pt",
            "1928 files: 1928 posts, {} left out, 0 failed, 20 repaired"));

    @TempDir
    private Path temp;

    @Test
    void everyFileIsAPostOrHasItsReason() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(Path.of("../../shared/archives")),
                "skipped: there is no folder of real archives");
        Map<String, String> counted = new TreeMap<>();
        List<String> untitled = new ArrayList<>();
        for (Path folder : SharedArchives.unpacked(temp)) {
            counted.put(folder.getFileName().toString(), count(folder, untitled));
        }
        assertEquals(EXPECTED, counted);
        assertEquals(List.of(), untitled);
    }

    private static String count(Path folder, List<String> untitled) throws IOException {
        Archive archive = Archive.open(List.of(folder), ReadOptions.defaults());
        int posts = 0;
        int failed = 0;
        long repaired = 0;
        Map<Reason, Integer> skips = new TreeMap<>();
        for (FileReading reading : archive.files().parallelStream().map(archive::read).toList()) {
            posts += reading.posts().size();
            failed += reading.failed();
            repaired += reading.problems().stream().filter(p -> p.code().equals("mojibake-repaired")).count();
            reading.skips().forEach(skip -> skips.merge(skip.reason(), 1, Integer::sum));
            reading.posts().stream().filter(post -> post.title().isEmpty()).forEach(post -> untitled.add(post.id()));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            long all = files.filter(Files::isRegularFile).count();
            return all + " files: " + posts + " posts, " + skips + " left out, " + failed + " failed, " + repaired
                    + " repaired";
        }
    }
}
