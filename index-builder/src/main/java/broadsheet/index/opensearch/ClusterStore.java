package broadsheet.index.opensearch;

import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The generations of an archive on a cluster: {@code news-000007} is an index, the alias {@code news} points to the one
 * that readers see, and is moved in one step.
 */
public final class ClusterStore {

    /** The current one, and the one before to go back to. */
    private static final int KEPT = 2;

    private final Cluster cluster;
    private final String prefix;
    private final Pattern name;

    public ClusterStore(Cluster cluster, String prefix) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.name = Pattern.compile(Pattern.quote(prefix) + "-(\\d{6,15})(-notes)?");
    }

    String index(long number) {
        return String.format("%s-%06d", prefix, number);
    }

    /** A number that no generation has which is there, whole or not. */
    long nextNumber() throws IOException {
        return 1 + all().stream().mapToLong(ClusterGeneration::number).max().orElse(0);
    }

    /** The generations that are there, whole or not, the oldest first. */
    List<ClusterGeneration> all() throws IOException {
        List<ClusterGeneration> all = new ArrayList<>();
        Optional<JsonNode> found = cluster.find(Call.get("/" + prefix + "-*/_mapping?filter_path=*.mappings._meta"));
        for (String index : names()) {
            Matcher parts = name.matcher(index);
            if (parts.matches() && parts.group(2) == null) {
                JsonNode meta = found.orElseGet(Cluster.JSON::createObjectNode).path(index).path("mappings")
                        .path("_meta");
                all.add(ClusterGeneration.of(index, Long.parseLong(parts.group(1)), meta));
            }
        }
        all.sort(Comparator.comparingLong(ClusterGeneration::number));
        return all;
    }

    /** The names of all indices of the archive. */
    private List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        Optional<JsonNode> found = cluster.find(Call.get("/_cat/indices/" + prefix + "-*?format=json&h=index"));
        found.ifPresent(rows -> rows.forEach(row -> names.add(row.path("index").asString(""))));
        return names;
    }

    /** What readers see; empty where nothing was ever published. */
    public Optional<ClusterGeneration> current() throws IOException {
        // Asked of the alias itself: who asks for it by name among all indices needs rights to all of them.
        Optional<JsonNode> alias = cluster.find(Call.get("/" + prefix + "/_alias"));
        if (alias.isEmpty() || alias.get().isEmpty()) {
            return Optional.empty();
        }
        String index = alias.get().propertyNames().iterator().next();
        Matcher parts = name.matcher(index);
        if (!parts.matches()) {
            throw new IOException("the alias " + prefix + " of the cluster points to " + index
                    + ", which Broadsheet has not made: choose another prefix");
        }
        JsonNode meta = cluster.send(Call.get("/" + index + "/_mapping?filter_path=*.mappings._meta")).path(index)
                .path("mappings").path("_meta");
        return Optional.of(ClusterGeneration.of(index, Long.parseLong(parts.group(1)), meta));
    }

    /** The same in one quick request, for readers that look again and again. */
    public Optional<ClusterGeneration> look() throws IOException {
        Optional<JsonNode> found = cluster.find(Call.look("/" + prefix + "/_mapping?filter_path=*.mappings._meta"));
        if (found.isEmpty() || found.get().isEmpty()) {
            return Optional.empty();
        }
        String index = found.get().propertyNames().iterator().next();
        Matcher parts = name.matcher(index);
        return parts.matches()
                ? Optional.of(ClusterGeneration.of(index, Long.parseLong(parts.group(1)),
                        found.get().path(index).path("mappings").path("_meta")))
                : Optional.empty();
    }

    /** Moves the alias, so that every search sees one generation or the other. */
    void show(ClusterGeneration next) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode();
        ArrayNode actions = body.putArray("actions");
        Optional<ClusterGeneration> last = current();
        last.ifPresent(old -> actions.addObject().putObject("remove").put("index", old.index()).put("alias", prefix));
        actions.addObject().putObject("add").put("index", next.index()).put("alias", prefix);
        cluster.send(Call.admin("POST", "/_aliases", body));
    }

    /** Removes what killed builders have left: everything that is not whole and that nobody sees. */
    void sweep() throws IOException {
        Optional<String> current = current().map(ClusterGeneration::index);
        List<ClusterGeneration> all = all();
        for (ClusterGeneration generation : all) {
            if (!generation.whole() && !current.equals(Optional.of(generation.index()))) {
                drop(generation.index());
            }
        }
        List<String> left = names();
        for (String index : left) {
            if (index.endsWith("-notes") && name.matcher(index).matches()
                    && !left.contains(index.substring(0, index.length() - "-notes".length()))) {
                drop(index);
            }
        }
    }

    /** Removes generations older than those that are kept. */
    void dropOld() throws IOException {
        List<ClusterGeneration> all = all();
        for (ClusterGeneration old : all.subList(0, Math.max(0, all.size() - KEPT))) {
            drop(old.notes());
            drop(old.index());
        }
    }

    void drop(String index) throws IOException {
        cluster.find(Call.admin("DELETE", "/" + index));
    }
}
