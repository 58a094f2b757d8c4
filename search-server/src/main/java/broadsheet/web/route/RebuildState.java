package broadsheet.web.route;

import broadsheet.web.http.Edge;
import broadsheet.web.text.JsonText;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** The rebuild that runs, if one does, and what the last one said. Safe for many threads. */
final class RebuildState implements Rebuild.Progress {

    private enum Phase {
        READING,
        PUBLISHING,
        /** Too late to stop. */
        COMMITTING;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a rebuild that was told to stop does. */
    enum Told {
        STOPS,
        NOTHING_RUNS,
        TOO_LATE
    }

    private final Clock clock;
    private Optional<Instant> started = Optional.empty();
    private boolean told;
    private Phase phase = Phase.READING;
    private long files;
    private long filesRead;
    private long posts;
    private Optional<Ended> last = Optional.empty();

    /**
     * How a rebuild ended.
     *
     * @param outcome {@code published}, {@code failed} or {@code stopped}
     */
    private record Ended(Instant at, String outcome, String message) {}

    RebuildState(Clock clock) {
        this.clock = clock;
    }

    /** False when one runs already. */
    synchronized boolean begin() {
        if (started.isPresent()) {
            return false;
        }
        started = Optional.of(clock.instant());
        told = false;
        phase = Phase.READING;
        files = 0;
        filesRead = 0;
        posts = 0;
        return true;
    }

    synchronized void end(String outcome, String message) {
        last = Optional.of(new Ended(clock.instant(), outcome, Edge.printable(message)));
        started = Optional.empty();
    }

    /** Tells the rebuild to stop. */
    synchronized Told stop() {
        if (started.isEmpty()) {
            return Told.NOTHING_RUNS;
        }
        if (phase == Phase.COMMITTING) {
            return Told.TOO_LATE;
        }
        told = true;
        return Told.STOPS;
    }

    @Override
    public synchronized void files(int count) {
        check();
        files = count;
    }

    @Override
    public synchronized void read(int count) {
        check();
        filesRead++;
        posts += count;
    }

    @Override
    public synchronized void publishing() {
        check();
        phase = Phase.PUBLISHING;
    }

    @Override
    public synchronized void committing() {
        check();
        phase = Phase.COMMITTING;
    }

    private void check() {
        if (told) {
            throw new CancellationException("told to stop");
        }
    }

    synchronized byte[] json() {
        boolean running = started.isPresent();
        return JsonText.object(json -> {
            json.flag("running", running).flag("stopping", running && told).timeOrNull("started", started);
            json.textOrNull("phase", running ? phase.label() : "");
            json.number("files", files).number("filesRead", filesRead).number("posts", posts);
            if (last.isEmpty()) {
                json.nothing("last");
                return;
            }
            Ended ended = last.get();
            json.object("last", l -> l.time("ended", ended.at()).text("outcome", ended.outcome())
                    .text("message", ended.message()));
        });
    }
}
