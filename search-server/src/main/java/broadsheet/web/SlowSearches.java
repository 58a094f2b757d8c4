package broadsheet.web;

import broadsheet.search.SearchResponse;
import broadsheet.web.http.Caller;
import broadsheet.web.http.Edge;
import broadsheet.web.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/** Writes a line for each search that took longer than the owner likes, with how the text was read. */
final class SlowSearches {

    private final Duration longest;
    private final Clock clock;
    private final Consumer<String> out;

    /** @param longest zero: nothing is written */
    SlowSearches(Duration longest, Clock clock, Consumer<String> out) {
        this.longest = longest;
        this.clock = clock;
        this.out = out;
    }

    void took(SearchResponse response, long nanos) {
        if (longest.isZero() || nanos <= longest.toNanos()) {
            return;
        }
        byte[] line = JsonText.object(json -> json
                .text("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString()).text("slow", "search")
                .text("id", Caller.present()).number("micros", nanos / 1000)
                .text("read", Edge.printable(response.query().read())).number("total", response.total()));
        out.accept(new String(line, StandardCharsets.UTF_8));
    }
}
