package broadsheet.serve;

import broadsheet.web.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of the web server itself. */
public final class ServerArguments {

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1", description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "N", defaultValue = "7070", description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 7070;

    @Mixin
    private PageArguments page = new PageArguments();

    @Option(names = "--public-url", paramLabel = "URL", description = {
            "Where the world sees the server, for feeds behind a proxy.", "Default: the host that a request names."})
    private Optional<String> publicUrl = Optional.empty();

    @Option(names = "--cors-origins", split = ",", paramLabel = "ORIGIN", description = {
            "Whose pages may read the endpoint: https://news.example, or * for all.",
            "Default: none but the server's own."})
    private List<String> origins = new ArrayList<>();

    @Option(names = "--admin-token-file", paramLabel = "FILE", description = {
            "File with the token that allows /admin/rebuild and /admin/status.",
            "BROADSHEET_ADMIN_TOKEN may hold the token itself."})
    private Optional<Path> tokenFile = Optional.empty();

    /** Hidden, as a command line can be read by others; the environment sets it. */
    @Option(names = "--admin-token", hidden = true)
    private Optional<String> token = Optional.empty();

    @Mixin
    private LimitArguments limits = new LimitArguments();

    /** @throws ParameterException when a value makes no sense */
    ServerOptions options(CommandLine command) {
        if (port < 0 || port > 65535) {
            throw new ParameterException(command, "--port must be between 0 and 65535, was " + port);
        }
        Optional<String> address = publicUrl.map(url -> checked(url, command));
        return new ServerOptions(host, port, page.owner(address, command), address, token(command),
                limits.limits(command), origins.stream().map(o -> origin(o, command)).toList(), limits.trust(command),
                limits.logs());
    }

    private static String origin(String text, CommandLine command) {
        String origin = text.strip();
        if (origin.equals("*") || origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
            return origin;
        }
        throw new ParameterException(command,
                "--cors-origins must be like https://news.example, or *, was '" + text + "'");
    }

    private static String checked(String url, CommandLine command) {
        if (isWebAddress(url)) {
            return url.replaceFirst("/+$", "");
        }
        throw new ParameterException(command, "--public-url must be like https://news.example, was '" + url + "'");
    }

    /** Whether this is http or https, a host and at most a path. */
    static boolean isWebAddress(String url) {
        try {
            URI uri = URI.create(url);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Optional<String> token(CommandLine command) {
        if (tokenFile.isEmpty()) {
            return token.map(String::strip).filter(t -> !t.isEmpty());
        }
        try {
            String text = Files.readString(tokenFile.get()).strip();
            if (text.isEmpty()) {
                throw new ParameterException(command, "--admin-token-file: " + tokenFile.get() + " is empty");
            }
            return Optional.of(text);
        } catch (IOException e) {
            throw new ParameterException(command, "--admin-token-file: cannot read " + tokenFile.get(), e);
        }
    }
}
