package broadsheet.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One node: a process that says on which ports it answers, and ends when its standard input does. */
public final class LocalNode implements AutoCloseable {

    /** A busy machine takes half a minute. */
    private static final long START_SECONDS = 120;
    private static final Pattern READY = Pattern.compile("ready http=(\\d+) transport=(\\d+)");

    private final Place place;
    private final Process process;
    private final CompletableFuture<Matcher> ready = new CompletableFuture<>();

    private LocalNode(Place place, Process process) {
        this.place = place;
        this.process = process;
    }

    /** A node's name, its folder, and the heap it gets. */
    record Place(String name, Path folder, int heapMegabytes) {}

    /** Starts the process; {@link #await} waits until it answers. */
    static LocalNode begin(LocalCluster.Software software, Place place, List<String> settings) throws IOException {
        Path temporary = Files.createDirectories(place.folder().resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(software.java().toString(),
                "-Xms" + place.heapMegabytes() + "m", "-Xmx" + place.heapMegabytes() + "m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
                "--add-modules=jdk.incubator.vector", "-Dlog4j2.disable.jmx=true",
                "-Djava.io.tmpdir=" + temporary, "-cp", software.classPath(), "broadsheet.node.OpenSearchNode",
                place.folder().toString(), "cluster.name=broadsheet-local", "node.name=" + place.name(),
                "network.host=127.0.0.1", "http.port=0", "transport.port=0", "node.processors=2",
                "cluster.routing.allocation.disk.threshold_enabled=false",
                "indices.query.bool.max_clause_count=65536"));
        command.addAll(settings);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(place.folder().resolve("errors.log").toFile());
        LocalNode node = new LocalNode(place, builder.start());
        Thread.ofPlatform().daemon().name("node-" + place.name()).start(node::read);
        return node;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher ports = READY.matcher(line);
                if (ports.matches()) {
                    ready.complete(ports);
                }
            }
            ready.completeExceptionally(new IOException(failure("ended")));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    private String failure(String what) {
        return "node " + place.name() + " has " + what + " before it was ready; "
                + place.folder().resolve("errors.log") + " may say why";
    }

    void await() throws IOException {
        try {
            ready.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IOException(failure("taken " + START_SECONDS + " s"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a node was starting", e);
        }
    }

    boolean isReady() {
        return process.isAlive() && wasReady();
    }

    /** Whether it has said its ports. */
    boolean wasReady() {
        return ready.isDone() && !ready.isCompletedExceptionally();
    }

    int httpPort() {
        return Integer.parseInt(ready.join().group(1));
    }

    int transportPort() {
        return Integer.parseInt(ready.join().group(2));
    }

    /** The number of the process. */
    public long pid() {
        return process.pid();
    }

    /** Ends the process as a power cut would; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
