package broadsheet.search.lucene.retrieve;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import broadsheet.post.PostBuilder;
import broadsheet.post.Post;
import broadsheet.search.Ranking;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.MatchSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts by day and by value, and what being new adds; over two segments with a deleted post. */
class CountsTest {

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.ofBuilds(folder, List.of(
                List.of(at("a", "2024-02-29T00:00:00Z").authors(List.of("Ann Lee", "Bo")).tags(List.of("Sea")).build(),
                        at("b", "2024-02-29T23:59:59.999Z").authors(List.of("ANN LEE")).tags(List.of("sea", "Wall"))
                                .build(),
                        at("changed", "2020-01-01T00:00:00Z").authors(List.of("Bo")).build(),
                        at("old", "1969-12-31T23:00:00Z").authors(List.of("Ann Lee")).lang("de").build()),
                List.of(at("changed", "2023-01-01T00:00:00Z").authors(List.of("Cy")).build(),
                        at("far", "2199-01-01T12:00:00Z").lang("de").categories(List.of("City")).build(),
                        Post.builder("undated").title("x").body("tram").lang("en").build())));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static PostBuilder at(String id, String moment) {
        return post(id, "en", "x", "tram").date(Instant.parse(moment));
    }

    private static MatchSet all() throws IOException {
        return MatchSet.of(index.reading(), MatchAllDocsQuery.INSTANCE);
    }

    private static MatchSet having(String field, String term) throws IOException {
        return MatchSet.of(index.reading(), new TermQuery(new Term(field, term)));
    }

    @Test
    void eachDayIsCountedInUtcHoweverFarAway() throws IOException {
        assertEquals(Map.of(LocalDate.parse("1969-12-31"), 1L, LocalDate.parse("2023-01-01"), 1L,
                LocalDate.parse("2024-02-29"), 2L, LocalDate.parse("2199-01-01"), 1L),
                DayCounts.of(all(), index.reading()).byDay());
        assertEquals(Map.of(LocalDate.parse("1969-12-31"), 1L, LocalDate.parse("2199-01-01"), 1L),
                DayCounts.of(having("lang_key", "de"), index.reading()).byDay());
    }

    @Test
    void daysThatAreShownByYearStandTogether() throws IOException {
        try (IndexOfPosts years = IndexOfPosts.of(folder.resolve("years"),
                List.of(at("a", "2001-03-05T00:00:00Z").build(), at("b", "2001-07-01T00:00:00Z").build(),
                        at("c", "2009-01-01T00:00:00Z").build(), at("d", "2009-02-02T00:00:00Z").build(),
                        at("e", "2009-02-02T00:00:00Z").build()))) {
            MatchSet all = MatchSet.of(years.reading(), MatchAllDocsQuery.INSTANCE);
            assertEquals(Map.of(LocalDate.parse("2001-03-05"), 2L, LocalDate.parse("2009-01-01"), 1L,
                    LocalDate.parse("2009-02-02"), 2L), DayCounts.of(all, years.reading()).byDay());
        }
    }

    @Test
    void nothingFoundHasNoDays() throws IOException {
        assertEquals(Map.of(), DayCounts.of(having("id", "none"), index.reading()).byDay());
        assertEquals(Map.of(), DayCounts.of(having("id", "undated"), index.reading()).byDay());
    }

    @Test
    void anArchiveWithoutDatesHasNoDays() throws IOException {
        try (IndexOfPosts undated = IndexOfPosts.of(folder.resolve("undated"),
                List.of(Post.builder("x").title("x").body("x").build()))) {
            MatchSet all = MatchSet.of(undated.reading(), MatchAllDocsQuery.INSTANCE);
            assertEquals(new TreeMap<>(), DayCounts.of(all, undated.reading()).byDay());
            assertEquals(List.of(), new FacetCounter(undated.reading(), new TreeMap<>())
                    .count(all, Set.of(FacetName.YEAR)).get(FacetName.YEAR));
        }
    }

    private static List<FacetCount> facet(MatchSet matches, FacetName name) throws IOException {
        return new FacetCounter(index.reading(), DayCounts.of(matches, index.reading()).byDay())
                .count(matches, Set.of(name)).get(name);
    }

    private static FacetCount count(String value, long count) {
        return new FacetCount(value, count);
    }

    @Test
    void spellingsThatDifferByCaseAreOneValue() throws IOException {
        assertEquals(List.of(count("Ann Lee", 3), count("Bo", 1), count("Cy", 1)), facet(all(), FacetName.AUTHOR));
        assertEquals(List.of(count("Sea", 2), count("Wall", 1)), facet(all(), FacetName.TAG));
        assertEquals(List.of(count("ANN LEE", 1)), facet(having("id", "b"), FacetName.AUTHOR));
    }

    @Test
    void languagesSectionsAndYearsAreCounted() throws IOException {
        assertEquals(List.of(count("en", 4), count("de", 2)), facet(all(), FacetName.LANG));
        assertEquals(List.of(count("City", 1)), facet(all(), FacetName.CATEGORY));
        assertEquals(List.of(count("2199", 1), count("2024", 2), count("2023", 1), count("1969", 1)),
                facet(all(), FacetName.YEAR));
    }

    @Test
    void onlyWhatIsAskedForIsCounted() throws IOException {
        FacetCounter counter = new FacetCounter(index.reading(), new TreeMap<>());
        assertEquals(Map.of(), counter.count(all(), Set.of()));
        assertEquals(Set.of(FacetName.values()), counter.count(all(), EnumSet.allOf(FacetName.class)).keySet());
    }

    @Test
    void ofManyValuesTheThirtyMostFrequentAreShown() throws IOException {
        List<Post> posts = new ArrayList<>();
        for (int i = 10; i < 45; i++) {
            posts.add(post("p" + i, "en", "x", "x").tags(List.of("tag" + i)).build());
        }
        posts.add(post("twice", "en", "x", "x").tags(List.of("tag44")).build());
        try (IndexOfPosts many = IndexOfPosts.of(folder.resolve("many"), posts)) {
            MatchSet all = MatchSet.of(many.reading(), MatchAllDocsQuery.INSTANCE);
            List<FacetCount> tags = new FacetCounter(many.reading(), new TreeMap<>())
                    .count(all, Set.of(FacetName.TAG)).get(FacetName.TAG);
            assertEquals(30, tags.size());
            assertEquals(count("tag44", 2), tags.get(0));
            assertEquals(count("tag10", 1), tags.get(1));
            assertEquals(count("tag38", 1), tags.get(29));
        }
    }

    /** Values of random posts in three segments, some spelt in two ways, against a count value by value. */
    @Test
    void valuesAreCountedAsOneByOne() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<List<Post>> builds = new ArrayList<>();
        Map<String, List<String>> tagsOf = new TreeMap<>();
        for (int build = 0; build < 3; build++) {
            List<Post> posts = new ArrayList<>();
            for (int i = 20 * build; i < 20 * build + 30; i++) {
                List<String> tags = new ArrayList<>();
                for (int tag = 0; tag < random.nextInt(6); tag++) {
                    tags.add((random.nextInt(3) == 0 ? "T" : "t") + "ag" + random.nextInt(60));
                }
                // A post that has a tag in two spellings has it once.
                Set<String> known = new HashSet<>();
                List<String> distinct = tags.stream().filter(tag -> known.add(tag.toLowerCase(Locale.ROOT))).toList();
                posts.add(post("p" + i, "en", "x", i % 2 == 0 ? "even" : "odd").tags(distinct).build());
                tagsOf.put("p" + i, distinct);
            }
            builds.add(posts);
        }
        try (IndexOfPosts many = IndexOfPosts.ofBuilds(folder.resolve("random"), builds)) {
            for (Query query : List.of(MatchAllDocsQuery.INSTANCE, new TermQuery(new Term("all_en", "even")))) {
                MatchSet matches = MatchSet.of(many.reading(), query);
                Map<String, Long> counts = new TreeMap<>();
                for (int at = 0; at < many.reader().maxDoc(); at++) {
                    if (matches.documents().get(at)) {
                        tagsOf.get(many.id(at)).forEach(tag -> counts.merge(tag, 1L, Long::sum));
                    }
                }
                assertEquals(oneByOne(counts), new FacetCounter(many.reading(), new TreeMap<>())
                        .count(matches, Set.of(FacetName.TAG)).get(FacetName.TAG), "seed " + seed);
            }
        }
    }

    private static List<FacetCount> oneByOne(Map<String, Long> counts) {
        Map<String, FacetCount> merged = new TreeMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> merged.merge(entry.getKey().toLowerCase(Locale.ROOT),
                        count(entry.getKey(), entry.getValue()),
                        (first, more) -> count(first.value(), first.count() + more.count())));
        return merged.values().stream()
                .sorted(Comparator.comparingLong(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .limit(30).toList();
    }

    private static float added(Query share, String id) throws IOException {
        for (ScoreDoc hit : index.searcher().search(share, 10).scoreDocs) {
            if (index.id(hit.doc).equals(id)) {
                return hit.score;
            }
        }
        return 0;
    }

    /** Now is 2026-03-01; the pivot of a year takes half of the most that can be added, which is 2. */
    @Test
    void aYearsAgeTakesHalf() throws IOException {
        Query dated = Retrieved.recency().shares(index.reader()).get(0);
        assertEquals(2f * 365 / (365 + 731.5f), added(dated, "b"), 1e-3f);
        assertEquals(2f * 365 / (365 + 1155.5f), added(dated, "changed"), 1e-3f);
        assertTrue(added(dated, "old") < .05f);
        assertEquals(0, added(dated, "undated"));
    }

    @Test
    void anUndatedPostGetsAThird() throws IOException {
        List<Query> shares = Retrieved.recency().shares(index.reader());
        assertEquals(2, shares.size());
        assertEquals(2f / 3, added(shares.get(1), "undated"), 1e-6f);
        assertEquals(0, added(shares.get(1), "b"));
    }

    @Test
    void whereAllPostsAreDatedNoneIsLookedForWithoutADate() throws IOException {
        try (IndexOfPosts dated = IndexOfPosts.of(folder.resolve("dated"),
                List.of(at("a", "2024-01-01T00:00:00Z").build()))) {
            assertEquals(1, Retrieved.recency().shares(dated.reader()).size());
        }
    }

    @Test
    void recencyIsAddedToAScoreAndMatchesNothingMore() throws IOException {
        Query word = new TermQuery(new Term("id", "b"));
        Query fresh = Retrieved.recency().added(word, index.reader());
        assertEquals(1, index.searcher().count(fresh));
        Query share = Retrieved.recency().shares(index.reader()).get(0);
        assertEquals(added(word, "b") + added(share, "b"), added(fresh, "b"), 1e-5f);
        assertEquals(2f, Ranking.DEFAULT.recency());
    }
}
