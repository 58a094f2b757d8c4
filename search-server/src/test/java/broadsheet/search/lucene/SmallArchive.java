package broadsheet.search.lucene;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.owner.OwnerFiles;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.Await;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.lucene.view.Budget;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A few posts in a real index, and an engine over it. */
public final class SmallArchive implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final SearchEngine engine;

    private SmallArchive(SearchEngine engine) {
        this.engine = engine;
    }

    public static SmallArchive of(Path folder, List<Post> posts) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        return new SmallArchive(LuceneSearchEngine.open(folder, OwnerFiles.NONE,
                new ViewEngine.Settings(Ranking.DEFAULT, () -> NOW, Budget.Limits.NONE)));
    }

    /** An English post of May 2024. */
    public static PostBuilder post(String id, String title, String body) {
        return Post.builder(id).title(title).body(body).lang("en").date(Instant.parse("2024-05-01T09:00:00Z"));
    }

    SearchEngine engine() {
        return engine;
    }

    SearchResponse ask(String text) {
        return engine.search(SearchRequest.of(text).plain().withFoldCopies(false));
    }

    List<String> ids(String text) {
        return ask(text).hits().stream().map(hit -> hit.post().id()).toList();
    }

    /** Waits for the completions, which are made in another thread. */
    List<String> suggested(String text) {
        Await.until("completions", () -> !engine.state().completions().isEmpty());
        return engine.suggest(text, 5).stream().map(SearchEngine.Suggestion::text).toList();
    }

    @Override
    public void close() {
        engine.close();
    }
}
