package broadsheet.web;

import broadsheet.search.EngineState;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.PostView;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchRequest.FacetName;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.FacetCount;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.Site;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * The engine, with hits as they are shown: a post may have a title of 60,000 characters and a thousand tags, all of
 * which are searched, and a list of results shows the beginning. {@link #post} gives the whole post.
 */
final class ShownEngine implements SearchEngine {

    /** Characters of a title; the longest headline of AG News has 115. */
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_EXCERPT = 500;
    /** Characters of a name: an author, a section, a tag. */
    private static final int LONGEST_NAME = 200;
    private static final int MOST_NAMES = 50;
    /** Characters of an address of a picture; browsers and proxies take about so many. */
    private static final int LONGEST_ADDRESS = 2000;

    private final SearchEngine engine;
    private final BiConsumer<SearchResponse, Long> watch;

    /** @param watch is told of each answer, and of the nanoseconds that it took */
    ShownEngine(SearchEngine engine, BiConsumer<SearchResponse, Long> watch) {
        this.engine = engine;
        this.watch = watch;
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        long start = System.nanoTime();
        SearchResponse response = engine.search(request);
        watch.accept(response, System.nanoTime() - start);
        return isShort(response) ? response : shown(response);
    }

    /** Whether all of it is shown as it is, as nearly always. */
    private static boolean isShort(SearchResponse response) {
        for (List<FacetCount> counts : response.facets().values()) {
            for (FacetCount count : counts) {
                if (count.value().length() > LONGEST_NAME) {
                    return false;
                }
            }
        }
        for (Hit hit : response.hits()) {
            if (!isShort(hit)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShort(Hit hit) {
        PostView post = hit.post();
        for (Hit.Copy copy : hit.copies()) {
            if (copy.title().length() > LONGEST_TITLE) {
                return false;
            }
        }
        return post.title().length() <= LONGEST_TITLE && post.excerpt().length() <= LONGEST_EXCERPT
                && areShort(post.authors()) && areShort(post.categories()) && areShort(post.tags())
                && post.image().length() <= LONGEST_ADDRESS && areShort(hit.missing());
    }

    private static boolean areShort(List<String> names) {
        for (String name : names) {
            if (name.length() > LONGEST_NAME) {
                return false;
            }
        }
        return names.size() <= MOST_NAMES;
    }

    private static SearchResponse shown(SearchResponse response) {
        Map<FacetName, List<FacetCount>> facets = new EnumMap<>(FacetName.class);
        response.facets().forEach((name, counts) -> facets.put(name,
                counts.stream().filter(count -> length(count.value()) <= LONGEST_NAME).toList()));
        return response.withHits(shown(response.hits())).withFacets(facets);
    }

    private static List<Hit> shown(List<Hit> hits) {
        return hits.stream().map(ShownEngine::shown).toList();
    }

    private static Hit shown(Hit hit) {
        PostView post = hit.post();
        PostView shown = post.withTitle(cut(post.title(), LONGEST_TITLE))
                .withExcerpt(cut(post.excerpt(), LONGEST_EXCERPT)).withAuthors(names(post.authors()))
                .withCategories(names(post.categories())).withTags(names(post.tags()))
                .withImage(post.image().length() > LONGEST_ADDRESS ? "" : post.image());
        int end = shown.title().length();
        List<Mark> marks = hit.titleMarks().stream().filter(mark -> mark.start() < end)
                .map(mark -> new Mark(mark.start(), Math.min(mark.end(), end))).toList();
        List<Hit.Copy> copies = hit.copies().stream()
                .map(copy -> new Hit.Copy(copy.id(), copy.url(), cut(copy.title(), LONGEST_TITLE), copy.date()))
                .toList();
        return new Hit(shown, hit.score(), marks, hit.snippets(), names(hit.missing()), copies, hit.pinned(),
                hit.explanation());
    }

    private static List<String> names(List<String> all) {
        return all.stream().limit(MOST_NAMES).map(name -> cut(name, LONGEST_NAME)).toList();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A longer text ends with an ellipsis. */
    private static String cut(String text, int longest) {
        return text.length() <= longest || length(text) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }

    @Override
    public Optional<StoredPost> post(String id) {
        return engine.post(id);
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        return engine.postAt(address);
    }

    @Override
    public Similar similar(String id, int size) {
        Similar similar = engine.similar(id, size);
        return new Similar(shown(similar.hits()), similar.partial());
    }

    @Override
    public List<Suggestion> suggest(String text, int size) {
        return engine.suggest(text, size);
    }

    @Override
    public <T, E extends Exception> T asOne(Calls<T, E> calls) throws E {
        return engine.asOne(calls);
    }

    @Override
    public IndexInfo index() {
        return engine.index();
    }

    @Override
    public EngineState state() {
        return engine.state();
    }

    @Override
    public Optional<Site> site() {
        return engine.site();
    }

    @Override
    public void close() {
        engine.close();
    }
}
