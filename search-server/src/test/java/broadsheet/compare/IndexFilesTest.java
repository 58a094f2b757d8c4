package broadsheet.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a published index. */
class IndexFilesTest {

    @TempDir
    private Path folder;

    /** An index with one generation of one post. */
    private Path index(String name, List<String> prefixes, int group, String state) throws IOException {
        Path index = folder.resolve(name);
        Path generation = Files.createDirectories(index.resolve("g-000000000001"));
        IndexWriterConfig config = new IndexWriterConfig(new StandardAnalyzer()).setUseCompoundFile(false);
        try (Directory directory = FSDirectory.open(generation);
                IndexWriter writer = new IndexWriter(directory, config)) {
            Document post = new Document();
            post.add(new StringField("id", "a", Field.Store.YES));
            post.add(new TextField("all", "old sea wall", Field.Store.NO));
            writer.addDocument(post);
        }
        ByteBuffersDataOutput stories = new ByteBuffersDataOutput();
        stories.writeVInt(1);
        stories.writeVInt(1);
        stories.writeSetOfStrings(new LinkedHashSet<>(prefixes));
        stories.writeVInt(group);
        Files.write(generation.resolve("stories"), stories.toArrayCopy());
        Files.writeString(generation.resolve("build-state"), state);
        Files.writeString(generation.resolve("MANIFEST"), """
                broadsheet-manifest 1
                schema 6
                posts 1
                built %s
                file 3 89abcdef stories
                """.formatted(Instant.now()));
        Files.writeString(index.resolve("CURRENT"), "g-000000000001 89abcdef\n");
        return index;
    }

    private Map<String, String> facts(String name, List<String> prefixes, int group, String state)
            throws IOException {
        return IndexFacts.of(index(name, prefixes, group, state));
    }

    @Test
    void randomIdsTimesAndTheOrderOfPrefixesAreLeftOut() throws IOException {
        Map<String, String> one = facts("one", List.of("update", "breaking"), 7, "s");
        assertEquals(one, facts("other", List.of("breaking", "update"), 7, "s"));
        assertEquals("there", one.get("manifest\tschema 6"));
        assertTrue(one.containsKey("file\t_0.fdt"), one.toString());
    }

    @Test
    void everyOtherByteOfAFileCounts() throws IOException {
        Map<String, String> one = facts("one", List.of("update"), 7, "s");
        for (Map<String, String> other : List.of(facts("prefix", List.of("updates"), 7, "s"),
                facts("group", List.of("update"), 8, "s"))) {
            assertNotEquals(one.get("file\tstories"), other.get("file\tstories"));
        }
        assertNotEquals(one.get("file\tbuild-state"),
                facts("state", List.of("update"), 7, "t").get("file\tbuild-state"));
    }
}
