package broadsheet.serve;

import broadsheet.index.opensearch.ClusterPlace;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.SearchEngine;
import java.io.IOException;

/** Opens the read side of an engine on a cluster; the main chooses which. */
@FunctionalInterface
interface ClusterEngines {

    /**
     * @param dfs whether frequencies of all shards are collected before posts are scored
     * @param rules the owner's synonyms and pins
     * @throws broadsheet.opensearch.ClusterException when what answers is no cluster for us
     */
    SearchEngine open(ClusterPlace place, boolean dfs, OwnerFiles rules) throws IOException;
}
