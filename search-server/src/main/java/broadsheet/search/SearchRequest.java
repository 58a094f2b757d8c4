package broadsheet.search;

import java.util.Optional;
import java.util.Set;

/**
 * One search.
 *
 * @param text what was typed; any string
 * @param syntax how to read it
 * @param filters what the posts are narrowed to
 * @param sort the order
 * @param page from 1; ignored when a cursor is given
 * @param size hits on a page, 1 to 100
 * @param cursor where the page before ended, from {@link SearchResponse#nextCursor()}; for depths beyond 1,000 hits
 * @param foldCopies one hit for a group of copies
 * @param facets which counts to make
 * @param timeline whether to count posts by time
 * @param explain whether each hit says why it stands where it does
 */
public record SearchRequest(String text, Syntax syntax, Filters filters, Sort sort, int page, int size,
        Optional<String> cursor, boolean foldCopies, Set<FacetName> facets, boolean timeline, boolean explain) {

    /** A search that explains nothing. */
    public SearchRequest(String text, Syntax syntax, Filters filters, Sort sort, int page, int size,
            Optional<String> cursor, boolean foldCopies, Set<FacetName> facets, boolean timeline) {
        this(text, syntax, filters, sort, page, size, cursor, foldCopies, facets, timeline, false);
    }

    /** The first page of ten, all facets, for a text in the box syntax. */
    public static SearchRequest of(String text) {
        return new SearchRequest(text, Syntax.BOX, Filters.NONE, Sort.RELEVANCE, 1, 10, Optional.empty(), true,
                Set.of(FacetName.values()), true);
    }

    /** The same search, explained or not. */
    public SearchRequest withExplain(boolean value) {
        return new SearchRequest(text, syntax, filters, sort, page, size, cursor, foldCopies, facets, timeline, value);
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

    /** What posts are counted by. */
    public enum FacetName {
        CATEGORY,
        AUTHOR,
        TAG,
        LANG,
        YEAR
    }
}
