package broadsheet.search.lucene.vocabulary;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.lucene.SmallArchive;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.ViewFollower;
import broadsheet.search.rules.SynonymTable;
import broadsheet.search.suggest.Completions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A few posts in a real index, as this room reads it at {@link SmallArchive#NOW}. */
final class MadeIndex implements AutoCloseable {

    private final ViewFollower follower;
    private final IndexView view;
    private final Analyses analyses = new Analyses.Pool(1).borrow();

    MadeIndex(Path folder, List<Post> posts) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (Post post : posts) {
                indexer.put(post.id(), List.of(post));
            }
            indexer.publish(new byte[0]);
        }
        this.follower = new ViewFollower(folder, opened -> {});
        this.view = follower.acquire();
    }

    LuceneVocabulary vocabulary() {
        return new LuceneVocabulary(reading(), SynonymTable.NONE);
    }

    Completions completions() throws IOException {
        return new CompletionBuilder(reading()).build(new KeptCards(reading()));
    }

    private Reading reading() {
        return Reading.of(view, analyses, SmallArchive.NOW, Budget.begin(Budget.Limits.NONE));
    }

    @Override
    public void close() {
        analyses.close();
        view.release();
        follower.close();
    }
}
