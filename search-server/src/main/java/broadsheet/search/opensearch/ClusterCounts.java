package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.TimelineCounter;
import broadsheet.search.lucene.SearchCounts;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts of found posts by author, section, tag, language and time, out of what the cluster has counted. */
final class ClusterCounts {

    /** Up to so many days a timeline has days, see {@link TimelineCounter}; months are all that is asked for else. */
    private static final int DAYS = 62;
    private static final Timeline NO_TIMELINE = new Timeline(Timeline.Interval.MONTH, List.of());

    private final ClusterPosts posts;
    private final ValueCounts values;
    private final SearchRequest request;
    private final ZoneId zone;

    ClusterCounts(ClusterSearcher searcher, SearchRequest request, ZoneId zone) {
        this.posts = searcher.posts();
        this.values = searcher.values();
        this.request = request;
        this.zone = zone;
    }

    private static String field(FacetName name) {
        return switch (name) {
            case AUTHOR -> PostFields.AUTHOR;
            case CATEGORY -> PostFields.CATEGORY;
            case TAG -> PostFields.TAG;
            case LANG -> PostFields.LANG;
            case YEAR -> PostFields.DATE;
        };
    }

    private boolean byTime() {
        return request.timeline() || request.facets().contains(FacetName.YEAR);
    }

    /** Adds what the request wants counted to a search. */
    void ask(ObjectNode counted) {
        for (FacetName name : request.facets()) {
            if (name != FacetName.YEAR) {
                values.ask(counted, field(name));
            }
        }
        if (byTime()) {
            counted.putObject("first").putObject("min").put("field", PostFields.DATE);
            counted.putObject("last").putObject("max").put("field", PostFields.DATE);
            askTimes(counted, "month", "uuuu-MM-dd");
        }
    }

    private void askTimes(ObjectNode counted, String interval, String format) {
        counted.putObject("times").putObject("date_histogram").put("field", PostFields.DATE)
                .put("calendar_interval", interval).put("time_zone", zone.getId()).put("format", format)
                .put("min_doc_count", 1);
    }

    /** The counts of an answer to {@link #ask}. @param query whose posts were counted */
    SearchCounts of(JsonNode answer, ObjectNode query) throws IOException {
        JsonNode counted = answer.path("aggregations");
        TreeMap<LocalDate, Long> times = byTime() ? times(counted, query) : new TreeMap<>();
        Map<FacetName, List<FacetCount>> facets = new EnumMap<>(FacetName.class);
        for (FacetName name : request.facets()) {
            facets.put(name, name == FacetName.YEAR ? years(times) : values.of(counted, field(name)));
        }
        return new SearchCounts(facets, request.timeline() ? TimelineCounter.count(times) : NO_TIMELINE);
    }

    /** Posts by day where they are of few days, else by month; the first and the last month stand at the very days. */
    private TreeMap<LocalDate, Long> times(JsonNode counted, ObjectNode query) throws IOException {
        if (counted.path("first").path("value").isNull() || counted.path("first").path("value").isMissingNode()) {
            return new TreeMap<>();
        }
        LocalDate first = day(counted.path("first"));
        LocalDate last = day(counted.path("last"));
        if (ChronoUnit.DAYS.between(first, last) < DAYS) {
            ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
            body.set("query", query);
            askTimes(body.putObject("aggs"), "day", "uuuu-MM-dd");
            return times(posts.search(body).path("aggregations"));
        }
        TreeMap<LocalDate, Long> months = times(counted);
        long inFirst = months.pollFirstEntry().getValue();
        long inLast = months.pollLastEntry().getValue();
        months.put(first, inFirst);
        months.put(last, inLast);
        return months;
    }

    private LocalDate day(JsonNode moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli((long) moment.path("value").asDouble()), zone);
    }

    private static TreeMap<LocalDate, Long> times(JsonNode counted) {
        TreeMap<LocalDate, Long> times = new TreeMap<>();
        counted.path("times").path("buckets").forEach(bucket -> times
                .put(LocalDate.parse(bucket.path("key_as_string").asString()), bucket.path("doc_count").asLong()));
        return times;
    }

    private static List<FacetCount> years(TreeMap<LocalDate, Long> times) {
        TreeMap<Integer, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        times.forEach((day, count) -> counts.merge(day.getYear(), count, Long::sum));
        return counts.entrySet().stream().map(e -> new FacetCount("%04d".formatted(e.getKey()), e.getValue())).toList();
    }
}
