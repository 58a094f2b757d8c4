package broadsheet.web.page;

import broadsheet.search.SearchEngine.Similar;
import broadsheet.search.SearchRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Serves the pages with sample answers on a free port, under the product's own content security policy. */
final class PreviewServer implements AutoCloseable {

    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "require-trusted-types-for 'script'";

    private final HttpServer server;
    private final SearchPage page;
    final List<String> asked = java.util.Collections.synchronizedList(new ArrayList<>());

    PreviewServer(PageSettings settings) throws IOException {
        page = new SearchPage(() -> settings);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(exchange.getRequestURI().toString());
        Map<String, List<String>> parameters = parameters(exchange.getRequestURI().getRawQuery());
        if (path.equals("/advanced") && !parameters.isEmpty()) {
            exchange.getResponseHeaders().set("Location", page.advancedTarget(parameters));
            exchange.sendResponseHeaders(303, -1);
            exchange.close();
            return;
        }
        String body = switch (path) {
            case "/" -> start();
            case "/search" -> results(parameters);
            case "/tips" -> page.tips(context("en"));
            case "/advanced" -> page.advanced(context("en"));
            case "/similar" -> page.similar(SampleAnswers.hit(0).post(),
                    new Similar(List.of(SampleAnswers.hit(1)), false), context("en"));
            case "/api/v1/suggest" -> suggestions(parameters);
            case "/api/v1/search" -> answer(parameters);
            default -> "";
        };
        if (!body.isEmpty()) {
            String type = path.startsWith("/api") ? "application/json" : "text/html; charset=utf-8";
            send(exchange, 200, type, body.getBytes(StandardCharsets.UTF_8));
            return;
        }
        sendFile(exchange, path);
    }

    private void sendFile(HttpExchange exchange, String path) throws IOException {
        try (InputStream file = PreviewServer.class.getResourceAsStream("/public" + path)) {
            if (file == null || path.endsWith("/")) {
                String html = page.error(404, "Not found", "There is no page at this address.", context("en"));
                send(exchange, 404, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
                return;
            }
            String type = path.endsWith(".css")
                    ? "text/css"
                    : path.endsWith(".svg")
                            ? "image/svg+xml"
                            : "text/javascript";
            send(exchange, 200, type, file.readAllBytes());
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
        exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "cross-origin");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static PageContext context(String language) {
        return PageContext.of(Locale.forLanguageTag(language), SampleAnswers.NOW);
    }

    private String start() {
        SearchRequest request = SearchRequest.of("");
        return page.start(request, SampleAnswers.full(request), context("en"));
    }

    private String results(Map<String, List<String>> parameters) {
        SearchRequest request = request(parameters);
        String language = parameters.getOrDefault("hl", List.of("en")).getFirst();
        if (request.text().contains("zzz")) {
            List<WayOut> ways = WaysOut.of(request, wider -> 12);
            return page.results(request, SampleAnswers.nothing(request),
                    new PageContext(Locale.forLanguageTag(language), SampleAnswers.NOW, List.of(), ways,
                            ZoneId.of("UTC")));
        }
        if (request.text().contains("?")) {
            return page.results(request, SampleAnswers.relaxed(request), context(language));
        }
        return page.results(request, SampleAnswers.full(request), context(language));
    }

    static SearchRequest request(Map<String, List<String>> parameters) {
        SearchRequest request = SearchRequest.of(parameters.getOrDefault("q", List.of("")).getFirst());
        for (var name : broadsheet.search.Filters.Name.values()) {
            for (String value : parameters.getOrDefault(name.name().toLowerCase(Locale.ROOT), List.of())) {
                request = NextRequest.including(request, name, value);
            }
        }
        Optional<LocalDate> from = day(parameters, "from", false);
        Optional<LocalDate> to = day(parameters, "to", true);
        request = NextRequest.between(request, from, to);
        String sort = parameters.getOrDefault("sort", List.of("relevance")).getFirst().toUpperCase(Locale.ROOT);
        request = NextRequest.sorted(request, SearchRequest.Sort.valueOf(sort));
        return NextRequest.atPage(request, Integer.parseInt(parameters.getOrDefault("page", List.of("1")).getFirst()));
    }

    private static Optional<LocalDate> day(Map<String, List<String>> parameters, String name, boolean last) {
        String value = parameters.getOrDefault(name, List.of("")).getFirst();
        return switch (value.length()) {
            case 4 -> Optional.of(LocalDate.parse(value + (last ? "-12-31" : "-01-01")));
            case 7 -> {
                LocalDate first = LocalDate.parse(value + "-01");
                yield Optional.of(last ? first.plusMonths(1).minusDays(1) : first);
            }
            case 10 -> Optional.of(LocalDate.parse(value));
            default -> Optional.empty();
        };
    }

    private static String suggestions(Map<String, List<String>> parameters) {
        String text = parameters.getOrDefault("q", List.of("")).getFirst();
        if (!"sea wall".startsWith(text) || text.isEmpty()) {
            return "{\"q\":\"\",\"suggestions\":[]}";
        }
        return "{\"q\":\"" + text + "\",\"suggestions\":[{\"text\":\"sea\",\"count\":301},"
                + "{\"text\":\"sea wall\",\"count\":214},{\"text\":\"sea wall <b>cost</b>\",\"count\":31}]}";
    }

    /** As much of the endpoint's document as the element for other sites reads. */
    private static String answer(Map<String, List<String>> parameters) {
        String text = parameters.getOrDefault("q", List.of("")).getFirst();
        if (text.contains("zzz")) {
            return "{\"totalAll\":0,\"hits\":[]}";
        }
        return """
                {"totalAll": 214, "hits": [
                  {"id": "a.md", "url": "/a.html", "title": "Sea wall <b>to</b> cost more", "date": "2024-03-01T09:00:00Z",
                   "lang": "en", "snippets": [{"text": "The sea wall <i>falls</i>", "marks": [[4, 12]], "link": "/a.html#:~:text=The"}]},
                  {"id": "b.md", "url": "javascript:alert(1)", "title": "Odd", "date": null, "lang": "en", "snippets": []}]}
                """;
    }

    static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.computeIfAbsent(pair.substring(0, equals), any -> new ArrayList<>())
                        .add(URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }
}
