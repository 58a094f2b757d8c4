package broadsheet.search;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How long the steps of searches took, counted by length. Safe for many threads, none of which waits for another. */
public final class StepTimes {

    /** Of an engine that has no steps. */
    public static final StepTimes NONE = new StepTimes(List.of());

    /** The longest time of each class in seconds; longer ones have a class of their own behind these. */
    private static final List<Double> BOUNDS = List.of(.00005, .0001, .00025, .0005, .001, .0025, .005, .01, .025, .05,
            .1, .25, .5, 1.);
    private static final long[] NANOS = BOUNDS.stream().mapToLong(seconds -> Math.round(seconds * 1e9)).toArray();

    private final List<String> names;
    private final List<Step> steps;

    /** @param names of the steps, in their order */
    public StepTimes(List<String> names) {
        this.names = List.copyOf(names);
        this.steps = names.stream().map(name -> new Step()).toList();
    }

    private static final class Step {
        private final LongAdder[] counts = Stream.generate(LongAdder::new).limit(NANOS.length + 1L)
                .toArray(LongAdder[]::new);
        private final LongAdder nanos = new LongAdder();

        void add(long took) {
            int place = Arrays.binarySearch(NANOS, took);
            counts[place < 0 ? -place - 1 : place].increment();
            nanos.add(took);
        }
    }

    /**
     * The times of one step.
     *
     * @param name {@code match}
     * @param counts for each of the {@link #bounds}, times up to it and above the one before; last, longer ones
     * @param seconds the sum of all times
     */
    public record Times(String name, List<Long> counts, double seconds) {
        public Times {
            counts = List.copyOf(counts);
        }
    }

    /** Adds one search: nanoseconds of each step, in their order. */
    public void add(long[] nanos) {
        for (int i = 0; i < nanos.length; i++) {
            steps.get(i).add(nanos[i]);
        }
    }

    /** The longest time of each class in seconds. */
    public static List<Double> bounds() {
        return BOUNDS;
    }

    /** What was counted until now. */
    public List<Times> times() {
        return IntStream.range(0, names.size()).mapToObj(i -> new Times(names.get(i),
                Stream.of(steps.get(i).counts).map(LongAdder::sum).toList(), steps.get(i).nanos.sum() / 1e9)).toList();
    }
}
