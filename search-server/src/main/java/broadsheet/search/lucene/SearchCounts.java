package broadsheet.search.lucene;

import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.TimelineCounter;
import broadsheet.search.lucene.retrieve.DayCounts;
import broadsheet.search.lucene.retrieve.FacetCounter;
import broadsheet.search.lucene.view.MatchSet;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.search.Query;

/** The counts beside the hits: those that were asked for, none where nothing is left to count with. */
public record SearchCounts(Map<FacetName, List<FacetCount>> facets, Timeline timeline) {

    private static final Timeline NO_TIMELINE = new Timeline(Timeline.Interval.MONTH, List.of());

    static SearchCounts of(SearchRequest request, Reading asked, MatchSet matches) throws IOException {
        if (asked.budget().isSpent()) {
            return new SearchCounts(Map.of(), NO_TIMELINE);
        }
        boolean byDay = request.timeline() || request.facets().contains(FacetName.YEAR);
        TreeMap<LocalDate, Long> days = byDay ? DayCounts.of(matches, asked).byDay() : new TreeMap<>();
        return new SearchCounts(new FacetCounter(asked, days).count(matches, request.facets()),
                request.timeline() ? TimelineCounter.count(days) : NO_TIMELINE);
    }

    /** The authors of the posts that match, the most frequent first. */
    static List<FacetCount> authors(Reading reading, Query posts) throws IOException {
        return new FacetCounter(reading, Map.of()).count(MatchSet.of(reading, posts), Set.of(FacetName.AUTHOR))
                .get(FacetName.AUTHOR);
    }
}
