package broadsheet.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Open files and memory of this process, once a minute, where the system shows them: what leaks grows. */
final class ProcessFootprint {

    private static final Path SELF = Path.of("/proc/self");

    private final long warm;
    private final long begin = System.nanoTime();
    private final List<Seen> seen = new ArrayList<>();
    private long last;

    private record Seen(long after, long files, long residentKilobytes) {}

    /** @param warm what grows until then is the warming up */
    ProcessFootprint(Duration warm) {
        this.warm = warm.toNanos();
    }

    /** Looks, unless it is less than a minute since the last look. */
    void look() throws IOException {
        long after = System.nanoTime() - begin;
        boolean early = !seen.isEmpty() && after - last < Duration.ofMinutes(1).toNanos();
        if (early || !Files.isReadable(SELF.resolve("status"))) {
            return;
        }
        last = after;
        try (Stream<Path> files = Files.list(SELF.resolve("fd"));
                Stream<String> status = Files.lines(SELF.resolve(
                        "status"))) {
            long resident = status.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
            seen.add(new Seen(after, files.count(), resident));
        }
    }

    /** The mean of the last ten looks is at most 5 % above that of the first ten after the warming up. */
    void assertFlat() {
        List<Seen> warmed = seen.stream().filter(one -> one.after() >= warm).toList();
        if (warmed.size() < 20) {
            return;
        }
        List<Seen> first = warmed.subList(0, 10);
        List<Seen> end = warmed.subList(warmed.size() - 10, warmed.size());
        assertTrue(files(end) <= 1.05 * files(first), "open files: " + seen);
        assertTrue(resident(end) <= 1.05 * resident(first), "memory: " + seen);
    }

    private static double files(List<Seen> looks) {
        return looks.stream().mapToLong(Seen::files).average().orElse(0);
    }

    private static double resident(List<Seen> looks) {
        return looks.stream().mapToLong(Seen::residentKilobytes).average().orElse(0);
    }

    @Override
    public String toString() {
        return "open files and MB, each minute: " + seen.stream()
                .map(one -> one.files() + "/" + one.residentKilobytes() / 1024).toList();
    }
}
