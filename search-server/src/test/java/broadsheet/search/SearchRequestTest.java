package broadsheet.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchRequest.Sort;
import broadsheet.search.SearchRequest.Syntax;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchRequestTest {

    private static final Filters NEWS = Filters.NONE.including(Filters.Name.CATEGORY, "News");
    private static final SearchRequest FULL = new SearchRequest("sea", Syntax.LUCENE, NEWS, Sort.OLDEST, 4, 20,
            Optional.empty(), false, Set.of(FacetName.TAG), true, true);

    @Test
    void aTextAloneIsTheFirstPageOfTenWithAllCounts() {
        assertEquals(new SearchRequest("sea", Syntax.BOX, Filters.NONE, Sort.RELEVANCE, 1, 10, Optional.empty(), true,
                Set.of(FacetName.CATEGORY, FacetName.AUTHOR, FacetName.TAG, FacetName.LANG, FacetName.YEAR), true,
                false), SearchRequest.of("sea"));
    }

    static Stream<Arguments> changes() {
        UnaryOperator<SearchRequest> text = r -> r.withText("wall");
        UnaryOperator<SearchRequest> syntax = r -> r.withSyntax(Syntax.BOX);
        UnaryOperator<SearchRequest> filters = r -> r.withFilters(Filters.NONE);
        UnaryOperator<SearchRequest> sort = r -> r.withSort(Sort.NEWEST);
        UnaryOperator<SearchRequest> page = r -> r.withPage(7);
        UnaryOperator<SearchRequest> size = r -> r.withSize(50);
        UnaryOperator<SearchRequest> cursor = r -> r.withCursor("c");
        UnaryOperator<SearchRequest> fold = r -> r.withFoldCopies(true);
        UnaryOperator<SearchRequest> facets = r -> r.withFacets(Set.of());
        UnaryOperator<SearchRequest> timeline = r -> r.withTimeline(false);
        UnaryOperator<SearchRequest> explain = r -> r.withExplain(false);
        UnaryOperator<SearchRequest> plain = SearchRequest::plain;
        UnaryOperator<SearchRequest> counting = SearchRequest::counting;
        Optional<String> none = Optional.empty();
        Set<FacetName> tag = Set.of(FacetName.TAG);
        Syntax lucene = Syntax.LUCENE;
        Sort oldest = Sort.OLDEST;
        return Stream.of(
                Arguments.of(text,
                        new SearchRequest("wall", lucene, NEWS, oldest, 4, 20, none, false, tag, true, true)),
                Arguments.of(syntax,
                        new SearchRequest("sea", Syntax.BOX, NEWS, oldest, 4, 20, none, false, tag, true, true)),
                Arguments.of(filters,
                        new SearchRequest("sea", lucene, Filters.NONE, oldest, 4, 20, none, false, tag, true, true)),
                Arguments.of(sort,
                        new SearchRequest("sea", lucene, NEWS, Sort.NEWEST, 4, 20, none, false, tag, true, true)),
                Arguments.of(page, new SearchRequest("sea", lucene, NEWS, oldest, 7, 20, none, false, tag, true, true)),
                Arguments.of(size, new SearchRequest("sea", lucene, NEWS, oldest, 4, 50, none, false, tag, true, true)),
                Arguments.of(cursor, new SearchRequest("sea", lucene, NEWS, oldest, 1, 20, Optional.of("c"), false, tag,
                        true, true)),
                Arguments.of(fold, new SearchRequest("sea", lucene, NEWS, oldest, 4, 20, none, true, tag, true, true)),
                Arguments.of(facets,
                        new SearchRequest("sea", lucene, NEWS, oldest, 4, 20, none, false, Set.of(), true, true)),
                Arguments.of(timeline,
                        new SearchRequest("sea", lucene, NEWS, oldest, 4, 20, none, false, tag, false, true)),
                Arguments.of(explain,
                        new SearchRequest("sea", lucene, NEWS, oldest, 4, 20, none, false, tag, true, false)),
                Arguments.of(plain,
                        new SearchRequest("sea", lucene, NEWS, oldest, 4, 20, none, false, Set.of(), false, false)),
                Arguments.of(counting,
                        new SearchRequest("sea", lucene, NEWS, oldest, 1, 1, none, false, Set.of(), false, false)));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeLeavesEverythingElse(UnaryOperator<SearchRequest> change, SearchRequest expected) {
        assertEquals(expected, change.apply(FULL));
        assertNotEquals(FULL, expected);
    }

    @Test
    void aSearchStandsAtAPageOrAtACursor() {
        SearchRequest cursor = FULL.withCursor("c");
        assertEquals(Optional.empty(), cursor.withPage(2).cursor());
        assertEquals(2, cursor.withPage(2).page());
        assertEquals(Optional.of("c"), cursor.withText("wall").cursor());
    }

    @Test
    void countsCannotBeChangedFromOutside() {
        EnumSet<FacetName> names = EnumSet.of(FacetName.TAG);
        SearchRequest request = FULL.withFacets(names);
        names.add(FacetName.YEAR);
        assertEquals(Set.of(FacetName.TAG), request.facets());
        assertThrows(UnsupportedOperationException.class, () -> request.facets().add(FacetName.YEAR));
    }

    @Test
    void filtersGainAndLoseOneValueAtATime() {
        Filters two = NEWS.including(Filters.Name.CATEGORY, "Sport").including(Filters.Name.TAG, "Sport");
        assertEquals(Map.of(Filters.Name.CATEGORY, List.of("News", "Sport"), Filters.Name.TAG, List.of("Sport")),
                two.include());
        assertEquals(Map.of(Filters.Name.CATEGORY, List.of("News"), Filters.Name.TAG, List.of("Sport")),
                two.without(Filters.Name.CATEGORY, "SPORT").include());
        assertEquals(Filters.NONE, NEWS.without(Filters.Name.CATEGORY, "news"));
        Filters not = new Filters(Map.of(), Map.of(Filters.Name.TAG, List.of("a", "b")), Optional.empty(),
                Optional.empty());
        assertEquals(Map.of(Filters.Name.TAG, List.of("b")), not.without(Filters.Name.TAG, "A").exclude());
    }
}
