package broadsheet.web;

import broadsheet.build.BuildListener;
import broadsheet.build.BuildOptions;
import broadsheet.build.IndexBuild;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.search.SearchEngine;
import broadsheet.search.lucene.LuceneSearchEngine;
import broadsheet.web.text.Percent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;

/** An archive built and served as the program does it, and a client for it. */
final class ServedArchive implements AutoCloseable {

    private static final Path ARCHIVES = Path.of("../../shared/archives");

    private final SearchEngine engine;
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServedArchive(SearchEngine engine) {
        this.engine = engine;
        this.server = WebServer.start(ServerOptions.local(0), engine, Optional.empty());
    }

    static ServedArchive of(Path archive, Path index) throws IOException {
        build(archive, index);
        return new ServedArchive(LuceneSearchEngine.open(index));
    }

    /** The real archives that lie beside a checkout, each unpacked into a folder that has its name. */
    static List<Path> shared(Path into) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (Stream<Path> packed = Files.list(ARCHIVES)) {
            for (Path archive : packed.filter(file -> file.toString().endsWith(".tar.gz")).sorted().toList()) {
                Path folder = Files.createDirectories(
                        into.resolve(archive.getFileName().toString().replace(".tar.gz", "")));
                unpack(archive, folder);
                folders.add(folder);
            }
        }
        return folders;
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try {
            int code = new ProcessBuilder("tar", "-xzf", archive.toAbsolutePath().toString(), "-C", folder.toString())
                    .inheritIO().start().waitFor();
            if (code != 0) {
                throw new IOException("tar ended with " + code + " on " + archive);
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Builds once more, and goes on from the last build where there is one. */
    static void build(Path archive, Path index) throws IOException {
        new IndexBuild(LucenePostIndexer::open).run(BuildOptions.of(List.of(archive), index), BuildListener.NONE);
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    /** A page in English. */
    Document page(String path) {
        HttpResponse<String> answer = get(path, "Accept-Language", "en");
        return Jsoup.parse(answer.body());
    }

    JsonNode json(String path) {
        HttpResponse<String> answer = get(path);
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return RunningServer.JSON.readTree(answer.body());
    }

    /** The ids of the hits of a search, in order. */
    List<String> ids(String query) {
        return json("/api/v1/search?" + query).get("hits").valueStream().map(hit -> hit.get("id").asString()).toList();
    }

    /** The commonest authors, sections and tags: each as a value in an address, and the name of its filter. */
    Map<String, String> names(int ofEach) {
        Map<String, String> names = new LinkedHashMap<>();
        JsonNode facets = json("/api/v1/search?size=1").get("facets");
        for (String name : List.of("author", "category", "tag")) {
            facets.get(name).valueStream().limit(ofEach)
                    .forEach(choice -> names.put(Percent.encodeForm(choice.get("value").asString()), name));
        }
        return names;
    }

    @Override
    public void close() {
        client.close();
        server.close();
        engine.close();
    }
}
