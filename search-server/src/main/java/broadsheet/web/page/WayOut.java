package broadsheet.web.page;

import broadsheet.search.SearchRequest;

/**
 * A wider search that finds something where this one found nothing.
 *
 * @param dropped the kind of part that it leaves out
 * @param text that part as it stands in the query or the filter, {@code "-sport"}; empty for {@link Dropped#DAYS}
 * @param request the wider search
 * @param count number of posts that it finds, at least 1
 */
public record WayOut(Dropped dropped, String text, SearchRequest request, long count) {

    /** The kinds of parts that a wider search leaves out. */
    public enum Dropped {
        /** A filter. */
        FILTER,
        /** The first and the last day. */
        DAYS,
        /** A part of the query. */
        PART,
        /** The quotation marks around phrases. */
        QUOTES,
        /** All filters and days at once. */
        FILTERS,
        /** Everything but this one part of the query. */
        REST
    }
}
