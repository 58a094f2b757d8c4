package broadsheet.search.opensearch;

import broadsheet.index.PostIndexer;
import broadsheet.index.SiteFacts;
import broadsheet.post.Post;
import broadsheet.search.Hit;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Posts of which many are copies, so that some pages are folded by the server, some by nodes, and some by both in turn. */
final class FoldedPages {

    private static final Instant NEWEST = Instant.parse("2024-06-01T08:00:00Z");
    private static final int COPIES = 8;
    private static final int OTHERS = 60;

    private FoldedPages() {}

    static void publish(PostIndexer indexer) throws IOException {
        for (Post post : posts()) {
            indexer.put(post.id(), List.of(post));
        }
        indexer.publish(new byte[]{1}, SiteFacts.NONE);
    }

    private static Post post(String id, String title, String body, int daysOld) {
        return Post.builder(id).title(title).body(body).lang("en").date(NEWEST.minus(daysOld, ChronoUnit.DAYS)).build();
    }

    /** Two stories with eight copies each stand in front by score, and one of them by date; a third is in the middle. */
    private static List<Post> posts() {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < COPIES; i++) {
            posts.add(post("flood" + i + ".md", "Market market under water", "The market was under water for the third"
                    + " time this year, and the traders of the market asked the council for a wall.", i));
            posts.add(post("fire" + i + ".md", "Fire in the market hall", "A fire in the market hall of the old town"
                    + " was put out before noon. Nobody in the market was hurt, said the police.", 200 + i));
            posts.add(post("price" + i + ".md", "Prices rise again", "Bread costs more than ever. At the market a loaf"
                    + " is four pounds now, and bakers say that the price of wheat is to blame.", 30 + i));
        }
        for (int i = 0; i < OTHERS; i++) {
            posts.add(post("page" + i + ".md", "Notes of day " + i, "Somebody saw number" + i + " near market street"
                    + " and went home. ".repeat(1 + i % 7) + "Nothing else" + " happened".repeat(i % 5) + ".", 2 * i));
        }
        return posts;
    }

    /** What a page shows. */
    static String line(SearchResponse response) {
        StringBuilder line = new StringBuilder(
                response.total() + "/" + response.totalAll() + ", page " + response.page()
                        + " of " + response.pages() + ":");
        for (Hit hit : response.hits()) {
            line.append(' ').append(hit.post().id()).append('+').append(hit.copies().size());
        }
        return line.toString();
    }

    static List<SearchRequest> requests() {
        List<SearchRequest> requests = new ArrayList<>();
        for (String text : List.of("market", "market number7", "")) {
            for (Sort sort : List.of(Sort.RELEVANCE, Sort.NEWEST)) {
                for (int size : new int[]{10, 31}) {
                    for (int page = 1; page <= 1 + 40 / size; page++) {
                        requests.add(SearchRequest.of(text).withSort(sort).withSize(size).withPage(page).plain());
                    }
                }
            }
        }
        return requests;
    }
}
