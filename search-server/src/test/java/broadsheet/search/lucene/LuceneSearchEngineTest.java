package broadsheet.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.Post;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchEngineContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    @Test
    void formerAddressesLeadToThePostWhereNoOtherStands() {
        SearchEngine engine = engineOver(
                List.of(post("a", "/2024/storm/", List.of("/old/storm/", "/2019/storm.html", "/caf%C3%A9", "/b/")),
                        post("b", "/b/", List.of())));
        for (String address : List.of("/2024/storm/", "/old/storm/", "/old/storm", "/2019/storm.html", "/café")) {
            assertEquals("a", engine.postAt(address).orElseThrow().post().id(), address);
        }
        assertEquals("b", engine.postAt("/b/").orElseThrow().post().id());
        assertTrue(engine.postAt("/storm").isEmpty());
    }

    private static Post post(String id, String url, List<String> formerUrls) {
        return SmallArchive.post(id, "Storm", "Rain fell.").url(url).formerUrls(formerUrls).build();
    }

    @AfterEach
    void closeEngines() {
        open.forEach(SmallArchive::close);
    }
}
