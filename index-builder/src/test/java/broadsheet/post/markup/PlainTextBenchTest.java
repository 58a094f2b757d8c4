package broadsheet.post.markup;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.archive.TarFile;
import broadsheet.post.encoding.TextRepair;
import broadsheet.post.language.LanguageGuess;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts per CPU second that repair, plain text and language guess reach together; the best of five rounds. */
@Tag("bench")
class PlainTextBenchTest {

    @ParameterizedTest
    @ValueSource(strings = {"badely-like", "opensuse-news", "bitcoinops-newsletters"})
    void postsPerCpuSecond(String name) {
        Path archive = Path.of("../../shared/archives", name + ".tar.gz");
        assumeTrue(Files.exists(archive), "no archive " + name + " beside the checkout");
        List<TarFile> files = TarFile.of(archive);
        List<String> bodies = files.stream().map(TarFile::body).toList();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int i = 0; i < bodies.size(); i++) {
                LanguageGuess.of(PlainText.of(TextRepair.repair(bodies.get(i)).text(), files.get(i).markup()));
            }
            best = Math.min(best, (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
        }
        System.out.printf("%s: %d posts, %.0f posts and %.1f million characters a CPU second%n", name, files.size(),
                files.size() / best, bodies.stream().mapToInt(String::length).sum() / 1e6 / best);
    }
}
