package broadsheet.index.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.analysis.TokenBuffer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** The index made from kept words against the one that Lucene makes by itself of the same words. */
class PostingsBufferTest {

    private static final List<String> LANGUAGES = List.of("en", "de", "zh", "xx");

    @Test
    void theIndexIsTheOneThatLuceneMakes() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("PostingsBufferTest seed " + seed);
        List<TokenBuffer> texts = texts(new Random(seed), 300);
        List<String> kept = index(texts, true);
        assertEquals(index(texts, false), kept);
        assertTrue(kept.size() > 1_000, "only " + kept.size() + " lines");
    }

    @Test
    void anotherTextMakesAnotherIndex() throws IOException {
        assertNotEquals(index(texts(new Random(1), 20), true), index(texts(new Random(2), 20), true));
    }

    /** Every term with its documents and positions, and every norm, segment by segment. */
    private static List<String> index(List<TokenBuffer> texts, boolean kept) throws IOException {
        PostingsBuffer postings = new PostingsBuffer(1 << 20);
        IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
        config.setSimilarity(PostSchema.similarity());
        if (kept) {
            config.setSimilarity(postings.similarity(PostSchema.similarity()));
            config.setCodec(postings.codec(config.getCodec()));
        }
        try (Directory directory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(directory, config)) {
                for (int i = 0; i < texts.size(); i++) {
                    Document document = new Document();
                    document.add(new StringField("id", "" + i, Field.Store.NO));
                    Language language = Language.of(LANGUAGES.get(i % LANGUAGES.size()));
                    add(document, language, texts.get(i), kept ? postings : null);
                    writer.addDocument(document);
                    if (i == 100 || i == 101) {
                        writer.deleteDocuments(new Term("id", "" + (i - 3)));
                        writer.flush();
                    }
                }
                writer.commit();
            }
            try (CheckIndex check = new CheckIndex(directory)) {
                assertTrue(check.checkIndex().clean);
            }
            return dump(directory);
        }
    }

    /** @param postings null where Lucene is to look up the words itself */
    private static void add(Document document, Language language, TokenBuffer text, PostingsBuffer postings) {
        int all = text.size();
        int head = all / 8;
        int title = all / 3;
        if (postings != null) {
            postings.add(document, language, text, all);
            postings.addHeadline(document, PostSchema.head(language), text, 0, head);
            postings.addHeadline(document, PostSchema.title(language), text, head, title);
            return;
        }
        addStream(document, PostSchema.EXACT, text, false, 0, all);
        addStream(document, PostSchema.all(language), text, true, 0, all);
        addStream(document, PostSchema.head(language), text, true, 0, head);
        addStream(document, PostSchema.title(language), text, true, head, title);
    }

    private static void addStream(Document document, String field, TokenBuffer text, boolean stems, int first,
            int behindLast) {
        if (behindLast > first) {
            TokenBufferStream stream = new TokenBufferStream(text, stems);
            stream.setRange(first, behindLast);
            document.add(new Field(field, stream, PostSchema.WORDS));
        }
    }

    private static List<String> dump(Directory directory) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>(List.of(PostSchema.EXACT));
        LANGUAGES.stream().map(Language::of).forEach(language -> fields
                .addAll(List.of(PostSchema.all(language), PostSchema.head(language), PostSchema.title(language))));
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (String field : fields) {
                    dump(leaf.ord + " " + field, leaf.reader(), field, lines);
                }
            }
        }
        return lines;
    }

    private static void dump(String place, LeafReader reader, String field, List<String> lines) throws IOException {
        if (reader.terms(field) == null) {
            return;
        }
        lines.add(place + " " + reader.terms(field).getStats() + reader.terms(field).getSumTotalTermFreq() + " "
                + reader.terms(field).getDocCount());
        TermsEnum terms = reader.terms(field).iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            TreeMap<Integer, List<Integer>> found = new TreeMap<>();
            PostingsEnum list = terms.postings(null, PostingsEnum.POSITIONS);
            for (int doc = list.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = list.nextDoc()) {
                List<Integer> positions = new ArrayList<>();
                for (int i = 0; i < list.freq(); i++) {
                    positions.add(list.nextPosition());
                }
                found.put(doc, positions);
            }
            lines.add(place + " " + term.utf8ToString() + " " + terms.totalTermFreq() + " " + found);
        }
        NumericDocValues norms = reader.getNormValues(field);
        for (int doc = norms.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = norms.nextDoc()) {
            lines.add(place + " norm " + doc + " " + norms.longValue());
        }
    }

    /** Texts of few words, so that these come again; with acronyms, accents, signs, Chinese, gaps, and some empty. */
    private static List<TokenBuffer> texts(Random random, int count) {
        List<String> words = List.of("US", "Café", "rain", "rains", "C++", "四川地震", "the", "Über", "слово", "don't",
                "snake_case");
        List<TextAnalysis> analyses = LANGUAGES.stream().map(code -> new TextAnalysis(Language.of(code))).toList();
        return IntStream.range(0, count).mapToObj(i -> {
            TokenBuffer buffer = new TokenBuffer();
            int position = 0;
            for (int sentence = random.nextInt(4); sentence > 0; sentence--) {
                StringBuilder text = new StringBuilder();
                for (int word = random.nextInt(40); word > 0; word--) {
                    text.append(words.get(random.nextInt(words.size()))).append(' ').append(random.nextInt(500) / 9)
                            .append(' ');
                }
                position = analyses.get(i % analyses.size()).addSentence(buffer, text.toString(), position)
                        + random.nextInt(2) * TextLayout.GAP;
            }
            return buffer;
        }).toList();
    }
}
