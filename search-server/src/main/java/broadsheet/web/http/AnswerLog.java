package broadsheet.web.http;

import broadsheet.web.text.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

/**
 * Takes down every answer of the server, the ones to requests that were no HTTP included: in the metrics always, in the
 * access log where the owner wants one. A line of the log is one JSON object.
 */
public final class AnswerLog {

    /** Characters of a caller's text in a line. */
    private static final int LONGEST = 200;

    private final ServerMetrics metrics;
    private final Consumer<String> out;
    private final Clock clock;
    private final Lines lines;

    /** What the owner wants to be written. */
    public enum Lines {
        NONE,
        /** A line for each answer, without what was searched. */
        ANSWERS,
        /** The query of the address, too. */
        ANSWERS_WITH_QUERIES
    }

    /** @param out takes the lines */
    public AnswerLog(ServerMetrics metrics, Consumer<String> out, Clock clock, Lines lines) {
        this.metrics = metrics;
        this.out = out;
        this.clock = clock;
        this.lines = lines;
    }

    /** Counts the answer and writes its line. */
    public void take(Answered answer) {
        metrics.answered(answer.route(), answer.status(), answer.nanos());
        if (lines != Lines.NONE) {
            write(answer);
        }
    }

    private void write(Answered answer) {
        byte[] line = JsonText.object(json -> {
            json.text("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.text("id", answer.caller().id()).text("client", answer.caller().address());
            json.text("method", Edge.printable(answer.method())).text("route", answer.route());
            json.text("path", Edge.printable(answer.path())).number("status", answer.status());
            json.number("bytes", answer.bytes()).number("micros", answer.nanos() / 1000);
            if (lines == Lines.ANSWERS_WITH_QUERIES) {
                json.text("query", Edge.printable(answer.query()));
            }
        });
        out.accept(new String(line, StandardCharsets.UTF_8));
    }

    /** The first characters of a caller's text, as many as a line takes. */
    static String cut(String text) {
        boolean isLong = text.codePointCount(0, text.length()) > LONGEST;
        return isLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST)) : text;
    }
}
