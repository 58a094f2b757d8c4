package broadsheet.search.lucene;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.lucene.view.ViewFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;

/** A few posts in a real index on disk, open as a search has it: the rooms of the engine are tried on one. */
public final class IndexOfPosts implements AutoCloseable {

    private final ViewFollower views;
    private final IndexView view;
    private final Analyses analyses = new Analyses.Pool(1).borrow();

    private IndexOfPosts(Path folder) throws IOException {
        this.views = new ViewFollower(folder, opened -> {});
        this.view = views.acquire();
    }

    /** Posts in one segment. */
    public static IndexOfPosts of(Path folder, List<Post> posts) throws IOException {
        return ofBuilds(folder, List.of(posts));
    }

    /**
     * Posts in several builds, each but the first going on from the last: a segment each. A post whose id came before
     * takes the place of the earlier one, which is then a deleted document.
     */
    public static IndexOfPosts ofBuilds(Path folder, List<List<Post>> builds) throws IOException {
        for (List<Post> posts : builds) {
            try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, posts != builds.get(0))) {
                for (Post post : posts) {
                    indexer.put(post.id(), List.of(post));
                }
                indexer.publish(new byte[0]);
            }
        }
        return new IndexOfPosts(folder);
    }

    /** A post of May 2024. */
    public static PostBuilder post(String id, String lang, String title, String body) {
        return Post.builder(id).lang(lang).title(title).body(body).date(Instant.parse("2024-05-01T09:00:00Z"));
    }

    /** As a search holds it that begins now. */
    public Reading reading() {
        return Reading.of(view, analyses, Instant.now(), Budget.begin(Budget.Limits.NONE));
    }

    public IndexView view() {
        return view;
    }

    public Analyses analyses() {
        return analyses;
    }

    public IndexReader reader() {
        return view.reader();
    }

    public IndexSearcher searcher() {
        return view.searcher(Budget.begin(Budget.Limits.NONE));
    }

    /** The id of a post by its document number. */
    public String id(int document) throws IOException {
        return new StoredPosts(reader()).view(document).id();
    }

    @Override
    public void close() {
        analyses.close();
        view.release();
        views.close();
    }
}
