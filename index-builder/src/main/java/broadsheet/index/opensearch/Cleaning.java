package broadsheet.index.opensearch;

import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.opensearch.ClusterException.Away;
import java.io.IOException;

/**
 * Takes out of an index what was written over: it would count for frequencies and lengths, and so for scores, as long as
 * it lies there. A node keeps it for half a minute for other copies to catch up with, so that it is asked again.
 */
record Cleaning(Cluster cluster, String index) {

    private static final int MOST = 40;
    private static final long PAUSE_MILLIS = 4_000;

    void run() throws IOException {
        for (int i = 0; i < MOST && overwritten() > 0; i++) {
            if (i > 0) {
                BuilderLock.pause(PAUSE_MILLIS);
            }
            cluster.send(Call.get("/" + index + "/_flush?force=true"));
            try {
                cluster.send(Call.admin("POST", "/" + index + "/_forcemerge?only_expunge_deletes=true"));
            } catch (Away e) {
                // a large index takes longer than an answer may; the cluster goes on with it
            }
            cluster.send(Call.get("/" + index + "/_refresh"));
        }
    }

    private long overwritten() throws IOException {
        return cluster.send(Call.get("/" + index + "/_stats/docs")).path("_all").path("primaries").path("docs")
                .path("deleted").asLong();
    }
}
