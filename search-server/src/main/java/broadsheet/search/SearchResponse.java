package broadsheet.search;

import broadsheet.query.Note;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The answer to one {@link SearchRequest}.
 *
 * @param query the text as it was read
 * @param total posts with all the words; exact
 * @param totalAll posts found in all; more than {@code total} only when {@link Query#relaxed()}
 * @param partial whether the time or work limit cut the search short: hits and counts are what was found until then
 * @param page from 1
 * @param pages number of pages of hits, 0 when nothing was found
 * @param size hits on a page
 * @param tookMillis time inside the engine, milliseconds
 * @param hits best first
 * @param facets counts of posts, most first (years: newest first); a list for each name that was asked for
 * @param timeline counts of posts by time
 * @param index the index that answered
 * @param nextCursor the place where the next page begins; empty on the last page
 */
public record SearchResponse(Query query, long total, long totalAll, boolean partial, int page, int pages,
        int size,
        SearchRequest.Sort sort, long tookMillis, List<Hit> hits, Map<SearchRequest.FacetName, List<FacetCount>> facets,
        Timeline timeline, IndexInfo index, Optional<String> nextCursor) {

    public SearchResponse {
        hits = List.copyOf(hits);
        facets = Map.copyOf(facets);
    }

    /** An answer to a search that found nothing. */
    public static SearchResponse nothing(Query query, SearchRequest request, IndexInfo index) {
        return new SearchResponse(query, 0, 0, false, 1, 0, request.size(), request.sort(), 0, List.of(), Map.of(),
                new Timeline(Timeline.Interval.MONTH, List.of()), index, Optional.empty());
    }

    /** The same answer to another reading of the text. */
    public SearchResponse withQuery(Query value) {
        return with(parts -> parts.query = value);
    }

    /** The same answer with other numbers of posts: those with all the words, and all that were found. */
    public SearchResponse withTotals(long all, long relaxedToo) {
        return with(parts -> {
            parts.total = all;
            parts.totalAll = relaxedToo;
        });
    }

    /** The same answer, cut short. */
    public SearchResponse asPartial() {
        return with(parts -> parts.partial = true);
    }

    /** The same answer as this page, from 1, out of this many pages. */
    public SearchResponse withPage(int number, int outOf) {
        return with(parts -> {
            parts.page = number;
            parts.pages = outOf;
        });
    }

    /** The same answer with another number of hits on a page. */
    public SearchResponse withSize(int value) {
        return with(parts -> parts.size = value);
    }

    /** The same answer after another time in the engine. */
    public SearchResponse withTookMillis(long value) {
        return with(parts -> parts.tookMillis = value);
    }

    /** The same answer with other hits. */
    public SearchResponse withHits(List<Hit> value) {
        return with(parts -> parts.hits = value);
    }

    /** The same answer with other counts. */
    public SearchResponse withFacets(Map<SearchRequest.FacetName, List<FacetCount>> value) {
        return with(parts -> parts.facets = value);
    }

    /** The same answer with other counts by time. */
    public SearchResponse withTimeline(Timeline value) {
        return with(parts -> parts.timeline = value);
    }

    /** The same answer, which goes on at this cursor. */
    public SearchResponse withNextCursor(String value) {
        return with(parts -> parts.nextCursor = Optional.of(value));
    }

    private SearchResponse with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.response();
    }

    /** The components while one is changed. */
    private static final class Parts {

        private Query query;
        private long total;
        private long totalAll;
        private boolean partial;
        private int page;
        private int pages;
        private int size;
        private final SearchRequest.Sort sort;
        private long tookMillis;
        private List<Hit> hits;
        private Map<SearchRequest.FacetName, List<FacetCount>> facets;
        private Timeline timeline;
        private final IndexInfo index;
        private Optional<String> nextCursor;

        Parts(SearchResponse old) {
            query = old.query;
            total = old.total;
            totalAll = old.totalAll;
            partial = old.partial;
            page = old.page;
            pages = old.pages;
            size = old.size;
            sort = old.sort;
            tookMillis = old.tookMillis;
            hits = old.hits;
            facets = old.facets;
            timeline = old.timeline;
            index = old.index;
            nextCursor = old.nextCursor;
        }

        SearchResponse response() {
            return new SearchResponse(query, total, totalAll, partial, page, pages, size, sort, tookMillis, hits,
                    facets,
                    timeline, index, nextCursor);
        }
    }

    /**
     * A text and its reading.
     *
     * @param text as typed
     * @param read the reading, in the query language
     * @param notes repairs and replacements
     * @param relaxed whether posts that lack some of the words follow
     * @param suggestion another query that would find far more
     * @param spellings other spellings of its names, on the first page; never searched by themselves
     * @param bylines authors whom its words name, on the first page
     */
    public record Query(String text, String read, List<Note> notes, boolean relaxed, Optional<String> suggestion,
            List<OtherSpelling> spellings, List<Byline> bylines) {
        public Query {
            notes = List.copyOf(notes);
            spellings = List.copyOf(spellings);
            bylines = List.copyOf(bylines);
        }

        /** A query that names nobody, or people of one spelling. */
        public Query(String text, String read, List<Note> notes, boolean relaxed, Optional<String> suggestion) {
            this(text, read, notes, relaxed, suggestion, List.of(), List.of());
        }

        /** A query that nothing was made of. */
        public static Query asTyped(String text) {
            return new Query(text, text, List.of(), false, Optional.empty());
        }
    }

    /**
     * Another spelling of a name in the query.
     *
     * @param text as the archive writes it: {@code Qaddafi}
     * @param count number of posts that the query finds
     * @param query the query with this spelling instead of the typed one
     */
    public record OtherSpelling(String text, long count, String query) {}

    /**
     * An author whom the query may be about.
     *
     * @param name as posts write it: {@code Jane Tarnwood}
     * @param count number of posts that the query finds
     * @param query for the author's posts: {@code author:"Jane Tarnwood"}
     */
    public record Byline(String name, long count, String query) {}

    /** A value, and the number of found posts that have it. */
    public record FacetCount(String value, long count) {}

    /** Counts by time, without gaps; empty when no found post has a date. */
    public record Timeline(Interval interval, List<Bucket> buckets) {
        public Timeline {
            buckets = List.copyOf(buckets);
        }

        /** The length of one bucket. */
        public enum Interval {
            DAY,
            MONTH,
            YEAR
        }

        /** @param from the first day, in the site's time zone */
        public record Bucket(LocalDate from, long count) {}
    }

    /**
     * The index that answered.
     *
     * @param generation rises by one with each publication
     * @param built time of its publication
     * @param posts number of posts that can be found now
     * @param rules the edition of the owner's synonyms and pins, another number for other rules; 0 for none
     * @param zone where the days of the posts' site begin and end
     */
    public record IndexInfo(long generation, Instant built, long posts, long rules, ZoneId zone) {

        /** An index without rules, of a site whose days are those of UTC. */
        public IndexInfo(long generation, Instant built, long posts) {
            this(generation, built, posts, 0, ZoneId.of("UTC"));
        }
    }
}
