package broadsheet.index.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextLayout;
import broadsheet.analysis.TokenBuffer;
import broadsheet.copies.Headline;
import broadsheet.copies.SketchMaker;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.SentencesOfParts.Part;
import broadsheet.post.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;

/**
 * Makes Lucene documents of posts. A document shares this maker's buffers: it must be added to the index before the
 * next is made, and by the same thread.
 */
final class PostDocuments {

    private static final int NAMES_KEPT = 1_000;

    private final Map<String, TextAnalysis> analyses = new HashMap<>();
    private final Map<String, TokenStream> nameWords = new HashMap<>();
    private final TextAnalysis names = new TextAnalysis(Language.of("xx"));
    private final TokenBuffer text = new TokenBuffer();
    private final TextLayout layout = new TextLayout();
    private final SentencesOfParts sentences = new SentencesOfParts(text, layout);
    private final SketchMaker sketches = new SketchMaker();
    private final TokenBufferStream head = new TokenBufferStream(text, true);
    private final TokenBufferStream title = new TokenBufferStream(text, true);
    private final PostingsBuffer postings;

    PostDocuments(PostingsBuffer postings) {
        this.postings = postings;
    }

    /** The document of a post that came from a file. */
    Document toDocument(String file, Post post) {
        TextAnalysis analysis = analyses.computeIfAbsent(Language.of(post.lang()).code(),
                code -> new TextAnalysis(Language.of(code)));
        Document document = new Document();
        document.add(new StringField(PostFields.ID, post.id(), Field.Store.NO));
        document.add(new StringField(PostFields.FILE, PostSchema.file(file, post.id()), Field.Store.NO));
        document.add(new StringField(PostSchema.ANALYSIS, analysis.language().code(), Field.Store.NO));
        addText(document, analysis, post);
        addTimes(document, post);
        addValues(document, PostFields.LANG, List.of(post.lang()));
        addValues(document, PostFields.AUTHOR, post.authors());
        addValues(document, PostFields.CATEGORY, post.categories());
        addValues(document, PostFields.TAG, post.tags());
        PostSchema.address(post.url())
                .ifPresent(address -> document.add(new StringField(PostFields.URL, address, Field.Store.NO)));
        post.formerUrls().forEach(url -> PostSchema.formerAddress(url)
                .ifPresent(address -> document.add(new StringField(PostSchema.FORMER_URL, address, Field.Store.NO))));
        return document;
    }

    private void addText(Document document, TextAnalysis analysis, Post post) {
        text.clear();
        layout.clear();
        int titleEnd = analysis.addSentence(text, post.title(), 0);
        int titleTokens = text.size();
        layout.setTitleEnd(titleEnd);
        byte[] excerptBytes = post.excerpt().getBytes(StandardCharsets.UTF_8);
        int excerptEnd = sentences.add(analysis, new Part(post.excerpt(), List.of(), excerptBytes.length),
                titleEnd + TextLayout.GAP, 0);
        layout.setExcerptEnd(excerptEnd, excerptBytes.length);
        byte[] bodyBytes = post.body().getBytes(StandardCharsets.UTF_8);
        int end = sentences.add(analysis, new Part(post.body(), post.unseen(), bodyBytes.length),
                excerptEnd + TextLayout.GAP, excerptBytes.length);
        layout.add(end, excerptBytes.length + bodyBytes.length, true, true);
        int words = text.size();
        addNames(analysis, post, end);

        postings.add(document, analysis.language(), text, words);
        addHead(document, analysis, Headline.of(post.title()), titleTokens);
        document.add(words(PostSchema.title(analysis.language()), title));
        byte[] kept = new byte[excerptBytes.length + bodyBytes.length];
        System.arraycopy(excerptBytes, 0, kept, 0, excerptBytes.length);
        System.arraycopy(bodyBytes, 0, kept, excerptBytes.length, bodyBytes.length);
        document.add(new BinaryDocValuesField(PostSchema.TEXT, new BytesRef(kept)));
        if (PostSketches.isKept(kept.length)) {
            document.add(new BinaryDocValuesField(PostSchema.SKETCH, new BytesRef(sketches.of(post).toBytes())));
        }
        document.add(new BinaryDocValuesField(PostSchema.CARD,
                PostCard.of(post, words, excerptBytes.length).encode()));
        document.add(new BinaryDocValuesField(PostSchema.LAYOUT, layout.encode()));
    }

    /** Byline, sections and tags behind the body, each by itself: who types a name finds the posts that bear it. */
    private void addNames(TextAnalysis analysis, Post post, int bodyEnd) {
        int position = bodyEnd;
        for (List<String> names : List.of(post.authors(), post.categories(), post.tags())) {
            for (String name : names) {
                position = analysis.addSentence(text, name, position + TextLayout.GAP);
            }
        }
    }

    private void addHead(Document document, TextAnalysis analysis, Headline headline, int titleTokens) {
        int headTokens = 0;
        while (headTokens < titleTokens && text.start(headTokens) < headline.restStart()) {
            headTokens++;
        }
        title.setRange(headTokens, titleTokens);
        if (headTokens > 0) {
            head.setEnd(headTokens);
            document.add(words(PostSchema.head(analysis.language()), head));
        }
    }

    private static void addTimes(Document document, Post post) {
        post.date().ifPresent(
                date -> document.add(new LongField(PostFields.DATE, date.toEpochMilli(), Field.Store.NO)));
        post.visibleFrom().map(Instant::toEpochMilli)
                .ifPresent(from -> document.add(new LongPoint(PostFields.VISIBLE_FROM, from)));
    }

    private void addValues(Document document, String field, List<String> values) {
        for (String value : PostCard.distinct(values)) {
            document.add(new StringField(PostSchema.keys(field), PostSchema.key(value), Field.Store.NO));
            document.add(new SortedSetDocValuesField(field, new BytesRef(value)));
            document.add(new Field(PostSchema.words(field), name(value), PostSchema.NAMES));
        }
    }

    /** The words of a name; the same names stand in many posts. */
    private TokenStream name(String value) {
        if (nameWords.size() == NAMES_KEPT) {
            nameWords.clear();
        }
        return nameWords.computeIfAbsent(value, key -> {
            TokenBuffer name = new TokenBuffer(8);
            names.addSentence(name, value, 0);
            TokenBufferStream stream = new TokenBufferStream(name, false);
            stream.setEnd(name.size());
            return stream;
        });
    }

    private static Field words(String field, TokenStream stream) {
        return new Field(field, stream, PostSchema.WORDS);
    }
}
