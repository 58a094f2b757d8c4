package broadsheet.search.lucene.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.lucene.match.TermExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    private final Directory directory = new ByteBuffersDirectory();

    @AfterEach
    void close() throws IOException {
        directory.close();
    }

    private DirectoryReader index(List<String> texts) throws IOException {
        try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
            for (String text : texts) {
                Document document = new Document();
                document.add(new TextField("f", text, Field.Store.NO));
                writer.addDocument(document);
            }
        }
        return DirectoryReader.open(directory);
    }

    private static List<String> words(TermExpansion expansion) {
        return expansion.terms().stream().map(BytesRef::utf8ToString).toList();
    }

    @Test
    void theMostFrequentWordsOfAPatternComeFirst() throws IOException {
        try (DirectoryReader reader = index(
                List.of("sea", "seal sea", "seat sea seal", "\u0001sea see", "café", "cafe"))) {
            Dictionary words = Dictionary.of(reader, "f");
            assertEquals(List.of("sea", "seal", "seat"), words(TermExpansion.ofPrefix("f", words, "sea")));
            assertEquals(List.of("seal", "seat"), words(TermExpansion.ofPattern("f", words, "s?a?")));
            assertEquals(List.of("sea", "see"), words(TermExpansion.ofPattern("f", words, "s*e?")));
            assertEquals(List.of("cafe", "café"), words(TermExpansion.ofPattern("f", words, "caf?")));
            assertEquals(List.of("sea", "seal", "seat", "see"), words(TermExpansion.ofFuzzy("f", words, "sea", 1)));
            assertEquals(List.of(), words(TermExpansion.ofPrefix("f", words, "z")));
        }
    }

    @Test
    void aFieldThatNoPostHasIsEmpty() throws IOException {
        try (DirectoryReader reader = index(List.of("sea"))) {
            Dictionary words = Dictionary.of(reader, "other");
            assertEquals(0, words.size());
            assertEquals(List.of(), words(TermExpansion.ofFuzzy("other", words, "sea", 2)));
        }
    }

    @Test
    void moreThan1024WordsAreCutToTheMostFrequent() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            texts.add("word" + i + (i % 2 == 0 ? " " : " word7"));
        }
        try (DirectoryReader reader = index(texts)) {
            TermExpansion cut = TermExpansion.ofPrefix("f", Dictionary.of(reader, "f"), "word");
            assertEquals(1_024, cut.terms().size());
            assertEquals("word7", cut.terms().get(0).utf8ToString());
            assertEquals(true, cut.cut());
        }
    }

    /** Lucene's own automata say which words are meant. */
    @Test
    void randomWordsAreFoundAsLuceneFindsThem() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            texts.add(random(random, "abcé世", 1 + random.nextInt(9)));
        }
        try (DirectoryReader reader = index(texts)) {
            Dictionary words = Dictionary.of(reader, "f");
            for (int i = 0; i < 200; i++) {
                String word = random(random, "abcé世", 1 + random.nextInt(9));
                int edits = 1 + random.nextInt(2);
                Set<String> near = new TreeSet<>();
                words.near(word, edits, 1).forEach(found -> near.add(words.term(found.number()).utf8ToString()));
                assertEquals(all(new FuzzyTermsEnum(MultiTerms.getTerms(reader, "f"), new Term("f", word), edits, 0,
                        true)), near, word + "~" + edits + ", seed " + seed);
                String pattern = random(random, "abcé?*", 2 + random.nextInt(6));
                assertEquals(
                        all(new WildcardQuery(new Term("f", pattern)).getCompiled()
                                .getTermsEnum(MultiTerms.getTerms(reader, "f"))),
                        new TreeSet<>(words(TermExpansion.ofPattern("f", words, pattern))),
                        pattern + ", seed " + seed);
            }
        }
    }

    private static String random(Random random, String letters, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static Set<String> all(TermsEnum terms) throws IOException {
        Set<String> all = new TreeSet<>();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            all.add(term.utf8ToString());
        }
        return all;
    }
}
