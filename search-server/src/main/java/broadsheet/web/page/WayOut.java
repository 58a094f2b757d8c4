package broadsheet.web.page;

import broadsheet.search.SearchRequest;

/**
 * A wider search that finds something where this one found nothing.
 *
 * @param dropped what it leaves out, as it stands in the query or the filter: {@code "\"sea wall\""}, {@code "sport"}
 * @param request the wider search
 * @param count how many posts it finds, at least 1
 */
public record WayOut(String dropped, SearchRequest request, long count) {}
