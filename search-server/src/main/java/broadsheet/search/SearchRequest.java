package broadsheet.search;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One search. {@code SearchRequest.of("sea wall").withPage(2)} is the second page for a text.
 *
 * @param text as typed; any string
 * @param syntax the language of the text
 * @param filters conditions that narrow the search
 * @param sort the order
 * @param page from 1; ignored when a cursor is given
 * @param size hits on a page, 1 to 100
 * @param cursor where the page before ended, from {@link SearchResponse#nextCursor()}; for depths beyond 1,000 hits
 * @param foldCopies one hit for a group of copies
 * @param facets the counts to make
 * @param timeline whether to count posts by time
 * @param explain whether each hit gives the reasons for its place
 */
public record SearchRequest(String text, Syntax syntax, Filters filters, Sort sort, int page, int size,
        Optional<String> cursor, boolean foldCopies, Set<FacetName> facets, boolean timeline, boolean explain) {

    public SearchRequest {
        facets = Set.copyOf(facets);
    }

    /** The first page of ten, all facets, for a text in the box syntax. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, Syntax.BOX, Filters.NONE, Sort.RELEVANCE, 1, 10, Optional.empty(), true,
                Set.of(FacetName.values()), true, false);
    }

    /** The same search for another text. */
    public SearchRequest withText(String value) {
        return with(parts -> parts.text = value);
    }

    /** The same text, read in another way. */
    public SearchRequest withSyntax(Syntax value) {
        return with(parts -> parts.syntax = value);
    }

    /** The same search, narrowed to other posts. */
    public SearchRequest withFilters(Filters value) {
        return with(parts -> parts.filters = value);
    }

    /** The same search in another order. */
    public SearchRequest withSort(Sort value) {
        return with(parts -> parts.sort = value);
    }

    /** The same search at a page, from 1; a cursor is dropped, since a search stands at one of the two. */
    public SearchRequest withPage(int value) {
        return with(parts -> {
            parts.page = value;
            parts.cursor = Optional.empty();
        });
    }

    /** The same search where a cursor goes on; the page is 1 again. */
    public SearchRequest withCursor(String value) {
        return with(parts -> {
            parts.page = 1;
            parts.cursor = Optional.of(value);
        });
    }

    /** The same search with another number of hits on a page. */
    public SearchRequest withSize(int value) {
        return with(parts -> parts.size = value);
    }

    /** The same search, with one hit for a group of copies or with all of them. */
    public SearchRequest withFoldCopies(boolean value) {
        return with(parts -> parts.foldCopies = value);
    }

    /** The same search with other counts. */
    public SearchRequest withFacets(Set<FacetName> value) {
        return with(parts -> parts.facets = value);
    }

    /** The same search with counts by time, or without. */
    public SearchRequest withTimeline(boolean value) {
        return with(parts -> parts.timeline = value);
    }

    /** The same search, explained or not. */
    public SearchRequest withExplain(boolean value) {
        return with(parts -> parts.explain = value);
    }

    /** The same hits, without facets, timeline and explanations. */
    public SearchRequest plain() {
        return withFacets(Set.of()).withTimeline(false).withExplain(false);
    }

    /** The same search for those who want to know how many posts it finds: one hit, nothing else counted. */
    public SearchRequest counting() {
        return plain().withPage(1).withSize(1);
    }

    /** Whether it is likely to take as long as twenty plain searches, by what it asks for. */
    public boolean isDear() {
        return Price.isDear(this);
    }

    private SearchRequest with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.request();
    }

    /** The components while one is changed: the one place that copies a search. */
    private static final class Parts {

        private String text;
        private Syntax syntax;
        private Filters filters;
        private Sort sort;
        private int page;
        private int size;
        private Optional<String> cursor;
        private boolean foldCopies;
        private Set<FacetName> facets;
        private boolean timeline;
        private boolean explain;

        Parts(SearchRequest old) {
            text = old.text;
            syntax = old.syntax;
            filters = old.filters;
            sort = old.sort;
            page = old.page;
            size = old.size;
            cursor = old.cursor;
            foldCopies = old.foldCopies;
            facets = old.facets;
            timeline = old.timeline;
            explain = old.explain;
        }

        SearchRequest request() {
            return new SearchRequest(text, syntax, filters, sort, page, size, cursor, foldCopies, facets, timeline,
                    explain);
        }
    }

    /** The language of {@link #text()}: the box's, which never fails, or Lucene's own standard syntax, for programs. */
    public enum Syntax {
        BOX,
        LUCENE
    }

    /** The order of hits; posts without a date come last in both orders by date. */
    public enum Sort {
        RELEVANCE,
        NEWEST,
        OLDEST
    }

    /** The kinds of values that posts are counted by. */
    public enum FacetName {
        CATEGORY,
        AUTHOR,
        TAG,
        LANG,
        YEAR
    }
}
