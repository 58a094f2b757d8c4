package broadsheet.search.lucene.translate;

import static broadsheet.search.lucene.IndexOfPosts.post;
import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.post.Post;
import broadsheet.post.PostBuilder;
import broadsheet.search.Filters;
import broadsheet.search.Filters.Name;
import broadsheet.search.lucene.IndexOfPosts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filters and dates, which decide and never score. */
class FilterQueriesTest {

    @TempDir
    private static Path folder;
    private static IndexOfPosts index;

    @BeforeAll
    static void open() throws IOException {
        index = IndexOfPosts.of(folder, List.of(
                at("first", "2024-02-29T00:00:00Z").authors(List.of("Ann Lee")).categories(List.of("City", "Sea"))
                        .build(),
                at("last", "2024-02-29T23:59:59.999Z").authors(List.of("ann lee", "Bo")).tags(List.of("Food")).build(),
                at("next", "2024-03-01T00:00:00Z").authors(List.of("Ann Leeds")).categories(List.of("city")).build(),
                Post.builder("undated").title("x").body("x").lang("de").categories(List.of("Sea")).build()));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    private static PostBuilder at(String id, String moment) {
        return post(id, "en", "x", "x").date(Instant.parse(moment));
    }

    private static String found(Filters filters) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
        FilterQueries.add(query, filters, ZoneId.of("UTC"));
        TreeSet<String> ids = new TreeSet<>();
        for (ScoreDoc hit : index.searcher().search(query.build(), 10).scoreDocs) {
            assertEquals(1, hit.score, "a filter adds nothing");
            ids.add(index.id(hit.doc));
        }
        return String.join(" ", ids);
    }

    @ParameterizedTest
    @CsvSource({"AUTHOR, Ann Lee, first last", "AUTHOR, ANN LEE, first last", "AUTHOR, Ann, ''",
            "AUTHOR, ' Bo ', last", "CATEGORY, City, first next", "CATEGORY, city|sea, first next undated",
            "TAG, food, last", "TAG, drink, ''", "LANG, de, undated", "LANG, EN, first last next"})
    void oneOfTheValuesMustBeThere(Name name, String values, String ids) throws IOException {
        assertEquals(ids, found(new Filters(Map.of(name, List.of(values.split("\\|"))), Map.of(), Optional.empty(),
                Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"AUTHOR, ann lee, next undated", "CATEGORY, sea, last next", "CATEGORY, sea|city, last",
            "LANG, en, undated"})
    void noneOfTheExcludedMayBe(Name name, String values, String ids) throws IOException {
        assertEquals(ids, found(new Filters(Map.of(), Map.of(name, List.of(values.split("\\|"))), Optional.empty(),
                Optional.empty())));
    }

    @Test
    void namesAreAllAskedFor() throws IOException {
        assertEquals("first", found(new Filters(
                Map.of(Name.AUTHOR, List.of("ann lee"), Name.CATEGORY, List.of("city")), Map.of(), Optional.empty(),
                Optional.empty())));
        assertEquals("next", found(new Filters(Map.of(Name.CATEGORY, List.of("city")),
                Map.of(Name.AUTHOR, List.of("ann lee")), Optional.empty(), Optional.empty())));
    }

    @Test
    void aNameWithoutValuesFiltersNothing() throws IOException {
        assertEquals("first last next undated", found(new Filters(Map.of(Name.TAG, List.of()),
                Map.of(Name.LANG, List.of()), Optional.empty(), Optional.empty())));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2024-02-29, first last", "2024-03-01, , next", " , 2024-02-29, first last",
            "2024-02-28, 2024-03-01, first last next", "2024-03-02, , ''", "2024-03-01, 2024-02-29, ''",
            " , , first last next undated"})
    void bothDaysAreIncludedAndUndatedPostsAreOut(LocalDate from, LocalDate to, String ids) throws IOException {
        assertEquals(ids, found(new Filters(Map.of(), Map.of(), Optional.ofNullable(from), Optional.ofNullable(to))));
    }
}
