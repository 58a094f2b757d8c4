package broadsheet.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.index.generation.GenerationStore;
import broadsheet.index.generation.GenerationStore.Opened;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every flipped bit and every cut in every kind of file of a real index is found, and the generation before is read. */
class DamagedIndexTest {

    @TempDir
    private Path index;

    private void build(boolean incremental, int from, int to) throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(index, incremental)) {
            for (int i = from; i < to; i++) {
                String id = "post-" + i + ".md";
                indexer.put(id, List.of(Post.builder(id).title("Pier " + i).body("Ferry number " + i + " sails.")
                        .lang("en").build()));
            }
            indexer.publish(new byte[100]);
        }
    }

    @Test
    void damageIsFoundWhereverItIs() throws IOException {
        damage(640);
    }

    @Test
    @Tag("torture")
    void tenThousandDamagesAreFound() throws IOException {
        damage(Integer.getInteger("flips", 10_000));
    }

    private void damage(int trials) throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("DamagedIndexTest seed " + seed);
        Random random = new Random(seed);
        build(false, 0, 30);
        build(true, 30, 35);
        GenerationStore store = GenerationStore.at(index);
        Path newest = store.open().orElseThrow().generation().folder();
        List<Path> files;
        try (Stream<Path> all = Files.list(newest)) {
            files = all.filter(file -> file.toFile().length() > 0).sorted().toList();
        }
        for (int trial = 0; trial < trials; trial++) {
            Path file = files.get(trial % files.size());
            byte[] whole = Files.readAllBytes(file);
            // A file of its own: its bytes may be the old generation's, too.
            Files.delete(file);
            Files.write(file, damaged(whole, random));
            Opened opened = store.open().orElseThrow();
            assertTrue(opened.fallback(), trial + ": " + file);
            assertEquals(1, opened.generation().number(), trial + ": " + file);
            Files.write(file, whole);
        }
        assertEquals(2, store.open().orElseThrow().generation().number());
        System.out.println("damages: " + trials + " in " + files.size() + " files");
    }

    private static byte[] damaged(byte[] whole, Random random) {
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] bad = whole.clone();
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        return bad;
    }
}
