package broadsheet.serve;

import broadsheet.web.ServerOptions.Limits;
import broadsheet.web.ServerOptions.Logs;
import broadsheet.web.ServerOptions.Trust;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how much of whom the server takes on, and what it writes about it. */
final class LimitArguments {

    @Option(names = "--trusted-proxies", split = ",", paramLabel = "ADDRESS", description = {
            "Proxies whose X-Forwarded-For names the client: 10.0.0.1, 10.0.0.0/8, ::1.",
            "Their connections have no limit of their own. Default: none."})
    private List<String> proxies = new ArrayList<>();

    @Option(names = "--max-connections", paramLabel = "N", defaultValue = "1000", description = "Open connections. Default: ${DEFAULT-VALUE}.")
    private int connections = 1000;

    @Option(names = "--max-connections-per-address", paramLabel = "N", defaultValue = "64", description = "Connections of one address that wait for it. Default: ${DEFAULT-VALUE}.")
    private int perAddress = 64;

    @Option(names = "--header-seconds", paramLabel = "N", defaultValue = "10", description = "A client's time for the header of a request. Default: ${DEFAULT-VALUE}.")
    private int headerSeconds = 10;

    @Option(names = "--stop-pause-millis", paramLabel = "N", defaultValue = "1000", description = "From not ready to not listening, for balancers. Default: ${DEFAULT-VALUE}.")
    private int pauseMillis = 1000;

    @Option(names = "--access-log", description = "A line of JSON on stderr for each answer, without what was searched.")
    private boolean accessLog;

    @Option(names = "--log-queries", description = "The access log has what was searched, too.")
    private boolean logQueries;

    @Option(names = "--slow-millis", paramLabel = "N", defaultValue = "0", description = "A line of JSON on stderr, with the reading, for each search that takes longer; 0: none.")
    private int slowMillis;

    /** @throws ParameterException when a number is out of its bounds */
    Limits limits(CommandLine command) {
        check("--max-connections", connections, 10, 100_000, command);
        check("--max-connections-per-address", perAddress, 1, 100_000, command);
        check("--header-seconds", headerSeconds, 1, 300, command);
        check("--stop-pause-millis", pauseMillis, 0, 60_000, command);
        check("--slow-millis", slowMillis, 0, 600_000, command);
        return Limits.DEFAULT.withConnections(connections, perAddress).withHeader(Duration.ofSeconds(headerSeconds))
                .withPause(Duration.ofMillis(pauseMillis));
    }

    /** @throws ParameterException when an address is none */
    Trust trust(CommandLine command) {
        List<String> addresses = proxies.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
        try {
            return new Trust(addresses);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command,
                    "--trusted-proxies must be addresses like 10.0.0.1 or 10.0.0.0/8, was '" + e.getMessage() + "'");
        }
    }

    Logs logs() {
        return new Logs(accessLog, logQueries, Duration.ofMillis(slowMillis));
    }

    private static void check(String option, int value, int least, int most, CommandLine command) {
        if (value < least || value > most) {
            throw new ParameterException(command,
                    option + " must be between " + least + " and " + most + ", was " + value);
        }
    }
}
