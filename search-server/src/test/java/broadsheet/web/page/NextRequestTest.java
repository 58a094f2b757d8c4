package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NextRequestTest {

    private static final SearchRequest FOURTH = SearchRequest.of("sea").withSize(20).withFoldCopies(false)
            .withFilters(new Filters(Map.of(Filters.Name.TAG, List.of("a", "b")),
                    Map.of(Filters.Name.AUTHOR, List.of("Ann")), Optional.of(LocalDate.of(2024, 3, 5)),
                    Optional.empty()))
            .withSort(Sort.OLDEST).withPage(4);

    static Stream<Arguments> clicks() {
        return Stream.of(
                Arguments.of(NextRequest.atPage(FOURTH, 5),
                        "q=sea&author=-Ann&tag=a&tag=b&from=2024-03-05&sort=oldest&page=5&size=20&copies=all"),
                Arguments.of(NextRequest.atCursor(FOURTH, "c"),
                        "q=sea&author=-Ann&tag=a&tag=b&from=2024-03-05&sort=oldest&cursor=c&size=20&copies=all"),
                Arguments.of(NextRequest.sorted(FOURTH, Sort.RELEVANCE),
                        "q=sea&author=-Ann&tag=a&tag=b&from=2024-03-05&size=20&copies=all"),
                Arguments.of(NextRequest.asking(FOURTH, "wall"),
                        "q=wall&author=-Ann&tag=a&tag=b&from=2024-03-05&sort=oldest&size=20&copies=all"),
                Arguments.of(NextRequest.filtered(FOURTH, Filters.NONE), "q=sea&sort=oldest&size=20&copies=all"),
                Arguments.of(
                        NextRequest.between(FOURTH, Optional.of(LocalDate.of(2023, 1, 1)),
                                Optional.of(LocalDate.of(2023, 12, 31))),
                        "q=sea&author=-Ann&tag=a&tag=b&from=2023&to=2023&sort=oldest&size=20&copies=all"),
                Arguments.of(NextRequest.including(FOURTH, Filters.Name.LANG, "de"),
                        "q=sea&author=-Ann&tag=a&tag=b&lang=de&from=2024-03-05&sort=oldest&size=20&copies=all"),
                Arguments.of(NextRequest.freeOf(FOURTH, Filters.Name.TAG, "A"),
                        "q=sea&author=-Ann&tag=b&from=2024-03-05&sort=oldest&size=20&copies=all"),
                Arguments.of(NextRequest.freeOf(FOURTH, Filters.Name.AUTHOR, "Ann"),
                        "q=sea&tag=a&tag=b&from=2024-03-05&sort=oldest&size=20&copies=all"),
                Arguments.of(NextRequest.sorted(NextRequest.atCursor(FOURTH, "c"), Sort.NEWEST),
                        "q=sea&author=-Ann&tag=a&tag=b&from=2024-03-05&sort=newest&size=20&copies=all"));
    }

    @ParameterizedTest
    @MethodSource("clicks")
    void aClickChangesOneThingAndBeginsAgainAtTheFirstPage(SearchRequest next, String address) {
        assertEquals(address, SearchAddress.query(next));
    }
}
