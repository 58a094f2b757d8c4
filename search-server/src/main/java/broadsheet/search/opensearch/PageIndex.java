package broadsheet.search.opensearch;

import broadsheet.copies.StoryTable;
import broadsheet.index.lucene.PostsInMemory;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.index.opensearch.PostJson;
import broadsheet.post.Post;
import broadsheet.search.Hit;
import broadsheet.search.lucene.Copies;
import broadsheet.search.lucene.HitMaker;
import broadsheet.search.lucene.retrieve.Explainer;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingDeque;
import org.apache.lucene.index.DirectoryReader;
import tools.jackson.databind.JsonNode;

/**
 * The posts of one page, and the other posts of their stories, as an index in memory: what describes hits of the embedded
 * index describes these.
 */
final class PageIndex implements AutoCloseable {

    private final Reading reading;
    private final IndexView view;

    private PageIndex(IndexView view, Reading asked) {
        this.view = view;
        this.reading = Reading.of(view, asked.analyses(), asked.now(), asked.budget());
    }

    /** Lends what makes indexes in memory, as its buffers are used again. Safe for many threads. */
    static final class Makers {
        private final LinkedBlockingDeque<PostsInMemory> free = new LinkedBlockingDeque<>(
                2 * Runtime.getRuntime().availableProcessors());

        private DirectoryReader open(List<Post> posts) throws IOException {
            PostsInMemory last = free.pollFirst();
            PostsInMemory maker = last == null ? new PostsInMemory() : last;
            DirectoryReader reader = maker.open(posts);
            free.offerFirst(maker);
            return reader;
        }
    }

    /** @param kept of posts, each of which is the document of its number; of one post the first */
    static PageIndex of(List<JsonNode> kept, Reading asked, Makers makers) throws IOException {
        Map<String, JsonNode> sources = new LinkedHashMap<>();
        kept.forEach(source -> sources.putIfAbsent(id(source), source));
        List<Post> posts = new ArrayList<>();
        sources.values().forEach(source -> posts.add(PostJson.read(source.path(ClusterSchema.POST))));
        DirectoryReader reader = makers.open(posts);
        try {
            IndexView of = asked.view();
            IndexView view = IndexView.of(reader, new IndexView.Facts(of.number(), of.built(), 0, of.site()),
                    stories(List.copyOf(sources.values()), of.stories().prefixes()),
                    (page, budget) -> PageSearcher.over(page, budget, of.reader()));
            return new PageIndex(view, asked);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private static String id(JsonNode source) {
        return source.path(ClusterSchema.POST).path("id").asString("");
    }

    private static StoryTable stories(List<JsonNode> sources, Set<String> prefixes) {
        Map<String, Integer> documents = new HashMap<>();
        Map<String, List<Integer>> stories = new LinkedHashMap<>();
        int[] headlines = new int[sources.size()];
        for (int document = 0; document < headlines.length; document++) {
            JsonNode source = sources.get(document);
            documents.put(id(source), document);
            if (source.path(ClusterSchema.COPIED).asBoolean(false)) {
                stories.computeIfAbsent(source.path(ClusterSchema.STORY).asString(""), key -> new ArrayList<>())
                        .add(document);
            }
        }
        for (int document = 0; document < headlines.length; document++) {
            headlines[document] = documents
                    .getOrDefault(sources.get(document).path(ClusterSchema.HEADLINE).asString(""), document);
        }
        return new StoryTable(prefixes, stories.values().stream()
                .map(story -> story.stream().mapToInt(Integer::intValue).toArray()).toList(), headlines);
    }

    /** What is kept of the posts. */
    StoredPosts posts() {
        return new StoredPosts(reading.reader());
    }

    /** Hits that are the first documents, in their order. */
    List<Hit> described(List<ClusterHit> page, Translation translation, boolean folded) throws IOException {
        StoredPosts posts = posts();
        return new HitMaker(reading, translation, posts, new Copies(reading, posts, folded)).hits(found(page));
    }

    /** The same hits with the reasons for their places. */
    List<Hit> explained(List<Hit> hits, List<ClusterHit> page, Explaining explaining) throws IOException {
        return explaining.by(reading).explained(hits, found(page));
    }

    /** Makes what explains the posts of an index. */
    @FunctionalInterface
    interface Explaining {
        Explainer by(Reading reading) throws IOException;
    }

    private static List<Found> found(List<ClusterHit> page) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            ClusterHit hit = page.get(i);
            found.add(new Found(i, hit.score(), hit.complete(), hit.pinned()));
        }
        return found;
    }

    @Override
    public void close() {
        view.release();
    }
}
