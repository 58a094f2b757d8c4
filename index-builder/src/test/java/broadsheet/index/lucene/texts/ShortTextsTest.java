package broadsheet.index.lucene.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.lucene90.Lucene90DocValuesFormat;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShortTextsTest {

    private static final List<String> WORDS = List.of("ferry", "the", "harbour", "of", "council", "said", "on",
            "Friday",
            "löwe", "北京", "\uD83D\uDEA2", "that", "water", "\u00ff");

    @TempDir
    Path folder;

    private static IndexWriterConfig config() {
        IndexWriterConfig config = new IndexWriterConfig();
        // segments are merged in their order
        config.setMergePolicy(new LogDocMergePolicy());
        DocValuesFormat values = ShortTextsFormat.beside(new Lucene90DocValuesFormat(), Set.of("text", "card"));
        config.setCodec(new FilterCodec(config.getCodec().getName(), config.getCodec()) {
            @Override
            public DocValuesFormat docValuesFormat() {
                return values;
            }
        });
        return config;
    }

    /** Writes texts in several segments, and takes out each third; gives those that are left. */
    private List<byte[]> write(List<byte[]> texts, boolean merged) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config())) {
            for (int i = 0; i < texts.size(); i++) {
                Document document = new Document();
                document.add(new StringField("id", String.valueOf(i % 3 == 0 ? "gone" : "kept"), Field.Store.NO));
                document.add(new BinaryDocValuesField("text", new BytesRef(texts.get(i))));
                document.add(new BinaryDocValuesField("card", new BytesRef(texts.get(texts.size() - 1 - i))));
                writer.addDocument(document);
                if (i % 100 == 99) {
                    writer.flush();
                }
            }
            writer.deleteDocuments(new Term("id", "gone"));
            if (merged) {
                writer.forceMerge(1);
            }
            writer.commit();
        }
        List<byte[]> left = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (i % 3 != 0) {
                left.add(texts.get(i));
                left.add(texts.get(texts.size() - 1 - i));
            }
        }
        return left;
    }

    private List<byte[]> read() throws IOException {
        List<byte[]> texts = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                BinaryDocValues first = leaf.reader().getBinaryDocValues("text");
                BinaryDocValues second = leaf.reader().getBinaryDocValues("card");
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    if (leaf.reader().getLiveDocs() == null || leaf.reader().getLiveDocs().get(doc)) {
                        assertTrue(first.advanceExact(doc) && second.advanceExact(doc));
                        texts.add(BytesRef.deepCopyOf(first.binaryValue()).bytes);
                        texts.add(BytesRef.deepCopyOf(second.binaryValue()).bytes);
                    }
                }
            }
        }
        return texts;
    }

    private static String text(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(9) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    private static void assertSame(List<byte[]> expected, List<byte[]> found) {
        assertEquals(expected.size(), found.size());
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(Arrays.toString(expected.get(i)), Arrays.toString(found.get(i)), "text " + i);
        }
    }

    /** Texts, empty ones, long ones, bytes of any kind. */
    private static List<byte[]> texts(long seed, int count) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] text = text(random, random.nextInt(60)).getBytes(StandardCharsets.UTF_8);
            if (i % 41 == 0) {
                text = text(random, 1000).getBytes(StandardCharsets.UTF_8);
            } else if (i % 37 == 0) {
                text = new byte[random.nextInt(2_100)];
                random.nextBytes(text);
            } else if (i % 31 == 0) {
                text = new byte[i % 2];
            }
            texts.add(text);
        }
        return texts;
    }

    @Test
    void everyTextIsReadAsItWasWritten() throws IOException {
        List<byte[]> left = write(texts(System.nanoTime(), 500), false);
        assertSame(left, read());
    }

    @Test
    void mergedSegmentsHaveTheSameTexts() throws IOException {
        List<byte[]> left = write(texts(System.nanoTime(), 500), true);
        assertSame(left, read());
        try (FSDirectory directory = FSDirectory.open(folder); CheckIndex check = new CheckIndex(directory)) {
            assertTrue(check.checkIndex().clean);
        }
    }

    @Test
    void textsOfWordsTakeHalfOfTheirLength() throws IOException {
        Random random = new Random(1);
        List<byte[]> texts = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            texts.add(text(random, 40).getBytes(StandardCharsets.UTF_8));
        }
        long bytes = write(texts, true).stream().mapToLong(text -> text.length).sum();
        long onDisk = Files.size(data());
        assertTrue(onDisk * 2 < bytes, onDisk + " of " + bytes);
    }

    private Path data() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".std")).findFirst().orElseThrow();
        }
    }

    @Test
    void damageIsFound() throws IOException {
        write(texts(1, 200), true);
        byte[] bytes = Files.readAllBytes(data());
        bytes[bytes.length / 2] ^= 1;
        Files.write(data(), bytes);
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            LeafReaderContext leaf = reader.leaves().getFirst();
            assertThrows(IOException.class, leaf.reader()::checkIntegrity);
        }
    }
}
