package broadsheet.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.search.Filters;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.Sort;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KeptValuesTest {

    private static final SearchRequest FULL = SearchRequest.of("sea & wall = 100% +ü")
            .withFilters(new Filters(Map.of(Filters.Name.CATEGORY, List.of("A & B+C")),
                    Map.of(Filters.Name.TAG, List.of("50%")), Optional.of(LocalDate.of(2024, 1, 1)),
                    Optional.of(LocalDate.of(2024, 12, 31))))
            .withSort(Sort.NEWEST).withPage(3);

    private static String shown(List<Frame.Kept> kept) {
        return kept.stream().map(one -> one.name() + "=" + one.value()).collect(Collectors.joining(" | "));
    }

    @Test
    void theBoxKeepsFiltersAndOrderAndBeginsAtTheFirstPage() {
        assertEquals("category=A & B+C | tag=-50% | from=2024 | to=2024 | sort=newest",
                shown(KeptValues.butText(FULL)));
    }

    @Test
    void theFormOfDaysKeepsEverythingElse() {
        assertEquals("q=sea & wall = 100% +ü | category=A & B+C | tag=-50% | sort=newest",
                shown(KeptValues.butDates(FULL)));
    }

    @Test
    void aCursorIsDropped() {
        assertEquals("q=sea", shown(KeptValues.butDates(SearchRequest.of("sea").withCursor("c"))));
    }

    @Test
    void aPlainSearchKeepsNothing() {
        assertEquals(List.of(), KeptValues.butText(SearchRequest.of("sea")));
        assertEquals(List.of(), KeptValues.butDates(SearchRequest.of("")));
    }
}
