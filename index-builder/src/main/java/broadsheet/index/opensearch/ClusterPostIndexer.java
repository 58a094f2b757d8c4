package broadsheet.index.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.PostIndexer;
import broadsheet.index.SiteFacts;
import broadsheet.opensearch.Call;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes posts into an index of the cluster beside the one that readers see, and moves the alias at the end. A build that
 * goes on from the last one begins with a copy of it, which costs the cluster no more than links to files.
 */
public final class ClusterPostIndexer implements PostIndexer {

    private final Cluster cluster;
    private final BuilderLock lock;
    private final NewIndex target;
    private final Optional<ClusterGeneration> base;
    private final long publishedPosts;
    private final Optional<byte[]> previousState;
    private final Optional<String> startsAnew;
    private final WordCounts words;
    private final ClusterDocuments documents;
    /** The posts that this build has written, by file. */
    private final Map<String, Set<String>> written = new HashMap<>();
    /** Posts of the base that this build has taken out or written over. */
    private final Set<String> gone = new HashSet<>();

    private ClusterPostIndexer(Cluster cluster, BuilderLock lock, Start start, NewIndex target) throws IOException {
        this.cluster = cluster;
        this.lock = lock;
        this.target = target;
        this.base = start.base;
        this.publishedPosts = start.posts;
        this.startsAnew = start.startsAnew;
        this.previousState = start.state;
        this.words = base.isPresent() ? new Notes(cluster, base.get().notes()).words() : new WordCounts();
        this.documents = new ClusterDocuments(words);
    }

    /**
     * What a build goes on from.
     *
     * @param base the generation that is copied; empty where all is written anew
     */
    private record Start(Optional<ClusterGeneration> base, long posts, Optional<byte[]> state,
            Optional<String> startsAnew) {

        static Start of(Cluster cluster, Optional<ClusterGeneration> current, boolean incremental)
                throws IOException {
            if (current.isEmpty() || !incremental) {
                return new Start(Optional.empty(), 0, Optional.empty(), Optional.empty());
            }
            ClusterGeneration last = current.get();
            if (!last.schema().equals(ClusterSchema.VERSION)) {
                return new Start(Optional.empty(), last.posts(), Optional.empty(), Optional.of("The index has schema "
                        + last.schema() + ", this version writes schema " + ClusterSchema.VERSION
                        + ": every post is read anew."));
            }
            Optional<byte[]> state = new Notes(cluster, last.notes()).state();
            return new Start(state.isPresent() ? current : Optional.empty(), last.posts(), state, Optional.empty());
        }
    }

    /**
     * Begins a build.
     *
     * @param incremental go on from the last published build where its schema is this one's
     * @throws broadsheet.index.IndexException.Locked when another build is under way
     * @throws broadsheet.opensearch.ClusterException when the cluster is away or is none for us
     */
    public static ClusterPostIndexer open(ClusterPlace place, boolean incremental) throws IOException {
        Cluster cluster = new Cluster(place.cluster());
        try {
            cluster.version();
            BuilderLock lock = BuilderLock.take(cluster, place.prefix());
            try {
                ClusterStore store = new ClusterStore(cluster, place.prefix());
                // Before what is left of others is swept: no number comes again, so that nothing late finds its index.
                long number = store.nextNumber();
                store.sweep();
                Start start = Start.of(cluster, store.current(), incremental);
                NewIndex target = NewIndex.make(cluster, store, place, new NewIndex.Beginning(number, start.base));
                return new ClusterPostIndexer(cluster, lock, start, target);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public Optional<byte[]> previousState() {
        return previousState;
    }

    @Override
    public long publishedPosts() {
        return publishedPosts;
    }

    @Override
    public Optional<String> startsAnew() {
        return startsAnew;
    }

    @Override
    public synchronized void put(String file, List<Post> posts) throws IOException {
        remove(file);
        add(file, posts);
    }

    @Override
    public synchronized void add(String file, List<Post> posts) throws IOException {
        for (Post post : posts) {
            target.put(post.id(), documents.make(file, post).document());
            written.computeIfAbsent(file, key -> new HashSet<>()).add(post.id());
        }
    }

    @Override
    public synchronized void replace(String file, List<Post> posts) throws IOException {
        for (Post post : posts) {
            if (written.getOrDefault(file, Set.of()).contains(post.id())) {
                forgetWritten(post.id());
            } else if (base.isPresent() && gone.add(post.id())) {
                cluster.find(Call.get("/" + base.get().index() + "/_doc/" + NewIndex.path(post.id())))
                        .ifPresent(this::forget);
            }
        }
        add(file, posts);
    }

    @Override
    public synchronized void remove(String file) throws IOException {
        Set<String> here = written.getOrDefault(file, Set.of());
        for (String id : here) {
            forgetWritten(id);
            target.delete(id);
        }
        written.remove(file);
        for (JsonNode old : ofFile(file)) {
            String id = old.path("_id").asString("");
            if (gone.add(id)) {
                forget(old);
                if (!here.contains(id)) {
                    target.delete(id);
                }
            }
        }
    }

    private void forget(JsonNode document) {
        documents.forget(PostJson.read(document.path("_source").path(ClusterSchema.POST)));
    }

    /** A post that this build has written before: what stands there now is asked for. */
    private void forgetWritten(String id) throws IOException {
        forget(target.get(id));
    }

    /** The posts of a file in the generation that this build goes on from. */
    private List<JsonNode> ofFile(String file) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        if (base.isPresent()) {
            ObjectNode query = Cluster.JSON.createObjectNode();
            query.putObject("term").put(PostFields.FILE, file);
            Scan.each(cluster, base.get().index(), query, List.of(ClusterSchema.POST), found::add);
        }
        return found;
    }

    @Override
    public synchronized Published publish(Supplier<byte[]> state, SiteFacts site, Runnable lastChance)
            throws IOException {
        target.flush();
        StoryMarks stories = new StoryMarks(cluster, target);
        long posts = stories.mark();
        target.writeNotes(state.get(), stories.prefixes(), words);
        target.clean();
        lock.check();
        target.check(posts);
        ClusterGeneration generation = target.finish(posts, site);
        lastChance.run();
        lock.check();
        return target.show(generation);
    }

    @Override
    public void close() throws IOException {
        try (cluster; lock) {
            target.close();
        }
    }
}
