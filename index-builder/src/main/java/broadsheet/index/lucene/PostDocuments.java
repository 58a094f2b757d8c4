package broadsheet.index.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TokenBuffer;
import broadsheet.copies.SketchMaker;
import broadsheet.index.PostFields;
import broadsheet.post.Post;
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

    private final Map<String, TokenStream> nameWords = new HashMap<>();
    private final TextAnalysis names = new TextAnalysis(Language.of("xx"));
    private final PostText text = new PostText();
    private final SketchMaker sketches = new SketchMaker();
    private final PostingsBuffer postings;

    PostDocuments(PostingsBuffer postings) {
        this.postings = postings;
    }

    /** The document of a post that came from a file. */
    Document toDocument(String file, Post post) {
        Document document = new Document();
        document.add(new StringField(PostFields.ID, post.id(), Field.Store.NO));
        document.add(new StringField(PostFields.FILE, PostSchema.file(file, post.id()), Field.Store.NO));
        addText(document, post);
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

    private void addText(Document document, Post post) {
        text.read(post);
        int words = text.words();
        Language language = text.language();
        document.add(new StringField(PostSchema.ANALYSIS, language.code(), Field.Store.NO));
        postings.add(document, language, text.tokens(), words);
        postings.addHeadline(document, PostSchema.head(language), text.tokens(), 0, text.headTokens());
        postings.addHeadline(document, PostSchema.title(language), text.tokens(), text.headTokens(),
                text.titleTokens());
        byte[] kept = text.kept();
        document.add(new BinaryDocValuesField(PostSchema.TEXT, new BytesRef(kept)));
        if (PostSketches.isKept(kept.length)) {
            document.add(new BinaryDocValuesField(PostSchema.SKETCH, new BytesRef(sketches.of(post).toBytes())));
        }
        document.add(new BinaryDocValuesField(PostSchema.CARD,
                PostCard.of(post, words, text.layout().excerptBytes()).encode()));
        document.add(new BinaryDocValuesField(PostSchema.LAYOUT, text.layout().encode()));
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
}
