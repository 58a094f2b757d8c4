package broadsheet.index.opensearch;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextLayout;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.opensearch.Cluster;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in an index of the cluster: the fields of {@link PostSchema} under the same names, of types that a stock
 * node has. Its words are tokens that the builder found; the node's analyzers only cut them apart.
 */
public final class ClusterSchema {

    /** Rises with every change to what is sent; with it the schema of the posts' words. */
    public static final String VERSION = PostSchema.VERSION + ".2";

    /** The story of a post, one exact term: the id of its first post; a post without copies has its own. */
    public static final String STORY = "story";
    /** The id of the post whose headline is shown for this one; mostly its own. */
    public static final String HEADLINE = "headline";
    /** Whether a post's story has others; not in a post without copies. */
    public static final String COPIED = "copied";
    /** What posts that are equal otherwise are ordered by: the id, a number at its end with nine digits. */
    public static final String ORDER = "order";
    /** All that was read of a post; kept, not searched. */
    public static final String POST = "post";
    /** The post's {@link broadsheet.copies.Sketch} in Base64; kept, not searched. */
    public static final String SKETCH = "sketch";
    /** Where sentences, paragraphs and parts begin and end, at the positions of the post's words; see {@link Bounds}. */
    public static final String BOUNDS = "bounds";

    /**
     * The words of names at the positions where they stand among those of the text, see {@link #named}: without it nobody
     * could tell whether a word at a position is the text's or a name's.
     */
    public static final String NAMES = "names";

    /** How many words a post has, and its headline and the headline's head, as lengths are rounded in scores. */
    static final List<String> LENGTHS = List.of("length", "title_length", "head_length");

    /** The analyzer that cuts tokens into positions and terms. */
    public static final String GIVEN = "given";
    /** Cuts at spaces alone: for queries, whose terms come one by one. */
    private static final String AS_IS = "asis";
    private static final String SIMILARITY = "ineb2";
    /** A node would cut a longer token in two. */
    private static final int LONGEST_TOKEN = 1 << 20;

    private ClusterSchema() {}

    /** The field of the lengths by which the words of a field are scored. */
    public static String lengthOf(String field) {
        return LENGTHS.get(PostSchema.isTitle(field) ? 1 : PostSchema.isHead(field) ? 2 : 0);
    }

    /** A term of a field of the whole post as it stands in the field of names: {@code en:wall}, {@code exact:walls}. */
    public static String named(String field, String term) {
        return PostSchema.languageOf(field).map(Language::code).orElse(PostSchema.EXACT) + ":" + term;
    }

    /** Settings of a new index: no copies and no refresh while it is filled. */
    static ObjectNode settings(int shards) {
        ObjectNode settings = Cluster.JSON.createObjectNode();
        settings.put("index.number_of_shards", shards).put("index.number_of_replicas", 0)
                .put("index.refresh_interval", "-1")
                .put("index.merge.policy.expunge_deletes_allowed", "0")
                .put("index.unassigned.node_left.delayed_timeout", "5s");
        ObjectNode analysis = settings.putObject("analysis");
        analysis.putObject("tokenizer").putObject("spaces").put("type", "whitespace")
                .put("max_token_length", LONGEST_TOKEN);
        ObjectNode filters = analysis.putObject("filter");
        filters.putObject("holes").put("type", "stop").putArray("stopwords").add("_");
        filters.putObject("forms").put("type", "pattern_capture").put("preserve_original", false)
                .putArray("patterns").add("([^|]+)");
        ObjectNode analyzers = analysis.putObject("analyzer");
        ObjectNode given = analyzers.putObject(GIVEN).put("type", "custom").put("tokenizer", "spaces");
        given.putArray("filter").add("holes").add("forms");
        analyzers.putObject(AS_IS).put("type", "custom").put("tokenizer", "spaces");
        settings.putObject("similarity").putObject(SIMILARITY).put("type", "DFR").put("basic_model", "ine")
                .put("after_effect", "b").put("normalization", "h2");
        return settings;
    }

    static ObjectNode mappings() {
        ObjectNode mappings = Cluster.JSON.createObjectNode();
        mappings.put("dynamic", "strict");
        mappings.putObject("_source").putArray("includes").add(PostFields.ID).add(PostFields.FILE).add(STORY)
                .add(COPIED)
                .add(HEADLINE).add(POST).add(SKETCH);
        ObjectNode fields = mappings.putObject("properties");
        for (String field : List.of(PostFields.ID, STORY, HEADLINE)) {
            fields.putObject(field).put("type", "keyword");
        }
        for (String field : List.of(PostFields.FILE, PostSchema.ANALYSIS, PostFields.URL, PostSchema.FORMER_URL)) {
            fields.putObject(field).put("type", "keyword").put("doc_values", false);
        }
        fields.putObject(ORDER).put("type", "keyword").put("index", false);
        fields.putObject(COPIED).put("type", "boolean");
        words(fields, PostSchema.EXACT);
        for (String code : new TreeSet<>(Language.codes())) {
            Language language = Language.of(code);
            words(fields, PostSchema.all(language));
            words(fields, PostSchema.title(language));
            words(fields, PostSchema.head(language));
        }
        for (String field : List.of(PostFields.LANG, PostFields.AUTHOR, PostFields.CATEGORY, PostFields.TAG)) {
            fields.putObject(field).put("type", "keyword").put("index", false);
            // Counted by what is compared: spellings that differ by case alone are one value.
            fields.putObject(PostSchema.keys(field)).put("type", "keyword").put("similarity", SIMILARITY);
            tokens(fields, PostSchema.words(field), 0).put("norms", false).put("similarity", SIMILARITY);
        }
        LENGTHS.forEach(length -> fields.putObject(length).put("type", "integer").put("index", false));
        tokens(fields, BOUNDS, TextLayout.GAP).put("norms", false);
        tokens(fields, NAMES, TextLayout.GAP).put("norms", false);
        fields.putObject(PostFields.DATE).put("type", "date").put("format", "epoch_millis");
        fields.putObject(PostFields.VISIBLE_FROM).put("type", "long");
        fields.putObject(POST).put("type", "object").put("enabled", false);
        fields.putObject(SKETCH).put("type", "binary");
        return mappings;
    }

    private static void words(ObjectNode fields, String name) {
        tokens(fields, name, TextLayout.GAP).put("similarity", SIMILARITY);
    }

    private static ObjectNode tokens(ObjectNode fields, String name, int gap) {
        return fields.putObject(name).put("type", "text").put("analyzer", GIVEN).put("search_analyzer", AS_IS)
                .put("index_options", "positions").put("position_increment_gap", gap);
    }
}
