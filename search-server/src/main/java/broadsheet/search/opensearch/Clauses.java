package broadsheet.search.opensearch;

import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Refused;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** How many clauses the cluster lets one question have. A long question in ten languages has more than a stock cluster allows. */
final class Clauses {

    static final String SETTING = "indices.query.bool.max_clause_count";
    /** As many as the embedded engine allows. */
    static final int WANTED = 65_536;

    private static final Logger LOG = LoggerFactory.getLogger(Clauses.class);

    private Clauses() {}

    /** Says in the log where they are few, and what to do. */
    static void check(Cluster cluster) throws IOException {
        int allowed = allowed(cluster);
        if (allowed < WANTED) {
            LOG.warn(
                    "the cluster allows {} clauses a question, and some long ones will be refused; its owner can set {}"
                            + " to {}",
                    allowed, SETTING, WANTED);
        }
    }

    /** What the cluster says; as many as are wanted where its user may not ask. */
    static int allowed(Cluster cluster) throws IOException {
        try {
            JsonNode settings = cluster.send(
                    Call.look("/_cluster/settings?include_defaults=true&filter_path=*." + SETTING));
            for (String level : List.of("transient", "persistent", "defaults")) {
                JsonNode value = settings.path(level).path("indices").path("query").path("bool")
                        .path("max_clause_count");
                if (!value.isMissingNode()) {
                    return value.asInt();
                }
            }
            return WANTED;
        } catch (Refused e) {
            return WANTED;
        }
    }
}
