package broadsheet.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.search.snippet.SnippetParts;
import java.util.Collection;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link InnerParts} by JMH, in a process of its own: microseconds of one call, with the error that JMH gives. */
@Tag("bench")
class InnerPartsBench {

    private static final int PARTS = 11;

    @Test
    void eachPartIsMeasured() throws RunnerException {
        Options options = new OptionsBuilder().include("\\." + InnerParts.class.getSimpleName() + "\\.")
                .include("\\." + SnippetParts.class.getSimpleName() + "\\.").forks(1).warmupIterations(5)
                .warmupTime(TimeValue.seconds(1)).measurementIterations(5).measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT).shouldFailOnError(true).addProfiler("gc")
                .jvmArgs("-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED").build();
        Collection<RunResult> results = new Runner(options).run();
        System.out.println("part: us a call, error, bytes allocated");
        for (RunResult result : results) {
            Result<?> time = result.getPrimaryResult();
            Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
            System.out.printf(Locale.ROOT, "%-16s %9.2f %7.2f %,9.0f%n", time.getLabel(), time.getScore(),
                    time.getScoreError(), bytes.getScore());
            assertTrue(time.getScore() > 0, time.getLabel());
        }
        assertEquals(PARTS, results.size());
    }
}
