package broadsheet.serve;

import broadsheet.serve.ServerProcess.Came;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Clients that ask, one request after another each, until their time is over. */
final class Crowd {

    private static final long AFTER_A_REFUSAL_NANOS = 50_000_000;

    private final String name;
    private final List<Came> came = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> clients = new ArrayList<>();

    Crowd(String name) {
        this.name = name;
    }

    /**
     * @param paths the path of the n-th request of a client
     * @param pauseNanos between an answer and the next request
     */
    Crowd start(ServerProcess server, int count, IntFunction<IntFunction<String>> paths, long pauseNanos,
            long seconds) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int client = 0; client < count; client++) {
            IntFunction<String> own = paths.apply(client);
            clients.add(Thread.ofPlatform().daemon().start(() -> {
                for (int n = 0; System.nanoTime() < end; n++) {
                    Came answer = server.get(own.apply(n));
                    came.add(new Came(answer.status(), answer.millis(), answer.status() == 0 ? answer.body() : ""));
                    LockSupport.parkNanos(answer.status() == 200 ? pauseNanos : AFTER_A_REFUSAL_NANOS);
                }
            }));
        }
        return this;
    }

    Crowd join() throws InterruptedException {
        for (Thread client : clients) {
            client.join();
        }
        return this;
    }

    int count() {
        return came.size();
    }

    long count(int status) {
        return came.stream().filter(answer -> answer.status() == status).count();
    }

    /** Milliseconds within which that share of the answers with a status came; 0 without any. */
    double within(double share, int status) {
        List<Double> sorted = came.stream().filter(answer -> answer.status() == status).map(Came::millis).sorted()
                .toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, (int) (share * sorted.size())));
    }

    /** How often each status came; of failed connections, why. */
    Map<String, Long> statuses() {
        return came.stream().collect(Collectors.groupingBy(
                answer -> answer.status() == 0 ? answer.body() : String.valueOf(answer.status()), TreeMap::new,
                Collectors.counting()));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT,
                "%s: %d requests, %s; 200 p50 %.0f ms, p99 %.0f ms; 503 p50 %.0f ms, p99 %.0f ms",
                name, count(), statuses(), within(.5, 200), within(.99, 200), within(.5, 503), within(.99, 503));
    }
}
