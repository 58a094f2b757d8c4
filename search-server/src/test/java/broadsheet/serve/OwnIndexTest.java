package broadsheet.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.IndexException;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.lucene.LuceneSearchEngine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The name ends in a CRC-32C of the posts' paths, worked out by hand. */
class OwnIndexTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /srv/news/my site              | my20site-402758a4
            /srv/news/./x/../my site       | my20site-402758a4
            /srv/news/my site,/srv/other   | my20site-cd991489
            /srv/other,/srv/news/my site   | other-9523eb76
            /srv/über                      | C3BCber-98558a36
            /srv/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-61ef798f
            /                              | posts-271b615
            """)
    void theSamePostsHaveTheSameFolder(String posts, String name) throws Exception {
        assertEquals(home.resolve(".broadsheet").resolve(name),
                OwnIndex.folder(Arrays.stream(posts.split(",")).map(Path::of).toList(), Optional.of(home)));
    }

    @Test
    void whereNothingMayBeWrittenItIsAFolderForTemporaryFiles() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "no folder");
        Path folder = OwnIndex.folder(List.of(Path.of("/srv/other")), Optional.of(file));
        assertTrue(folder.getParent().getFileName().toString().startsWith("broadsheet-"), folder::toString);
        assertTrue(Files.isDirectory(folder.getParent()));
        assertFalse(folder.startsWith(home));
        Files.delete(folder.getParent());
    }

    @Test
    void aFolderWithoutAnIndexOpensNoEngine() {
        Engines engines = LuceneSearchEngine::open;
        assertThrows(IndexException.class, () -> engines.open(home, OwnerFiles.NONE));
    }
}
