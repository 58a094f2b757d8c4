package broadsheet.search.lucene;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.post.Post;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngineContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class LuceneSearchEngineTest extends SearchEngineContract {

    @TempDir
    private Path folder;
    private final List<SearchEngine> open = new ArrayList<>();

    @Override
    protected SearchEngine engineOver(List<Post> posts) {
        try {
            Path index = folder.resolve("index" + open.size());
            try (LucenePostIndexer indexer = LucenePostIndexer.open(index, false)) {
                for (Post post : posts) {
                    indexer.put(post.id(), List.of(post));
                }
                indexer.publish(new byte[0]);
            }
            SearchEngine engine = LuceneSearchEngine.open(index, Ranking.DEFAULT, () -> NOW);
            open.add(engine);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeEngines() {
        open.forEach(SearchEngine::close);
    }
}
