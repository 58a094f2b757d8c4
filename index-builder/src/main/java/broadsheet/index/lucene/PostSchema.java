package broadsheet.index.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextLayout;
import broadsheet.analysis.WordForms;
import broadsheet.index.PostFields;
import broadsheet.post.ValueKey;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.Similarity;

/**
 * What the writer and the reader of an index agree on: field names, types, the similarity, and the version of all this.
 *
 * <p>Each post has its language's own fields of stems ({@code all_en}, {@code title_en}), so that a language's
 * statistics are its own; exact forms of all languages stand in one field. Positions of {@code all_…} and
 * {@code exact} are the same, see {@link TextLayout}.
 */
public final class PostSchema {

    /** Rises with every change to what stands in the index; a reader refuses an index of another version. */
    public static final int VERSION = 8;

    /** Exact forms of headline, excerpt and body, with {@link WordForms}' further forms. */
    public static final String EXACT = "exact";
    /** Excerpt and body as text (UTF-8), one after the other, as binary doc values. */
    public static final String TEXT = "text";
    /** The post's {@link TextLayout}, as binary doc values. */
    public static final String LAYOUT = "layout";
    /** The {@link broadsheet.copies.Sketch} of a long post, as binary doc values, see {@link PostSketches}. */
    static final String SKETCH = "sketch";
    /** The post's {@link PostCard}, as binary doc values. */
    public static final String CARD = "card";
    /** Addresses that the post had before, each by {@link #formerAddress}; exact terms. */
    public static final String FORMER_URL = "former_url";
    /** The code of the {@link Language} by which the post was analyzed, one exact term. */
    public static final String ANALYSIS = "analysis";

    private static final String HEAD = "head";
    private static final String WORDS_END = "_words";
    private static final String KEYS_END = "_key";

    /** Words with positions and lengths: scored, searched by phrase. */
    static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false);
    /** Names with positions, not scored by length. */
    static final FieldType NAMES = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);

    /** Servers take addresses of 8 KB at most; a term of Lucene holds 32 KB. */
    private static final int LONGEST_ADDRESS = 8192;

    private PostSchema() {}

    /** The file of a post as a term: none where the post has its file's name, which is mostly so. */
    static String file(String file, String id) {
        return file.equals(id) ? "" : file;
    }

    /** The posts of a file. */
    static Query ofFile(String file) {
        Query named = new BooleanQuery.Builder().add(new TermQuery(new Term(PostFields.ID, file)), Occur.FILTER)
                .add(new TermQuery(new Term(PostFields.FILE, "")), Occur.FILTER).build();
        return new BooleanQuery.Builder().add(named, Occur.SHOULD)
                .add(new TermQuery(new Term(PostFields.FILE, file)), Occur.SHOULD).build();
    }

    /** The field of stems of headline, excerpt and body in a language. */
    public static String all(Language language) {
        return PostFields.ALL + "_" + language.code();
    }

    /** The field of stems of the headline in a language, without its head. */
    public static String title(Language language) {
        return PostFields.TITLE + "_" + language.code();
    }

    /**
     * The field of stems of the headline's head ({@link broadsheet.copies.Headline}) in a language: apart from the rest,
     * as only the whole archive tells which heads are a feed's prefixes and count for nothing.
     */
    public static String head(Language language) {
        return HEAD + "_" + language.code();
    }

    /** The field of the exact words of names: {@code author_words}. */
    public static String words(String field) {
        return field + WORDS_END;
    }

    /** The field of whole values, by {@link #key(String)}: {@code author_key}. */
    public static String keys(String field) {
        return field + KEYS_END;
    }

    /** A whole value as it is compared, see {@link ValueKey}. */
    public static String key(String value) {
        return ValueKey.of(value);
    }

    /** Whether a field holds the stems of headlines, without their heads: {@code title_en}. */
    public static boolean isTitle(String field) {
        return field.startsWith(PostFields.TITLE + "_");
    }

    /** Whether a field holds the stems of headlines' heads: {@code head_en}. */
    public static boolean isHead(String field) {
        return field.startsWith(HEAD + "_");
    }

    /** Whether a field holds stems in a language: {@code all_en}, {@code title_en}. */
    public static boolean isStems(String field) {
        return field.startsWith(PostFields.ALL + "_") || isTitle(field);
    }

    /** Whether a field's positions are those of the post's text; those of names and other fields are not. */
    public static boolean isText(String field) {
        return field.equals(EXACT) || isStems(field);
    }

    /** Whether a field holds the words of names, with positions: {@code author_words}. */
    public static boolean isWords(String field) {
        return field.endsWith(WORDS_END);
    }

    /** Whether a field holds whole values, compared without regard to case: {@code author_key}. */
    public static boolean isKeys(String field) {
        return field.endsWith(KEYS_END);
    }

    /** The language whose stems of the whole text a field holds: {@code en} for {@code all_en}; else none. */
    public static Optional<Language> languageOf(String field) {
        String prefix = PostFields.ALL + "_";
        return field.startsWith(prefix)
                ? Optional.of(Language.of(field.substring(prefix.length())))
                : Optional.empty();
    }

    /** The posts that no reader may see yet at a moment. */
    public static Query hiddenAt(Instant moment) {
        return LongPoint.newRangeQuery(PostFields.VISIBLE_FROM, moment.toEpochMilli() + 1, Long.MAX_VALUE);
    }

    /**
     * The address of a post as it is looked up, one exact term in the field {@code url}: without percent-encoding, since
     * browsers write it differently than sites do. Empty when an address is too long to be looked up.
     */
    public static Optional<String> address(String url) {
        if (url.length() > LONGEST_ADDRESS) {
            return Optional.empty();
        }
        try {
            return Optional.of(URLDecoder.decode(url.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.of(url);
        }
    }

    /** A former address as it is looked up in {@link #FORMER_URL}: the same, without a slash at its end. */
    public static Optional<String> formerAddress(String url) {
        return address(url).map(text -> text.length() > 1 && text.endsWith("/")
                ? text.substring(0, text.length() - 1)
                : text);
    }

    /** The formula by which words are scored, while indexing (lengths) and searching. */
    public static Similarity similarity() {
        return new IneB2Similarity();
    }

    private static FieldType type(IndexOptions options, boolean omitNorms) {
        FieldType type = new FieldType();
        type.setIndexOptions(options);
        type.setTokenized(true);
        type.setOmitNorms(omitNorms);
        type.setDocValuesSkipIndexType(DocValuesSkipIndexType.NONE);
        type.freeze();
        return type;
    }
}
