package broadsheet.compare;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server of one jar in a process of its own. */
final class RunningJar implements AutoCloseable {

    private static final Pattern BUILT = Pattern.compile("\"built\":\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long SECONDS_TO_STOP = 20;

    private final Process process;
    private final String address;
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String built;

    /** @param address {@code http://127.0.0.1:40123} */
    RunningJar(Process process, String address) throws IOException {
        this.process = process;
        // Else a comparison that is broken off leaves its servers running.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-of-server"));
        this.address = address;
        this.built = built();
    }

    /** When its index was built, as it stands in answers: the one thing in which two indexes of one archive must differ. */
    private String built() throws IOException {
        try {
            String ready = client.send(HttpRequest.newBuilder(URI.create(address + "/readyz")).build(),
                    BodyHandlers.ofString()).body();
            Matcher matcher = BUILT.matcher(ready);
            if (!matcher.find()) {
                throw new IOException("no time of building in " + ready);
            }
            return matcher.group(1);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Asks; the answer comes later, so that two servers can be asked at once. */
    CompletableFuture<Answer> ask(Request asked) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + asked.path())).timeout(PATIENCE)
                .header("Accept-Language", asked.language()).header("Accept", asked.accept());
        HttpRequest sent = asked.method().equals("GET")
                ? request.GET().build()
                : request.method(asked.method(), HttpRequest.BodyPublishers.noBody()).build();
        return client.sendAsync(sent, BodyHandlers.ofByteArray()).thenApply(answer -> Answer.of(answer.statusCode(),
                answer.headers().map(), new String(answer.body(), StandardCharsets.ISO_8859_1), built));
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
