package broadsheet.index.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostCard;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.PostText;
import broadsheet.post.Post;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * In how many posts each term of each field stands, and how often in all. The builder knows it from what it sends; no
 * stock node tells it of a whole field.
 */
public final class WordCounts {

    private final Map<String, Map<String, Count>> fields = new TreeMap<>();

    /** Of one term: the posts that have it, and how often it stands in them. */
    public static final class Count {
        private int posts;
        private long times;

        /** How many posts have it. */
        public int posts() {
            return posts;
        }

        /** How often it stands in them. */
        public long times() {
            return times;
        }
    }

    void add(Post post, PostText text) {
        count(post, text, 1);
    }

    void remove(Post post, PostText text) {
        count(post, text, -1);
    }

    private void count(Post post, PostText text, int sign) {
        count(PostSchema.ANALYSIS, Map.of(text.language().code(), 1), sign);
        count(PostSchema.EXACT, terms(text, false, 0, text.size()), sign);
        count(PostSchema.all(text.language()), terms(text, true, 0, text.size()), sign);
        count(PostSchema.head(text.language()), terms(text, true, 0, text.headTokens()), sign);
        count(PostSchema.title(text.language()), terms(text, true, text.headTokens(), text.titleTokens()), sign);
        Map<String, Integer> named = new HashMap<>();
        for (String field : List.of(PostSchema.EXACT, PostSchema.all(text.language()))) {
            text.each(!field.equals(PostSchema.EXACT), text.words(), text.size(),
                    (position, term, further) -> named.merge(ClusterSchema.named(field, term), 1, Integer::sum));
        }
        count(ClusterSchema.NAMES, named, sign);
        values(PostFields.LANG, List.of(post.lang()), text, sign);
        values(PostFields.AUTHOR, post.authors(), text, sign);
        values(PostFields.CATEGORY, post.categories(), text, sign);
        values(PostFields.TAG, post.tags(), text, sign);
    }

    private void values(String field, List<String> values, PostText text, int sign) {
        Map<String, Integer> words = new HashMap<>();
        Map<String, Integer> keys = new HashMap<>();
        for (String value : PostCard.distinct(values)) {
            keys.merge(PostSchema.key(value), 1, Integer::sum);
            text.eachOfName(value, (position, term, further) -> words.merge(term, 1, Integer::sum));
        }
        count(PostSchema.words(field), words, sign);
        count(PostSchema.keys(field), keys, sign);
    }

    private static Map<String, Integer> terms(PostText text, boolean stems, int first, int behindLast) {
        Map<String, Integer> terms = new HashMap<>();
        text.each(stems, first, behindLast, (position, term, further) -> terms.merge(term, 1, Integer::sum));
        return terms;
    }

    private void count(String field, Map<String, Integer> terms, int sign) {
        if (terms.isEmpty()) {
            return;
        }
        Map<String, Count> counts = fields.computeIfAbsent(field, key -> new HashMap<>());
        terms.forEach((term, times) -> put(counts, term, sign, (long) sign * times));
    }

    private static void put(Map<String, Count> counts, String term, int posts, long times) {
        Count count = counts.computeIfAbsent(term, key -> new Count());
        count.posts += posts;
        count.times += times;
        if (count.posts <= 0) {
            counts.remove(term);
        }
    }

    /** Puts what an earlier build knew of a term. */
    void put(String field, String term, int posts, long times) {
        put(fields.computeIfAbsent(field, key -> new HashMap<>()), term, posts, times);
    }

    /** The fields that have terms. */
    public List<String> fields() {
        return List.copyOf(fields.keySet());
    }

    /** The terms of a field, in the order of their letters. */
    public Map<String, Count> terms(String field) {
        return new TreeMap<>(fields.getOrDefault(field, Map.of()));
    }
}
