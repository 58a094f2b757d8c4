package broadsheet.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.opensearch.BadHost.Says;
import broadsheet.opensearch.ClusterException.Away;
import broadsheet.opensearch.ClusterException.Refused;
import broadsheet.opensearch.ClusterException.Unsuitable;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of asking, held against hosts that misbehave. */
class ClusterTest {

    private static final Says GOOD = Says.ok("{\"hits\": 7}");
    private static final ClusterOptions.Limits SHORT = new ClusterOptions.Limits(Duration.ofSeconds(2),
            Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private static Cluster cluster(BadHost... hosts) throws IOException {
        return cluster(List.of(hosts).stream().map(BadHost::address).toList());
    }

    private static Cluster cluster(List<URI> hosts) throws IOException {
        return new Cluster(ClusterOptions.of(hosts).withLimits(SHORT));
    }

    private static int hits(Cluster cluster) throws IOException {
        return cluster.send(Call.search("/news/_search", Cluster.JSON.createObjectNode())).path("hits").asInt();
    }

    private static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Test
    void hostsAreAskedInTurn() throws IOException {
        try (BadHost one = new BadHost(GOOD); BadHost two = new BadHost(GOOD); Cluster cluster = cluster(one, two)) {
            for (int i = 0; i < 10; i++) {
                assertEquals(7, hits(cluster));
            }
            assertEquals(5, one.asked());
            assertEquals(5, two.asked());
        }
    }

    @Test
    void aSearchGoesOnElsewhereWhereAHostIsGoneHangsBreaksOffOrIsBusy() throws IOException {
        for (Says fault : List.of(Says.HANGS, Says.BREAKS_OFF, new Says(429, "{}"), new Says(502, "no JSON"),
                new Says(503, "{}"), new Says(504, ""))) {
            try (BadHost bad = new BadHost(fault);
                    BadHost good = new BadHost(GOOD);
                    Cluster cluster = cluster(bad, good)) {
                assertEquals(7, hits(cluster), fault.toString());
                assertEquals(1, bad.asked(), fault.toString());
            }
        }
        try (BadHost good = new BadHost(GOOD); Cluster cluster = cluster(List.of(nobody(), good.address()))) {
            assertEquals(7, hits(cluster));
        }
    }

    @Test
    void aFailedHostIsAskedLastForAWhile() throws IOException {
        try (BadHost bad = new BadHost(new Says(503, "{}"));
                BadHost good = new BadHost(GOOD);
                Cluster cluster = cluster(bad, good)) {
            for (int i = 0; i < 20; i++) {
                hits(cluster);
            }
            assertEquals(1, bad.asked());
        }
    }

    @Test
    void whereNoHostAnswersTheLastFaultIsNamed() throws IOException {
        try (BadHost bad = new BadHost(new Says(503, "{\"error\": {\"type\": \"cluster_block_exception\"}}"));
                Cluster cluster = cluster(bad)) {
            Away away = assertThrows(Away.class, () -> hits(cluster));
            assertEquals(bad.address() + " cannot answer now: 503 cluster_block_exception", away.getMessage());
        }
        URI nobody = nobody();
        try (Cluster cluster = cluster(List.of(nobody))) {
            Away away = assertThrows(Away.class, () -> hits(cluster));
            assertTrue(away.getMessage().startsWith(nobody + " does not answer: "), away.getMessage());
        }
    }

    @Test
    void aChangeOfTheClusterIsSentOnceUnlessNobodyCanHaveHeardIt() throws IOException {
        try (BadHost bad = new BadHost(Says.BREAKS_OFF);
                BadHost good = new BadHost(GOOD);
                Cluster cluster = cluster(bad, good)) {
            assertThrows(Away.class, () -> cluster.send(Call.admin("PUT", "/news-1")));
            assertEquals(0, good.asked());
        }
        try (BadHost good = new BadHost(GOOD); Cluster cluster = cluster(List.of(nobody(), good.address()))) {
            cluster.send(Call.admin("PUT", "/news-1"));
            assertEquals(1, good.asked());
        }
    }

    @Test
    void aRefusalIsNotAskedAgainAndSaysWhatTheClusterSays() throws IOException {
        String body = "{\"error\": {\"type\": \"parsing_exception\", \"reason\": \"unknown query\\n[x]\"}, \"status\": 400}";
        try (BadHost one = new BadHost(new Says(400, body));
                BadHost two = new BadHost(new Says(400, body));
                Cluster cluster = cluster(one, two)) {
            Refused refused = assertThrows(Refused.class, () -> hits(cluster));
            assertEquals(one.address() + ": 400 parsing_exception: unknown query [x]", refused.getMessage());
            assertEquals("parsing_exception", refused.type());
            assertEquals(1, one.asked() + two.asked());
        }
    }

    @Test
    void ofASearchThatFailsItIsSaidWhy() throws IOException {
        String body = """
                {"error": {"type": "search_phase_execution_exception", "reason": "all shards failed", "failed_shards": [
                {"reason": {"type": "script_exception", "reason": "runtime error", "caused_by":
                {"type": "null_pointer_exception", "reason": null}}}]}, "status": 500}""";
        try (BadHost host = new BadHost(new Says(500, body)); Cluster cluster = cluster(host)) {
            assertEquals(host.address()
                    + ": 500 search_phase_execution_exception: all shards failed: null_pointer_exception",
                    assertThrows(Refused.class, () -> hits(cluster)).getMessage());
        }
    }

    @Test
    void whoIsNotKnownIsToldWhatTheClusterWantsToKnow() throws IOException {
        try (BadHost one = new BadHost(new Says(401, "Unauthorized"))) {
            try (Cluster cluster = cluster(one)) {
                assertEquals(one.address()
                        + ": 401: the cluster wants to know who asks; --cluster-user and --cluster-password-file say it",
                        assertThrows(Refused.class, () -> hits(cluster)).getMessage());
            }
            ClusterOptions.Login login = new ClusterOptions.Login("builder", "secret");
            try (Cluster cluster = new Cluster(new ClusterOptions(List.of(one.address()), Optional.of(login),
                    ClusterOptions.Trust.SYSTEM, SHORT))) {
                assertEquals(one.address() + ": 401: the cluster does not know this user or password",
                        assertThrows(Refused.class, () -> hits(cluster)).getMessage());
            }
        }
    }

    @Test
    void aBulkIsSentAgainUntilAHostTakesIt() throws IOException {
        try (BadHost host = new BadHost(new Says(503, "{}"), new Says(503, "{}"),
                Says.ok("{\"errors\": true, \"items\": [{\"index\": {\"status\": 429}}, {\"index\": {\"status\": 201}}]}"),
                Says.ok("{\"errors\": false, \"items\": [{\"index\": {\"status\": 409}}]}"));
                Cluster cluster = cluster(host)) {
            Bulk bulk = new Bulk(cluster, "news-build");
            bulk.put("a", 1, Cluster.JSON.createObjectNode());
            bulk.put("b", 2, Cluster.JSON.createObjectNode());
            bulk.flush();
            assertEquals(4, host.asked());
            assertEquals(1, bulk.stale());
        }
    }

    @Test
    void aDocumentThatWillNeverBeTakenEndsTheBulk() throws IOException {
        try (BadHost host = new BadHost(
                Says.ok("{\"errors\": true, \"items\": [{\"index\": {\"_id\": \"a\", \"status\": "
                        + "400, \"error\": {\"type\": \"mapper_parsing_exception\", \"reason\": \"no such field\"}}}]}"));
                Cluster cluster = cluster(host)) {
            Bulk bulk = new Bulk(cluster, "news-build");
            bulk.put("a", 1, Cluster.JSON.createObjectNode());
            Refused refused = assertThrows(Refused.class, bulk::flush);
            assertEquals("the cluster does not take a: 400 mapper_parsing_exception: no such field",
                    refused.getMessage());
        }
    }

    @Test
    void olderServersAndOthersAreRefused() throws IOException {
        for (String[] row : new String[][]{
                {"{\"version\": {\"distribution\": \"opensearch\", \"number\": \"2.19.1\"}}",
                        " is OpenSearch 2.19.1; Broadsheet needs 3.0 or newer"},
                {"{\"version\": {\"number\": \"8.1.0\"}}",
                        " is no OpenSearch; Broadsheet needs OpenSearch 3.0 or newer"},
                {"<html>", " answers with something that is no JSON; is it an OpenSearch?"}}) {
            try (BadHost host = new BadHost(Says.ok(row[0])); Cluster cluster = cluster(host)) {
                Unsuitable unsuitable = assertThrows(Unsuitable.class, cluster::version);
                assertEquals(host.address() + row[1], unsuitable.getMessage());
            }
        }
        for (String number : List.of("3.0.0", "3.3.2", "3.4.0", "3.10.1", "4.0.0-SNAPSHOT", "10.0.0")) {
            try (BadHost host = new BadHost(
                    Says.ok("{\"version\": {\"distribution\": \"opensearch\", \"number\": \"" + number + "\"}}"));
                    Cluster cluster = cluster(host)) {
                assertEquals(number, cluster.version().number());
                assertEquals(number.matches("3\\.[03]\\..*"), cluster.version().failsAtScripts(), number);
            }
        }
    }
}
