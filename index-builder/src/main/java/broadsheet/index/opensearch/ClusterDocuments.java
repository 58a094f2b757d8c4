package broadsheet.index.opensearch;

import broadsheet.copies.Sketch;
import broadsheet.copies.SketchMaker;
import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.PostText;
import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes of posts what is sent to the cluster: the counterpart of the embedded engine's documents. For one thread. */
final class ClusterDocuments {

    private static final Pattern NUMBERED = Pattern.compile("(.*)#([0-9]{1,9})", Pattern.DOTALL);

    private final PostText text = new PostText();
    private final SketchMaker sketches = new SketchMaker();
    private final WordCounts counts;

    /** @param counts gets the terms of each post that is made */
    ClusterDocuments(WordCounts counts) {
        this.counts = counts;
    }

    /** A post as it is sent, and its sketch. */
    record Made(ObjectNode document, Sketch sketch) {}

    /** The document of a post that came from a file, in a story of its own until {@link #tell} names another. */
    Made make(String file, Post post) {
        text.read(post);
        counts.add(post, text);
        ObjectNode document = Cluster.JSON.createObjectNode();
        document.put(PostFields.ID, post.id()).put(PostFields.FILE, file)
                .put(ClusterSchema.ORDER, order(post.id())).put(PostSchema.ANALYSIS, text.language().code());
        tell(document, post.id(), post.id(), false);
        addWords(document);
        addValues(document, PostFields.LANG, List.of(post.lang()));
        addValues(document, PostFields.AUTHOR, post.authors());
        addValues(document, PostFields.CATEGORY, post.categories());
        addValues(document, PostFields.TAG, post.tags());
        post.date().ifPresent(date -> document.put(PostFields.DATE, date.toEpochMilli()));
        post.visibleFrom().ifPresent(from -> document.put(PostFields.VISIBLE_FROM, from.toEpochMilli()));
        PostSchema.address(post.url()).ifPresent(address -> document.put(PostFields.URL, address));
        ArrayNode former = document.putArray(PostSchema.FORMER_URL);
        post.formerUrls().forEach(url -> PostSchema.formerAddress(url).ifPresent(former::add));
        document.set(ClusterSchema.POST, PostJson.write(post));
        Sketch sketch = sketches.of(post);
        document.put(ClusterSchema.SKETCH, Base64.getEncoder().encodeToString(sketch.toBytes()));
        return new Made(document, sketch);
    }

    /** Says of which story a post is, and whose headline is shown for it. */
    static void tell(ObjectNode document, String story, String headline, boolean copied) {
        document.put(ClusterSchema.STORY, story).put(ClusterSchema.HEADLINE, headline);
        if (copied) {
            document.put(ClusterSchema.COPIED, true);
        }
    }

    /** Posts of one file are ordered by their numbers, {@code a.jsonl#9} before {@code a.jsonl#10}. */
    static String order(String id) {
        Matcher parts = NUMBERED.matcher(id);
        return parts.matches() ? parts.group(1) + "#" + "0".repeat(9 - parts.group(2).length()) + parts.group(2) : id;
    }

    /** Takes the terms of a post that is gone out of the counts. */
    void forget(Post post) {
        text.read(post);
        counts.remove(post, text);
    }

    private void addWords(ObjectNode document) {
        if (text.size() > 0) {
            NamesOnText names = NamesOnText.of(text);
            put(document, PostSchema.EXACT, PostTokens.all(text, names, false));
            put(document, PostSchema.all(text.language()), PostTokens.all(text, names, true));
            put(document, ClusterSchema.BOUNDS, Bounds.of(text, names));
            put(document, ClusterSchema.NAMES, names.values());
        }
        if (text.headTokens() > 0) {
            put(document, PostSchema.head(text.language()), PostTokens.part(text, 0, text.headTokens()));
        }
        List<Integer> lengths = List.of(text.words(), text.titleTokens() - text.headTokens(), text.headTokens());
        for (int i = 0; i < lengths.size(); i++) {
            document.put(ClusterSchema.LENGTHS.get(i), PostText.rounded(lengths.get(i)));
        }
        put(document, PostSchema.title(text.language()),
                PostTokens.part(text, text.headTokens(), text.titleTokens()));
    }

    private static void put(ObjectNode document, String field, List<String> values) {
        ArrayNode array = document.putArray(field);
        values.forEach(array::add);
    }

    private void addValues(ObjectNode document, String field, List<String> values) {
        List<String> distinct = PostCard.distinct(values);
        put(document, field, distinct);
        put(document, PostSchema.keys(field), distinct.stream().map(PostSchema::key).toList());
        GivenTokens words = new GivenTokens(0);
        for (String value : distinct) {
            int start = words.last() + 1;
            text.eachOfName(value, (position, term, further) -> words.term(start + position, term, further));
        }
        put(document, PostSchema.words(field), words.values());
    }
}
