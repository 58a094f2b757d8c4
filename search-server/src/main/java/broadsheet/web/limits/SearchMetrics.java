package broadsheet.web.limits;

import broadsheet.search.SearchEngine;
import broadsheet.search.StepTimes;
import broadsheet.search.StepTimes.Times;
import broadsheet.web.limits.SearchGate.Load;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.function.LongSupplier;
import java.util.function.ToDoubleFunction;

/** Numbers on searches. They are counted where searches pass, and read here only when somebody asks for metrics. */
public final class SearchMetrics {

    private final PrometheusRegistry registry;
    private final SearchGate gate;

    private SearchMetrics(PrometheusRegistry registry, SearchGate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    /**
     * Searches that never came to the gate.
     *
     * @param crowded searches sent away since no thread was left to answer them
     * @param tooOften searches sent away since their client asks too often
     */
    public record Refused(LongSupplier crowded, LongSupplier tooOften) {}

    /** Registers them, each with where it is read. */
    public static void register(PrometheusRegistry registry, SearchEngine engine, SearchGate gate, Refused refused) {
        SearchMetrics metrics = new SearchMetrics(registry, gate);
        metrics.lanes("broadsheet_searches_running", "Searches that have a place now.", Load::running);
        metrics.lanes("broadsheet_searches_waiting", "Searches that wait for a place now.", Load::waiting);
        metrics.rejected(refused);
        metrics.counter("broadsheet_searches_partial_total", "Searches that were cut short.", gate::partial);
        metrics.counter("broadsheet_searches_zero_results_total", "Searches that found nothing.",
                gate::withoutResults);
        registry.register(() -> steps(engine.steps()));
    }

    private void lanes(String name, String help, ToDoubleFunction<Load> value) {
        GaugeWithCallback.builder().name(name).help(help).labelNames("lane").callback(
                data -> gate.loads().forEach(load -> data.call(value.applyAsDouble(load), load.lane())))
                .register(registry);
    }

    private void counter(String name, String help, LongSupplier value) {
        CounterWithCallback.builder().name(name).help(help).callback(data -> data.call(value.getAsLong()))
                .register(registry);
    }

    private void rejected(Refused refused) {
        CounterWithCallback.builder().name("broadsheet_searches_rejected_total").help("Searches sent away.")
                .labelNames("lane", "reason").callback(data -> {
                    gate.loads().forEach(load -> data.call(load.rejected(), load.lane(), "no place in time"));
                    data.call(refused.crowded().getAsLong(), "any", "no thread");
                    data.call(refused.tooOften().getAsLong(), "any", "too many of one client");
                }).register(registry);
    }

    private static HistogramSnapshot steps(StepTimes times) {
        HistogramSnapshot.Builder all = HistogramSnapshot.builder().name("broadsheet_search_step_seconds")
                .unit(Unit.SECONDS).help("Time that each step of a search took.");
        times.times().forEach(step -> all.dataPoint(point(step)));
        return all.build();
    }

    private static HistogramDataPointSnapshot point(Times step) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        for (int i = 0; i < step.counts().size(); i++) {
            double bound = i < StepTimes.bounds().size() ? StepTimes.bounds().get(i) : Double.POSITIVE_INFINITY;
            buckets.bucket(bound, step.counts().get(i));
        }
        return HistogramDataPointSnapshot.builder().labels(Labels.of("step", step.name()))
                .classicHistogramBuckets(buckets.build()).sum(step.seconds()).build();
    }
}
