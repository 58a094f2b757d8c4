package broadsheet.index.opensearch;

import broadsheet.opensearch.Cluster;
import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A post as JSON and back: what the cluster keeps of it. What is empty is left out. */
public final class PostJson {

    private PostJson() {}

    static ObjectNode write(Post post) {
        ObjectNode json = Cluster.JSON.createObjectNode();
        json.put("id", post.id()).put("url", post.url());
        text(json, "title", post.title());
        text(json, "excerpt", post.excerpt());
        text(json, "body", post.body());
        if (!post.unseen().isEmpty()) {
            ArrayNode unseen = json.putArray("unseen");
            post.unseen().forEach(unseen::add);
        }
        moment(json, "date", post.date());
        moment(json, "updated", post.updated());
        moment(json, "visible", post.visibleFrom());
        texts(json, "authors", post.authors());
        texts(json, "categories", post.categories());
        texts(json, "tags", post.tags());
        json.put("lang", post.lang());
        text(json, "image", post.image());
        texts(json, "former", post.formerUrls());
        return json;
    }

    private static void text(ObjectNode json, String name, String value) {
        if (!value.isEmpty()) {
            json.put(name, value);
        }
    }

    private static void texts(ObjectNode json, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = json.putArray(name);
            values.forEach(array::add);
        }
    }

    private static void moment(ObjectNode json, String name, Optional<Instant> moment) {
        moment.ifPresent(value -> json.put(name, value.toString()));
    }

    /** Reads what {@link #write} wrote. */
    public static Post read(JsonNode json) {
        List<Integer> unseen = new ArrayList<>();
        json.path("unseen").forEach(offset -> unseen.add(offset.asInt()));
        PostBuilder post = Post.builder(json.path("id").asString("")).url(json.path("url").asString(""))
                .title(json.path("title").asString("")).excerpt(json.path("excerpt").asString(""))
                .body(new Post.Body(json.path("body").asString(""), unseen)).lang(json.path("lang").asString("und"))
                .image(json.path("image").asString("")).authors(texts(json, "authors"))
                .categories(texts(json, "categories")).tags(texts(json, "tags")).formerUrls(texts(json, "former"));
        moment(json, "date", post::date);
        moment(json, "updated", post::updated);
        moment(json, "visible", post::visibleFrom);
        return post.build();
    }

    private static List<String> texts(JsonNode json, String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static void moment(JsonNode json, String name, Consumer<Instant> taker) {
        if (json.has(name)) {
            taker.accept(Instant.parse(json.path(name).asString()));
        }
    }
}
