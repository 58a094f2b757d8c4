package broadsheet.web.http;

import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Numbers for the operator, as Prometheus text. */
public final class ServerMetrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer = PrometheusTextFormatWriter.create();
    private final Counter requests = Counter.builder().name("broadsheet_http_requests_total")
            .help("Requests answered.").labelNames("route", "status").register(registry);
    private final Histogram duration = Histogram.builder().name("broadsheet_http_request_duration_seconds")
            .unit(Unit.SECONDS).help("Time to answer.").labelNames("route").classicOnly()
            .classicUpperBounds(.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5).register(registry);

    public ServerMetrics(SearchEngine engine) {
        gauge("broadsheet_index_posts", "Posts that can be found now.", () -> engine.index().posts());
        gauge("broadsheet_index_generation", "Number of the published index.", () -> engine.index().generation());
        gauge("broadsheet_index_built_timestamp_seconds", "When the index was published.",
                () -> engine.index().built().toEpochMilli() / 1e3);
        gauge("broadsheet_index_bytes", "Size of the published index.", () -> engine.state().indexBytes());
        gauge("broadsheet_index_age_seconds", "Time since the index was published.",
                () -> (System.currentTimeMillis() - engine.index().built().toEpochMilli()) / 1e3);
        gauge("broadsheet_degraded", "1 while something keeps the newest index from being served whole, else 0.",
                () -> engine.state().degraded() ? 1 : 0);
        Runtime runtime = Runtime.getRuntime();
        gauge("broadsheet_memory_used_bytes", "Heap in use.", () -> runtime.totalMemory() - runtime.freeMemory());
        gauge("broadsheet_memory_max_bytes", "Heap limit.", runtime::maxMemory);
    }

    /** Adds numbers that another room counts. */
    public ServerMetrics with(Consumer<PrometheusRegistry> numbers) {
        numbers.accept(registry);
        return this;
    }

    private void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder().name(name).help(help).callback(c -> c.call(known(value))).register(registry);
    }

    /** Of an engine that is not there yet numbers are not known; the others still are. */
    private static double known(DoubleSupplier value) {
        try {
            return value.getAsDouble();
        } catch (SearchException.Unavailable e) {
            return Double.NaN;
        }
    }

    void answered(String route, int status, long nanos) {
        requests.labelValues(route, String.valueOf(status)).inc();
        duration.labelValues(route).observe(nanos / 1e9);
    }

    public Answer answer() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(out, registry.scrape());
        return Answer.of(writer.getContentType(), out.toByteArray()).with("Cache-Control", "no-store");
    }
}
