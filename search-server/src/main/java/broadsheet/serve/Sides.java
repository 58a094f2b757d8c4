package broadsheet.serve;

import broadsheet.build.BuildFailure;
import broadsheet.build.ExitCode;
import broadsheet.command.IndexEngines;
import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.opensearch.ClusterException;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.SearchEngine;
import java.io.IOException;

/** The engines that may answer, and those that build for them. */
record Sides(Engines embedded, ClusterEngines cluster, IndexEngines builders) {

    /** What a cluster shows; one that is none for us ends the command with a line. */
    SearchEngine on(ClusterPlace place, boolean dfs, OwnerFiles rules) throws IOException {
        try {
            return cluster.open(place, dfs, rules);
        } catch (ClusterException e) {
            throw new BuildFailure(ExitCode.UNAVAILABLE, e.getMessage(), e);
        }
    }
}
