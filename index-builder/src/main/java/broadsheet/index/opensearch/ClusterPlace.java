package broadsheet.index.opensearch;

import broadsheet.opensearch.ClusterOptions;

/**
 * Where an archive stands on a cluster.
 *
 * @param cluster how it is reached
 * @param prefix what its indices are called by: {@code news} for {@code news-000007}; readers ask the alias {@code news}
 * @param shards in how many parts a new index is cut
 * @param replicas how many further copies of each part there are once it is published
 */
public record ClusterPlace(ClusterOptions cluster, String prefix, int shards, int replicas) {

    /** Names that OpenSearch takes for an index, short enough for a number behind them. */
    public static final String PREFIXES = "[a-z][a-z0-9_-]{0,99}";

    public ClusterPlace {
        if (!prefix.matches(PREFIXES)) {
            throw new IllegalArgumentException(
                    "an index prefix is small letters, digits, - and _, was '" + prefix + "'");
        }
    }

    /** One part and one further copy. */
    public static ClusterPlace of(ClusterOptions cluster, String prefix) {
        return new ClusterPlace(cluster, prefix, 1, 1);
    }
}
