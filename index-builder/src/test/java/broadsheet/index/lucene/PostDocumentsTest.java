package broadsheet.index.lucene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.analysis.TextLayout;
import broadsheet.copies.StoryTable;
import broadsheet.index.IndexException;
import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Generation;
import broadsheet.index.generation.GenerationStore;
import broadsheet.post.Post;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A post as a Lucene document, and the files and lists beside it. */
class PostDocumentsTest {

    private static final Post POST = Post.builder("_posts/a.md").url("/2024/a%20b/").title("Ukraine: Café opens")
            .excerpt("Löwe.").body("One. Two two.\n\nThree 𝒳.").lang("en").date(Instant.parse("2024-05-01T09:00:00Z"))
            .updated(Instant.parse("2024-05-02T09:00:00Z")).visibleFrom(Instant.parse("2024-05-03T00:00:00Z"))
            .authors(List.of("Ann Lee", "Ann Lee", "Bo")).categories(List.of("City News")).tags(List.of("Sea"))
            .image("/a.png").formerUrls(List.of("/old/", "/older.html")).build();

    private final PostDocuments documents = new PostDocuments(new PostingsBuffer(1 << 20));

    private static List<String> values(Document document, String field) {
        List<String> values = new ArrayList<>();
        for (IndexableField each : document.getFields(field)) {
            if (each.stringValue() != null) {
                values.add(each.stringValue());
            }
        }
        return values;
    }

    @ParameterizedTest
    @CsvSource({"id, _posts/a.md", "file, a.md", "analysis, en", "url, /2024/a b/",
            "former_url, /old|/older.html", "author_key, ann lee|bo", "category_key, city news", "tag_key, sea",
            "lang_key, en"})
    void aDocumentHoldsWhatIsLookedUp(String field, String values) {
        assertEquals(List.of(values.split("\\|")), values(documents.toDocument("a.md", POST), field));
    }

    @Test
    void timesAreKeptInMilliseconds() {
        Document document = documents.toDocument("a.md", POST);
        assertEquals(1714554000000L, document.getField("date").numericValue());
        assertEquals(1714694400000L, document.getField("visible").numericValue());
    }

    @Test
    void aPostWithTheNameOfItsFileIsInNoOther() {
        assertEquals(List.of(""), values(documents.toDocument("_posts/a.md", POST), "file"));
    }

    @Test
    void aCardHasAllThatIsShown() {
        PostCard card = PostCard.decode(documents.toDocument("a.md", POST).getBinaryValue(PostSchema.CARD));
        assertEquals(new PostCard("_posts/a.md", "/2024/a%20b/", "Ukraine: Café opens", POST.date(), POST.updated(),
                List.of("Ann Lee", "Bo"), List.of("City News"), List.of("Sea"), "en", "/a.png", 9, 6), card,
                "nine words: three of the headline, one and five");
    }

    @Test
    void whatAPostDoesNotHaveIsNotThere() {
        Document bare = documents.toDocument("b", Post.builder("b").build());
        for (String field : List.of("date", "visible", "author", "category", "tag", "author_key",
                "former_url", "head_xx")) {
            assertEquals(0, bare.getFields(field).length, field);
        }
        assertEquals("und", PostCard.decode(bare.getBinaryValue(PostSchema.CARD)).lang());
        assertEquals(List.of("xx"), values(bare, "analysis"));
    }

    private static List<String> terms(Document document, String field) throws IOException {
        List<String> terms = new ArrayList<>();
        for (IndexableField each : document.getFields(field)) {
            if (each.fieldType().indexOptions() == IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) {
                TokenStream stream = each.tokenStream(null, null);
                var term = stream.getAttribute(
                        TermToBytesRefAttribute.class);
                stream.reset();
                while (stream.incrementToken()) {
                    terms.add(term.getBytesRef().utf8ToString());
                }
            }
        }
        return terms;
    }

    @Test
    void namesAreFoundByTheirWords() throws IOException {
        assertEquals(List.of("ann", "lee", "bo"), terms(documents.toDocument("a.md", POST), "author_words"));
    }

    @Test
    void aHeadlinesHeadStandsApart() throws IOException {
        Post bare = Post.builder("b").lang("en").body("No headline.").build();
        try (DirectoryReader reader = new PostsInMemory().open(List.of(POST, bare))) {
            assertEquals(List.of("ukrain 0 at 0"), postings(reader, "head_en"));
            assertEquals(List.of("cafe 0 at 1", "open 0 at 2"), postings(reader, "title_en"));
        }
    }

    private static List<String> postings(DirectoryReader reader, String field) throws IOException {
        List<String> found = new ArrayList<>();
        TermsEnum terms = MultiTerms.getTerms(reader, field).iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            PostingsEnum posts = terms.postings(null, PostingsEnum.POSITIONS);
            while (posts.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                found.add(term.utf8ToString() + " " + posts.docID() + " at " + posts.nextPosition());
            }
        }
        return found;
    }

    @Test
    void theLayoutLeadsToTheSentencesOfTheKeptText() {
        Document document = documents.toDocument("a.md", POST);
        byte[] text = bytes(document, PostSchema.TEXT);
        TextLayout layout = new TextLayout();
        layout.decode(document.getBinaryValue(PostSchema.LAYOUT));
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < layout.sentences(); i++) {
            sentences.add(new String(Arrays.copyOfRange(text, layout.firstByte(i), layout.firstByte(i + 1)),
                    StandardCharsets.UTF_8).strip());
        }
        assertEquals(List.of("Löwe.", "One.", "Two two.", "Three 𝒳."), sentences);
        assertEquals(List.of(3, 104, 6), List.of(layout.titleEnd(), layout.excerptEnd(), layout.excerptBytes()));
        assertEquals(List.of(true, true, false, true),
                List.of(0, 1, 2, 3).stream().map(layout::opensParagraph).toList());
    }

    private static byte[] bytes(Document document, String field) {
        BytesRef value = document.getBinaryValue(field);
        return Arrays.copyOfRange(value.bytes, value.offset, value.offset + value.length);
    }

    @Test
    void aLoneSurrogateDoesNotShiftTheText() {
        Post broken = Post.builder("x").lang("en").body("One \uD800 x. Two.").build();
        Document document = documents.toDocument("x", broken);
        TextLayout layout = new TextLayout();
        layout.decode(document.getBinaryValue(PostSchema.LAYOUT));
        byte[] text = bytes(document, PostSchema.TEXT);
        assertEquals("Two.", new String(Arrays.copyOfRange(text, layout.firstByte(1), text.length),
                StandardCharsets.UTF_8));
    }

    @Test
    void aCardOfNothingIsReadAsItWasWritten() {
        PostCard bare = PostCard.of(Post.builder("b").build(), 0, 0);
        assertEquals(bare, PostCard.decode(bare.encode()));
    }

    @Test
    void aCardKeepsEveryMomentAndEachNameOnce() {
        for (Instant moment : List.of(Instant.EPOCH, Instant.ofEpochMilli(-1), Instant.ofEpochMilli(1_700_000_000_123L),
                Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59.999Z"))) {
            PostCard card = PostCard.of(Post.builder("b").date(moment).updated(moment).build(), 0, 0);
            assertEquals(List.of(moment, moment), List.of(PostCard.decode(card.encode()).date().orElseThrow(),
                    PostCard.decode(card.encode()).updated().orElseThrow()));
        }
        Post post = Post.builder("b").authors(List.of("Ann Lee", "ANN  LEE", " ", "Bo")).tags(List.of(" ")).build();
        assertEquals(List.of(List.of("Ann Lee", "Bo"), List.of()),
                List.of(PostCard.of(post, 0, 0).authors(), PostCard.of(post, 0, 0).tags()));
    }

    private static Generation built(Path folder) throws IOException {
        String story = "The night watchman of the pier found the old lighthouse lamp burning although nobody had lit it, "
                + "said the council on Friday, and sent two keepers across the bay to look after glass and brass.";
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            for (String id : List.of("copy1", "own", "copy2")) {
                indexer.put(id, List.of(Post.builder(id).lang("en").title(id.equals("own") ? "Own" : "Lamp burns")
                        .body(id.equals("own") ? "Its own text." : story).build()));
            }
            indexer.publish(new byte[0], new SiteFacts("Site", "https://news.example", "en", "Europe/Berlin"));
        }
        return GenerationStore.at(folder).open().orElseThrow().generation();
    }

    @Test
    void storiesAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
        Generation generation = built(folder);
        StoryTable stories = StoryFile.read(generation);
        assertEquals(1, stories.size());
        assertEquals(stories.storyOf(0), stories.storyOf(2));
        assertEquals(StoryTable.NONE, stories.storyOf(1));
        assertArrayEquals(new int[]{0, 2}, stories.documents(stories.storyOf(0)));
        assertEquals(Set.of(), new TreeSet<>(stories.prefixes()));
        assertEquals(new SiteFacts("Site", "https://news.example", "en", "Europe/Berlin"),
                SiteProperties.read(generation.manifest()));
    }

    @Test
    void aDamagedFileOfStoriesIsSaidToBeSo(@TempDir Path folder) throws IOException {
        Generation generation = built(folder);
        Path file = generation.folder().resolve("stories");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertEquals(file + ": cut short",
                assertThrows(IndexException.Damaged.class, () -> StoryFile.read(generation)).getMessage());
        whole[0] = 2;
        Files.write(file, whole);
        assertEquals(file + ": expected version 1, was 2",
                assertThrows(IndexException.Damaged.class, () -> StoryFile.read(generation)).getMessage());
    }

    @ParameterizedTest
    @CsvSource({"all_en, true, true, false, false, false", "title_en, true, true, true, false, false",
            "head_en, false, false, false, false, false", "exact, true, false, false, false, false",
            "author_words, false, false, false, true, false", "author_key, false, false, false, false, true",
            "id, false, false, false, false, false", "title, false, false, false, false, false"})
    void aFieldsNameSaysWhatItHolds(String field, boolean text, boolean stems, boolean title, boolean words,
            boolean keys) {
        assertEquals(List.of(text, stems, title, words, keys), List.of(PostSchema.isText(field),
                PostSchema.isStems(field), PostSchema.isTitle(field), PostSchema.isWords(field),
                PostSchema.isKeys(field)));
    }
}
