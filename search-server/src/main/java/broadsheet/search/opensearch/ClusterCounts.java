package broadsheet.search.opensearch;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.opensearch.Cluster;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.TimelineCounter;
import broadsheet.search.lucene.SearchCounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts of found posts by author, section, tag, language and time, out of what the cluster has counted. */
final class ClusterCounts {

    /** As in the embedded engine. */
    private static final int MOST_VALUES = 30;
    /** Asked for beside those that are shown: of equal counts the cluster may give others first. */
    private static final int ASKED_VALUES = 60;
    /** Each part of the index gives so many: counts are exact while an archive has fewer values in a field. */
    private static final int OF_EACH_SHARD = 2_000;
    /** Spellings of a value that are looked at, and other values of its posts. */
    private static final int SPELLINGS = 10;
    /** Up to so many days a timeline has days, see {@link TimelineCounter}; months are all that is asked for else. */
    private static final int DAYS = 62;
    private static final Timeline NO_TIMELINE = new Timeline(Timeline.Interval.MONTH, List.of());

    private final ClusterPosts posts;
    private final SearchRequest request;
    private final ZoneId zone;

    ClusterCounts(ClusterPosts posts, SearchRequest request, ZoneId zone) {
        this.posts = posts;
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
                askValues(counted.putObject(name.name()), field(name));
            }
        }
        if (byTime()) {
            counted.putObject("first").putObject("min").put("field", PostFields.DATE);
            counted.putObject("last").putObject("max").put("field", PostFields.DATE);
            askTimes(counted, "month", "uuuu-MM-dd");
        }
    }

    /** By what is compared, so that spellings which differ by case alone are one value, as they are for filters. */
    private static void askValues(ObjectNode counted, String field) {
        ObjectNode terms = counted.putObject("terms").put("field", PostSchema.keys(field)).put("size", ASKED_VALUES)
                .put("shard_size", OF_EACH_SHARD);
        ArrayNode order = terms.putArray("order");
        order.addObject().put("_count", "desc");
        order.addObject().put("_key", "asc");
        counted.putObject("aggs").putObject("spelt").putObject("terms").put("field", field).put("size", SPELLINGS);
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
            facets.put(name, name == FacetName.YEAR ? years(times) : values(counted.path(name.name())));
        }
        return new SearchCounts(facets, request.timeline() ? TimelineCounter.count(times) : NO_TIMELINE);
    }

    /** The values of a field in the posts that match, the most frequent first. */
    static List<FacetCount> values(ClusterPosts posts, ObjectNode query, String field) throws IOException {
        ObjectNode body = Cluster.JSON.createObjectNode().put("size", 0).put("track_total_hits", false);
        body.set("query", query);
        askValues(body.putObject("aggs").putObject("values"), field);
        return values(posts.search(body).path("aggregations").path("values"));
    }

    private static List<FacetCount> values(JsonNode counted) {
        List<FacetCount> values = new ArrayList<>();
        for (JsonNode bucket : counted.path("buckets")) {
            values.add(new FacetCount(spelling(bucket), bucket.path("doc_count").asLong()));
        }
        values.sort(Comparator.comparingLong((FacetCount value) -> -value.count())
                .thenComparing(value -> value.value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        return values.stream().limit(MOST_VALUES).toList();
    }

    /** The commonest spelling of a value, of equally common ones the first. */
    private static String spelling(JsonNode bucket) {
        String key = bucket.path("key").asString("");
        for (JsonNode spelt : bucket.path("spelt").path("buckets")) {
            String value = spelt.path("key").asString("");
            if (PostSchema.key(value).equals(key)) {
                return value;
            }
        }
        return key;
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
