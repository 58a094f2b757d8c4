package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.web.ServerOptions;
import broadsheet.web.ServerOptions.Owner;
import broadsheet.web.page.PageSettings.Colours;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class ServerArgumentsTest {

    private static ServerOptions options(String... arguments) {
        ServerArguments server = new ServerArguments();
        CommandLine command = new CommandLine(server);
        command.parseArgs(arguments);
        return server.options(command);
    }

    @Test
    void withoutOptionsTheServerIsOnLoopbackAndHasNothingToAdminister() {
        assertEquals(ServerOptions.local(7070).withLimits(ServerOptions.Limits.DEFAULT), options());
    }

    @Test
    void everyOptionIsRead() {
        assertEquals(
                new ServerOptions("0.0.0.0", 0,
                        new Owner(Optional.of("The Courier"), Optional.of("https://courier.news"),
                                Optional.of(Locale.GERMAN), "/archive", new Colours("#1d5a8a", "#8ab8e0")),
                        Optional.of("https://search.courier.news"), Optional.of("secret"),
                        new ServerOptions.Limits(500, 20, 2 * Runtime.getRuntime().availableProcessors(), 120,
                                Duration.ofMillis(250), Duration.ofSeconds(5), Duration.ZERO, Duration.ofSeconds(8),
                                48L << 20),
                        List.of("https://courier.news", "http://localhost:8080"),
                        new ServerOptions.Trust(List.of("10.0.0.0/8", "::1"),
                                new ServerOptions.Metrics(ServerOptions.Metrics.To.OWN_ADDRESS,
                                        Optional.of(InetSocketAddress.createUnresolved("::1", 9090)))),
                        new ServerOptions.Logs(true, true, Duration.ofMillis(800))),
                options("--host", "0.0.0.0", "--port", "0", "--title", " The Courier ", "--site-url",
                        "https://courier.news/", "--page-language", "de", "--base-path", "/archive/", "--accent",
                        "#1d5a8a", "--accent-dark", "#8ab8e0", "--public-url", "https://search.courier.news//",
                        "--cors-origins", "https://courier.news,http://localhost:8080", "--admin-token", " secret ",
                        "--access-log", "--kept-answers", "48",
                        "--max-connections", "500", "--max-connections-per-address", "20", "--header-seconds", "5",
                        "--stop-pause-millis", "0", "--rate-limit", "120", "--metrics", "[::1]:9090",
                        "--trusted-proxies", "10.0.0.0/8, ::1", "--log-queries",
                        "--slow-millis", "800"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --port=65536                     | --port must be between 0 and 65535, was 65536
            --port=-1                        | --port must be between 0 and 65535, was -1
            --public-url=news.example        | --public-url must be like https://news.example, was 'news.example'
            --public-url=ftp://news.example  | --public-url must be like https://news.example, was 'ftp://news.example'
            --public-url=https://a.example?b | --public-url must be like https://news.example, was 'https://a.example?b'
            --public-url=https://a b         | --public-url must be like https://news.example, was 'https://a b'
            --cors-origins=a.example         | --cors-origins must be like https://news.example, or *, was 'a.example'
            --cors-origins=https://a.example/b | --cors-origins must be like https://news.example, or *, was 'https://a.example/b'
            --trusted-proxies=proxy.example  | --trusted-proxies must be addresses like 10.0.0.1 or 10.0.0.0/8, was 'proxy.example'
            --trusted-proxies=10.0.0.0/33    | --trusted-proxies must be addresses like 10.0.0.1 or 10.0.0.0/8, was '10.0.0.0/33'
            --max-connections=9              | --max-connections must be between 10 and 100000, was 9
            --metrics=nobody                 | --metrics must be machine, token, all or an address like 127.0.0.1:9090, was 'nobody'
            --metrics=a:99999                | --metrics must be machine, token, all or an address like 127.0.0.1:9090, was 'a:99999'
            --rate-limit=-1                  | --rate-limit must be between 0 and 1000000, was -1
            --header-seconds=0               | --header-seconds must be between 1 and 300, was 0
            --site-url=news.example          | --site-url must be none or an address like https://news.example, was 'news.example'
            --base-path=archive              | --base-path must be a path like /archive, was 'archive'
            --base-path=/a b                 | --base-path must be a path like /archive, was '/a b'
            --base-path=/a//b                | --base-path must be a path like /archive, was '/a//b'
            --accent=#12                     | --accent must be a colour like #1d5a8a, was '#12'
            --accent-dark=red;x              | --accent-dark must be a colour like #8ab8e0, was 'red;x'
            --page-language=it               | --page-language must be one of en, de, es, fr, uk, ar, was 'it'
            """)
    void aBadValueIsNamedWithWhatWouldDo(String argument, String message) {
        assertEquals(message, assertThrows(ParameterException.class, () -> options(argument)).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --public-url=https://news.example/archive/              | /archive
            --public-url=https://news.example                       | ''
            --public-url=https://news.example/a --base-path=/b/c    | /b/c
            --base-path=/                                           | ''
            """)
    void theBasePathIsThatOfThePublicAddressUnlessItIsNamed(String arguments, String path) {
        assertEquals(path, options(arguments.split(" ")).owner().basePath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                                 | *
            https://a.example , *             | https://a.example *
            https://[::1]:8080                | https://[::1]:8080
            """)
    void originsStandApartByCommas(String given, String origins) {
        assertEquals(List.of(origins.split(" ")), options("--cors-origins", given).origins());
    }

    @Test
    void aBlankTitleIsNoneAndNoneIsAnAddressOfItsOwn() {
        Owner owner = options("--title", "  ", "--site-url", "none").owner();
        assertEquals(Optional.empty(), owner.title());
        assertEquals(Optional.of("none"), owner.siteUrl());
    }

    @Test
    void theTokenComesFromItsFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("token"), "secret\n");
        assertEquals(Optional.of("secret"), options("--admin-token-file", file.toString()).adminToken());
        assertEquals(Optional.of("secret"),
                options("--admin-token-file", file.toString(), "--admin-token", "other").adminToken());
        assertEquals(Optional.empty(), options("--admin-token", "  ").adminToken());
    }

    @Test
    void aFileWithoutATokenIsNamed(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty"), " \n");
        assertEquals("--admin-token-file: " + empty + " is empty", assertThrows(ParameterException.class,
                () -> options("--admin-token-file", empty.toString())).getMessage());
        Path none = folder.resolve("none");
        assertEquals("--admin-token-file: cannot read " + none, assertThrows(ParameterException.class,
                () -> options("--admin-token-file", none.toString())).getMessage());
    }
}
