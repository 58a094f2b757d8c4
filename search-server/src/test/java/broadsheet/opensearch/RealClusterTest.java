package broadsheet.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.cluster.OneCluster;
import broadsheet.opensearch.ClusterException.Refused;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The client held against real nodes: what OpenSearch in truth answers. */
@ExtendWith(OneCluster.class)
@ResourceLock(value = OneCluster.NODES, mode = ResourceAccessMode.READ)
class RealClusterTest {

    private static final String INDEX = "client-test-1";

    private static ObjectNode object() {
        return Cluster.JSON.createObjectNode();
    }

    private static void index(Cluster cluster) throws IOException {
        cluster.find(Call.admin("DELETE", "/" + INDEX));
        ObjectNode body = object();
        body.putObject("aliases").putObject("client-test-build");
        cluster.send(Call.admin("PUT", "/" + INDEX, body));
    }

    @Test
    void theVersionIsOneThatServes(OneCluster.Real real) throws IOException {
        try (Cluster cluster = real.client()) {
            assertEquals("3.8.0", cluster.version().number());
        }
    }

    @Test
    void whatIsNotThereIsNoFault(OneCluster.Real real) throws IOException {
        try (Cluster cluster = real.client()) {
            assertEquals(Optional.empty(), cluster.find(Call.get("/client-test-none")));
            Refused refused = assertThrows(Refused.class, () -> cluster.send(Call.get("/client-test-none")));
            assertEquals("index_not_found_exception", refused.type());
        }
    }

    @Test
    void anOlderVersionNeverReplacesANewerOne(OneCluster.Real real) throws IOException {
        try (Cluster cluster = real.client()) {
            index(cluster);
            Bulk bulk = new Bulk(cluster, "client-test-build");
            bulk.put("a", 5, object().put("text", "new"));
            bulk.put("a", 4, object().put("text", "old"));
            bulk.put("a", 5, object().put("text", "the same again"));
            bulk.delete("never-there", 6);
            bulk.flush();
            assertEquals(1, bulk.stale());
            JsonNode found = cluster.send(Call.get("/" + INDEX + "/_doc/a"));
            assertEquals("the same again", found.path("_source").path("text").asString());
            assertEquals(5, found.path("_version").asInt());
            cluster.send(Call.admin("DELETE", "/" + INDEX));
        }
    }

    @Test
    void aLateBulkToAnIndexThatIsGoneMakesNoneAnew(OneCluster.Real real) throws IOException {
        try (Cluster cluster = real.client()) {
            Bulk bulk = new Bulk(cluster, "client-test-gone");
            bulk.put("a", 1, object());
            Refused refused = assertThrows(Refused.class, bulk::flush);
            assertTrue(refused.getMessage().contains("client-test-gone"), refused.getMessage());
            assertEquals(Optional.empty(), cluster.find(Call.get("/client-test-gone")));
        }
    }
}
