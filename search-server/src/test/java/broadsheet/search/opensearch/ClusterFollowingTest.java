package broadsheet.search.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.OneCluster;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException;
import broadsheet.post.Post;
import broadsheet.search.Await;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** A server whose cluster is rebuilt, away, back again, or none for it. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class ClusterFollowingTest {

    private static final int CLIENTS = 4;

    /** Posts of an edition, whose number stands in each and says how many there are. */
    private static List<Post> edition(int number) {
        return IntStream.range(0, 20 + number).mapToObj(i -> Post.builder("p" + i + ".md").title("Market day " + i)
                .body("Edition" + number + " of the market report, page " + i + ".").lang("en").build()).toList();
    }

    private static int searchesUntil(SearchEngine engine, AtomicBoolean over) {
        int searches = 0;
        while (!over.get()) {
            SearchResponse answer = engine.search(SearchRequest.of("market").withFoldCopies(false));
            assertEquals(answer.index().posts(), answer.total());
            String edition = "Edition" + (answer.total() - 20) + " ";
            answer.hits().forEach(hit -> assertTrue(hit.snippets().getFirst().text().startsWith(edition),
                    edition + hit.snippets()));
            searches++;
        }
        return searches;
    }

    @Test
    void rebuildsUnderFourClientsFailNoSearchAndMixNoEditions(OneCluster.Real real) throws Exception {
        ClusterPlace place = ClusterArchive.place(real, "rebuilt", 0);
        ClusterArchive.publish(place, edition(1));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (SearchEngine engine = ClusterArchive.engine(place)) {
            List<Future<Integer>> searches = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                searches.add(clients.submit(() -> searchesUntil(engine, over)));
            }
            for (int number = 2; number <= 4; number++) {
                ClusterArchive.publish(place, edition(number));
            }
            Await.until("the last edition", () -> engine.index().posts() == 24);
            over.set(true);
            for (Future<Integer> client : searches) {
                assertTrue(client.get() > 0);
            }
        } finally {
            over.set(true);
            clients.shutdownNow();
        }
    }

    @Test
    void aServerThatStartsBeforeItsClusterWaitsAndComesBackByItself(OneCluster.Real real) throws Exception {
        ClusterArchive.publish(ClusterArchive.place(real, "away", 0), edition(1));
        try (Gate gate = new Gate(real.addresses().getFirst());
                SearchEngine engine = ClusterArchive.engine(ClusterArchive.by(gate.address(), "away"))) {
            assertEquals("The OpenSearch cluster does not answer.",
                    assertThrows(SearchException.Unavailable.class, () -> engine.search(SearchRequest.of("market")))
                            .getMessage());
            assertEquals(List.of("The OpenSearch cluster does not answer."), engine.state().reasons());
            assertEquals(Optional.empty(), engine.site());
            gate.open();
            Await.until("the cluster", () -> engine.state().reasons().isEmpty());
            assertEquals(21, engine.search(SearchRequest.of("market")).total());
            assertTrue(engine.site().isPresent());
            gate.shut();
            assertThrows(SearchException.Unavailable.class, () -> engine.search(SearchRequest.of("edition1")));
            Await.until("that it is away", () -> !engine.state().reasons().isEmpty());
            gate.open();
            Await.until("the cluster again", () -> engine.state().reasons().isEmpty());
            assertEquals(21, engine.search(SearchRequest.of("edition1")).total());
        }
    }

    @Test
    void howManyClausesAClusterAllowsIsKnown(OneCluster.Real real) throws IOException {
        try (Cluster cluster = real.client()) {
            assertEquals(Clauses.WANTED, Clauses.allowed(cluster));
        }
    }

    @Test
    void whereNothingWasPublishedAServerSaysSo(OneCluster.Real real) throws IOException {
        try (SearchEngine engine = ClusterArchive.engine(ClusterArchive.place(real, "nothing", 0))) {
            assertEquals("Nothing was published on the OpenSearch cluster yet: run `broadsheet index`.",
                    assertThrows(SearchException.Unavailable.class, engine::index).getMessage());
        }
    }

    /** A host of the loopback address that says one thing at a time. */
    private static HttpServer saying(AtomicInteger status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status.get(), bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Test
    void aClusterThatIsTooOldIsRefused() throws IOException {
        HttpServer old = saying(new AtomicInteger(200),
                "{\"version\":{\"distribution\":\"opensearch\",\"number\":\"2.19.1\"}}");
        try {
            assertEquals(address(old) + " is OpenSearch 2.19.1; Broadsheet needs 3.0 or newer",
                    assertThrows(ClusterException.Unsuitable.class,
                            () -> ClusterArchive.engine(ClusterArchive.by(address(old), "old"))).getMessage());
        } finally {
            old.stop(0);
        }
    }

    @Test
    void aServerThatIsNotLetInDoesNotStartAndOneThatRunsSaysSo() throws IOException {
        AtomicInteger status = new AtomicInteger(503);
        HttpServer shut = saying(status, "{}");
        try (SearchEngine engine = ClusterArchive.engine(ClusterArchive.by(address(shut), "shut"))) {
            for (int forbidden : List.of(401, 403)) {
                status.set(forbidden);
                assertThrows(ClusterException.Refused.class,
                        () -> ClusterArchive.engine(ClusterArchive.by(address(shut), "shut")));
                Await.until("the reason", () -> engine.state().reasons()
                        .equals(List.of("The OpenSearch cluster does not let the server's user in.")));
            }
        } finally {
            shut.stop(0);
        }
    }
}
