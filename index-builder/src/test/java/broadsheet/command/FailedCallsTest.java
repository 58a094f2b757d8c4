package broadsheet.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.build.Published;
import broadsheet.build.SampleSite;
import broadsheet.index.generation.GenerationStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The n-th system call of the real program fails, n = 1, 2, 3 … until a run makes fewer: strace lets it fail. Lucene's
 * own calls are among them, which {@code GenerationFaultsTest} does not reach. Skipped where there is no strace.
 */
@Tag("torture")
class FailedCallsTest {

    /** The folder of a build under way, or of the whole index. */
    private static final Pattern FLUSHED_FOLDER = Pattern.compile("fsync\\(\\d+<(.*/(?:tmp-[0-9-]+|index-\\d+))>\\)");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"fsync, EIO", "rename, EIO", "link, EMLINK", "mkdir, ENOSPC", "unlink, EACCES", "ftruncate, ENOSPC"})
    void theOldOrTheNewIndexIsWholeAndTheExitCodeTrue(String call, String error) throws Exception {
        SampleSite site = SampleSite.in(folder);
        Path trace = folder.resolve("trace");
        int failures = 0;
        int told = 0;
        boolean injected = true;
        for (int n = 1; injected && n < 200; n++) {
            Path index = folder.resolve("index-" + n);
            site.post("2024-01-01-a.md", "Old", "Text.");
            assertEquals(0, Ran.command("index", "--posts", site.root(), "--index", index).code());
            site.post("2024-01-01-a.md", "New", "Text.");
            int code = build(site.root(), index, trace, call + ":error=" + error + ":when=" + n);
            List<String> calls = Files.readAllLines(trace, StandardCharsets.ISO_8859_1);
            injected = calls.stream().anyMatch(line -> line.contains("(INJECTED)"));
            failures += injected ? 1 : 0;
            told += code == 0 ? 0 : 1;
            assertFalse(GenerationStore.at(index).open().orElseThrow().fallback());
            String post = Published.stored(index).values().toString();
            assertTrue(post.contains("New") || code != 0 && post.contains("Old"), call + " " + n + ": " + code + post);
            if (call.equals("fsync") && injected) {
                assertTrue(code != 0 || isFlushedLater(calls), "fsync " + n + " failed, and nobody was told");
            }
        }
        System.out.println(call + ": " + failures + " failures, " + told + " told by the exit code");
    }

    /**
     * Lucene forgives a folder that cannot be flushed; the folder is flushed once more before it is published, and that
     * must have gone well. A file has one chance: what the system could not write it may have thrown away.
     */
    private static boolean isFlushedLater(List<String> calls) {
        String failed = calls.stream().filter(line -> line.contains("(INJECTED)")).findFirst().orElseThrow();
        Matcher folder = FLUSHED_FOLDER.matcher(failed);
        return folder.find() && calls.stream().skip(calls.indexOf(failed) + 1L)
                .anyMatch(line -> line.contains("<" + folder.group(1) + ">") && line.endsWith(" = 0"));
    }

    private static int build(Path site, Path index, Path trace, String inject)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("strace", "-f", "-y", "-o", trace.toString(), "-e",
                "trace=" + inject.replaceFirst(":.*", ""), "-e", "inject=" + inject));
        command.addAll(BuilderProcess.command(site, index, "--quiet"));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor();
        } catch (IOException e) {
            Assumptions.abort("strace is not here: " + e.getMessage());
            return -1;
        }
    }
}
