package broadsheet.serve;

import broadsheet.web.ServerOptions.Limits;
import broadsheet.web.ServerOptions.Logs;
import broadsheet.web.ServerOptions.Metrics;
import broadsheet.web.ServerOptions.Trust;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Option(names = "--rate-limit", paramLabel = "N", defaultValue = "0", description = "Searches a minute of one client; 0: any number. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(names = "--kept-answers", paramLabel = "MB", defaultValue = "-1", description = {
            "Memory for answers that are kept for those who ask the same, in megabytes; 0: none.",
            "Default: half of what the heap has beyond 256 MB, up to 512, and at least a 16th part of the heap."})
    private int keptAnswers = -1;

    @Option(names = "--metrics", paramLabel = "WHO", defaultValue = "machine", description = {
            "Who may read /metrics: machine (clients on this machine without a proxy between), token, all,",
            "or an address of its own, 127.0.0.1:9090. Default: ${DEFAULT-VALUE}. The admin token always opens it."})
    private String metrics = "machine";

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
        check("--rate-limit", rate, 0, 1_000_000, command);
        check("--header-seconds", headerSeconds, 1, 300, command);
        check("--stop-pause-millis", pauseMillis, 0, 60_000, command);
        check("--slow-millis", slowMillis, 0, 600_000, command);
        check("--kept-answers", keptAnswers, -1, 100_000, command);
        return Limits.DEFAULT.withKeptBytes(keptAnswers < 0 ? Limits.DEFAULT.keptBytes() : (long) keptAnswers << 20)
                .withConnections(connections, perAddress).withSearchesAMinute(rate)
                .withHeader(Duration.ofSeconds(headerSeconds))
                .withPause(Duration.ofMillis(pauseMillis));
    }

    /** @throws ParameterException when an address is none */
    Trust trust(CommandLine command) {
        List<String> addresses = proxies.stream().map(String::strip).filter(text -> !text.isEmpty()).toList();
        try {
            return new Trust(addresses, metrics(command));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command,
                    "--trusted-proxies must be addresses like 10.0.0.1 or 10.0.0.0/8, was '" + e.getMessage() + "'");
        }
    }

    private Metrics metrics(CommandLine command) {
        return switch (metrics) {
            case "machine" -> Metrics.MACHINE;
            case "token" -> new Metrics(Metrics.To.TOKEN, Optional.empty());
            case "all" -> new Metrics(Metrics.To.ALL, Optional.empty());
            default -> new Metrics(Metrics.To.OWN_ADDRESS, Optional.of(address(command)));
        };
    }

    /** {@code 127.0.0.1:9090}, {@code [::1]:9090}. */
    private InetSocketAddress address(CommandLine command) {
        int colon = metrics.lastIndexOf(':');
        String port = metrics.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new ParameterException(command,
                    "--metrics must be machine, token, all or an address like 127.0.0.1:9090, was '" + metrics + "'");
        }
        String host = metrics.substring(0, colon);
        boolean six = host.startsWith("[") && host.endsWith("]");
        return InetSocketAddress.createUnresolved(six ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(port));
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
