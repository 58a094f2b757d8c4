package broadsheet.index.opensearch;

import broadsheet.copies.Sketch;
import broadsheet.copies.Stories;
import broadsheet.copies.StoryGrouper;
import broadsheet.index.PostFields;
import broadsheet.opensearch.Cluster;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Groups the posts of a filled index by their sketches, and writes those again whose story is another than theirs says:
 * which posts are copies is known only once all are there.
 */
final class StoryMarks {

    /** Posts that are read and written again together; a post may have a megabyte. */
    private static final int AT_ONCE = 50;

    private final Cluster cluster;
    private final NewIndex target;
    private Set<String> prefixes = Set.of();

    StoryMarks(Cluster cluster, NewIndex target) {
        this.cluster = cluster;
        this.target = target;
    }

    /** A post, and what is compared of it. */
    private record Sketched(String id, byte[] sketch) {}

    /** A post's story as it is marked now. */
    private record Mark(String story, String headline, boolean copied) {
        static Mark own(String id) {
            return new Mark(id, id, false);
        }
    }

    /** Marks the posts. @return how many there are */
    long mark() throws IOException {
        target.refresh();
        List<Sketched> posts = new ArrayList<>();
        Map<String, Mark> marked = new HashMap<>();
        Scan.all(cluster, target.index(),
                List.of(ClusterSchema.SKETCH, ClusterSchema.STORY, ClusterSchema.HEADLINE, ClusterSchema.COPIED),
                hit -> {
                    JsonNode source = hit.path("_source");
                    String id = hit.path("_id").asString("");
                    posts.add(new Sketched(id,
                            Base64.getDecoder().decode(source.path(ClusterSchema.SKETCH).asString(""))));
                    Mark mark = new Mark(source.path(ClusterSchema.STORY).asString(""),
                            source.path(ClusterSchema.HEADLINE).asString(""),
                            source.path(ClusterSchema.COPIED).asBoolean(false));
                    if (!mark.equals(Mark.own(id))) {
                        marked.put(id, mark);
                    }
                });
        // which post stands for its story, and in which order, is the same for each build
        posts.sort(Comparator.comparing(Sketched::id, StoryMarks::byCodePoints));
        StoryGrouper grouper = new StoryGrouper();
        posts.forEach(post -> grouper.add(Sketch.parse(post.sketch(), 0, post.sketch().length)));
        List<String> ids = posts.stream().map(Sketched::id).toList();
        Stories stories = grouper.group();
        prefixes = stories.prefixes();
        Map<String, Mark> wanted = wanted(stories, ids);
        Map<String, Mark> changed = new LinkedHashMap<>();
        for (String id : ids) {
            Mark own = Mark.own(id);
            Mark now = wanted.getOrDefault(id, own);
            if (!now.equals(marked.getOrDefault(id, own))) {
                changed.put(id, now);
            }
        }
        rewrite(changed);
        target.flush();
        return ids.size();
    }

    /** The order of the cluster's keywords, and of Lucene's terms. */
    static int byCodePoints(String one, String other) {
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                // halves of the characters behind U+FFFF stand before U+E000
                boolean same = Character.isSurrogate(a) == Character.isSurrogate(b);
                return same ? Character.compare(a, b) : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return Integer.compare(one.length(), other.length());
    }

    private static Map<String, Mark> wanted(Stories stories, List<String> ids) {
        Map<String, Mark> wanted = new HashMap<>();
        for (Stories.Story story : stories.stories()) {
            for (int i = 0; i < story.posts().length; i++) {
                wanted.put(ids.get(story.posts()[i]), new Mark(ids.get(story.posts()[0]),
                        ids.get(story.posts()[story.headlines()[i]]), true));
            }
        }
        return wanted;
    }

    private void rewrite(Map<String, Mark> changed) throws IOException {
        List<String> ids = List.copyOf(changed.keySet());
        MultiGet posts = new MultiGet(cluster, target.index());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            for (JsonNode post : posts.of(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)))) {
                String id = post.path("_id").asString("");
                rewrite(id, post.path("_source"), changed.get(id));
            }
        }
    }

    private void rewrite(String id, JsonNode source, Mark mark) throws IOException {
        // What stands there was counted when it was written first.
        ClusterDocuments documents = new ClusterDocuments(new WordCounts());
        ObjectNode document = documents.make(source.path(PostFields.FILE).asString(""),
                PostJson.read(source.path(ClusterSchema.POST))).document();
        ClusterDocuments.tell(document, mark.story(), mark.headline(), mark.copied());
        target.put(id, document);
    }

    /** Heads of headlines that the archive's feeds put before any headline; known once the posts are marked. */
    Set<String> prefixes() {
        return prefixes;
    }
}
