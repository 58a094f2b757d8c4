package broadsheet.search.lucene;

import broadsheet.post.Post;
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
    private final List<SmallArchive> open = new ArrayList<>();

    @Override
    protected SearchEngine engineOver(List<Post> posts) {
        try {
            SmallArchive archive = SmallArchive.of(folder.resolve("index" + open.size()), posts);
            open.add(archive);
            return archive.engine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void closeEngines() {
        open.forEach(SmallArchive::close);
    }
}
