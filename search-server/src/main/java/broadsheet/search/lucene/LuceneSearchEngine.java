package broadsheet.search.lucene;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.owner.OwnerFiles;
import broadsheet.query.Note;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchEngine;
import broadsheet.search.SearchException;
import broadsheet.search.SearchRequest;
import broadsheet.search.SearchResponse;
import broadsheet.search.SearchResponse.IndexInfo;
import broadsheet.search.SearchResponse.Timeline;
import broadsheet.search.Site;
import broadsheet.search.TimelineCounter;
import broadsheet.search.lucene.match.TermExpansion;
import broadsheet.search.lucene.retrieve.DayCounts;
import broadsheet.search.lucene.retrieve.FacetCounter;
import broadsheet.search.lucene.retrieve.Retrieval;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.retrieve.Retrieval.Result;
import broadsheet.search.lucene.translate.LuceneSyntax;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.AcronymUse;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.lucene.view.ViewFollower;
import broadsheet.search.lucene.vocabulary.CollectedCompletions;
import broadsheet.search.lucene.vocabulary.LuceneVocabulary;
import broadsheet.search.lucene.vocabulary.OtherSpellings;
import broadsheet.search.rules.OwnerRules;
import broadsheet.search.rules.RulesFollower;
import broadsheet.search.rules.SynonymExpansion;
import broadsheet.search.rules.SynonymExpansion.Expanded;
import broadsheet.search.suggest.CorrectedQuery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * The engine over a Lucene index on disk. A search goes through these steps: parse, translate, retrieve, describe each
 * hit, count.
 */
public final class LuceneSearchEngine implements SearchEngine {

    /** Damaged archives have several posts at one address; the first that may be seen is taken. */
    private static final int MOST_NAMESAKES = 8;

    private final ViewFollower views;
    private final RulesFollower rules;
    private final Ranking ranking;
    private final InstantSource clock;

    private LuceneSearchEngine(ViewFollower views, RulesFollower rules, Ranking ranking, InstantSource clock) {
        this.views = views;
        this.rules = rules;
        this.ranking = ranking;
        this.clock = clock;
    }

    /**
     * Opens the newest whole generation of an index, and follows it from then on.
     *
     * @throws broadsheet.index.IndexException when there is none, or its schema is another
     */
    public static LuceneSearchEngine open(Path index) throws IOException {
        return open(index, OwnerFiles.NONE);
    }

    /** The same with the owner's synonyms and pins, whose files are followed, too. */
    public static LuceneSearchEngine open(Path index, OwnerFiles files) throws IOException {
        return open(index, files, Ranking.DEFAULT, InstantSource.system());
    }

    /** The same with other numbers for the ranking, and another clock. */
    public static LuceneSearchEngine open(Path index, Ranking ranking, InstantSource clock) throws IOException {
        return open(index, OwnerFiles.NONE, ranking, clock);
    }

    /** The same with all of it. */
    public static LuceneSearchEngine open(Path index, OwnerFiles files, Ranking ranking, InstantSource clock)
            throws IOException {
        return new LuceneSearchEngine(
                new ViewFollower(index, view -> CollectedCompletions.begin(view, clock.instant())),
                new RulesFollower(files), ranking, clock);
    }

    @Override
    public SearchResponse search(SearchRequest request) {
        long started = System.nanoTime();
        return inView((view, analyses) -> search(request, view, analyses, started));
    }

    private SearchResponse search(SearchRequest request, IndexView view, Analyses analyses, long started)
            throws IOException {
        Instant now = clock.instant();
        OwnerRules owner = rules.rules();
        ParsedQuery parsed = request.syntax() == SearchRequest.Syntax.LUCENE
                ? LuceneSyntax.reading(request.text())
                : QueryParser.parse(request.text());
        LuceneVocabulary words = new LuceneVocabulary(view, analyses, now, owner.synonyms());
        CorrectedQuery corrected = CorrectedQuery.of(parsed, words);
        Expanded expanded = request.syntax() == SearchRequest.Syntax.LUCENE
                ? new Expanded(corrected.root(), List.of())
                : synonyms(owner, view, analyses).expand(corrected.root());
        Translation translation = request.syntax() == SearchRequest.Syntax.LUCENE
                ? LuceneSyntax.translate(request.text(), view, analyses)
                : new QueryTranslator(view, analyses, ranking).translate(expanded.root());
        IndexSearcher searcher = request.syntax() == SearchRequest.Syntax.LUCENE
                ? view.guardedSearcher()
                : view.searcher();
        int offset = request.cursor().map(text -> Cursor.parse(text, view.number(), owner.edition()).offset())
                .orElse((request.page() - 1) * request.size());
        Retrieval retrieval = new Retrieval(searcher, view, translation, request, ranking, now);
        Result result = retrieval.run(offset + request.size(), owner.pins().posts(request));
        List<Found> page = result.found().subList(Math.min(offset, result.found().size()), result.found().size());
        StoredPosts posts = new StoredPosts(searcher.getIndexReader());
        Copies copies = new Copies(view, posts, now, request.foldCopies());
        List<Hit> made = new HitMaker(searcher, translation, analyses, posts, copies).hits(page);
        List<Hit> hits = request.explain() ? retrieval.explainer().explained(made, page) : made;
        boolean byDay = request.timeline() || request.facets().contains(SearchRequest.FacetName.YEAR);
        TreeMap<LocalDate, Long> days = byDay
                ? DayCounts.of(result.matches(), searcher.getIndexReader()).byDay()
                : new TreeMap<>();
        FacetCounter facets = new FacetCounter(searcher.getIndexReader().leaves(), days);
        Timeline timeline = request.timeline()
                ? TimelineCounter.count(days)
                : new Timeline(Timeline.Interval.MONTH, List.of());
        long pages = (result.hits() + request.size() - 1) / request.size();
        boolean more = offset + hits.size() < result.hits();
        return new SearchResponse(
                new SearchResponse.Query(request.text(), corrected.read(),
                        notes(parsed, corrected, expanded, translation), result.relaxed(), corrected.suggestion(),
                        offset == 0
                                ? new OtherSpellings(view, words).of(corrected.root(), corrected.read())
                                : List.of()),
                result.total(), result.totalAll(), 1 + offset / request.size(), (int) pages, request.size(),
                request.sort(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started), hits,
                facets.count(result.matches(), request.facets()), timeline, info(view, now),
                more
                        ? Optional.of(new Cursor(view.number(), owner.edition(), offset + hits.size()).toString())
                        : Optional.empty());
    }

    private static SynonymExpansion synonyms(OwnerRules owner, IndexView view, Analyses analyses) {
        AcronymUse acronyms = new AcronymUse(view.reader());
        return new SynonymExpansion(owner.synonyms(), view.languages().stream().map(analyses::of).toList(),
                tokens -> acronyms.alone(tokens).isPresent());
    }

    private static List<Note> notes(ParsedQuery parsed, CorrectedQuery corrected, Expanded expanded,
            Translation translation) {
        List<Note> notes = new ArrayList<>(parsed.notes());
        notes.addAll(corrected.notes());
        notes.addAll(expanded.notes());
        for (String pattern : translation.cut()) {
            notes.add(new Note("too-many-words", "More than " + TermExpansion.MOST + " words fit " + pattern
                    + "; the most frequent of them were used."));
        }
        return notes;
    }

    @Override
    public Optional<StoredPost> post(String id) {
        return stored(new Term(PostFields.ID, id));
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        // another post may have taken the place of one that was moved
        return PostSchema.address(address).flatMap(key -> stored(new Term(PostFields.URL, key)))
                .or(() -> PostSchema.formerAddress(address)
                        .flatMap(key -> stored(new Term(PostSchema.FORMER_URL, key))));
    }

    private Optional<StoredPost> stored(Term name) {
        return inView((view, analyses) -> {
            IndexSearcher searcher = view.searcher();
            int document = find(searcher, view, name);
            if (document < 0) {
                return Optional.empty();
            }
            StoredPosts posts = new StoredPosts(searcher.getIndexReader());
            return Optional.of(new StoredPost(posts.view(document), posts.body(document)));
        });
    }

    /** The number of the first post with that name that may be seen; -1 when there is none. */
    private int find(IndexSearcher searcher, IndexView view, Term name) throws IOException {
        for (ScoreDoc found : searcher.search(new TermQuery(name), MOST_NAMESAKES).scoreDocs) {
            if (!view.isHidden(found.doc, clock.instant())) {
                return found.doc;
            }
        }
        return -1;
    }

    @Override
    public List<Hit> similar(String id, int size) {
        return inView((view, analyses) -> {
            IndexSearcher searcher = view.searcher();
            int document = find(searcher, view, new Term(PostFields.ID, id));
            return document < 0
                    ? List.of()
                    : new SimilarPosts(searcher, view, analyses).like(document, size, clock.instant());
        });
    }

    @Override
    public List<Suggestion> suggest(String text, int size) {
        return inView((view, analyses) -> CollectedCompletions.of(view).of(text, size));
    }

    @Override
    public IndexInfo index() {
        return inView((view, analyses) -> info(view, clock.instant()));
    }

    @Override
    public Site site() {
        return inView((view, analyses) -> new Site(view.site().title(), view.site().url(), view.site().lang()));
    }

    private IndexInfo info(IndexView view, Instant now) {
        return new IndexInfo(view.number(), view.built(), view.posts(now), rules.rules().edition());
    }

    private interface Work<T> {
        T on(IndexView view, Analyses analyses) throws IOException;
    }

    private <T> T inView(Work<T> work) {
        IndexView view = views.acquire();
        try (Analyses analyses = Analyses.borrow()) {
            return work.on(view, analyses);
        } catch (ExitableDirectoryReader.ExitingReaderException e) {
            throw new SearchException.Unavailable("the search took too long", e);
        } catch (IOException e) {
            throw new SearchException.Unavailable("the index cannot be read: " + e.getMessage(), e);
        } finally {
            view.release();
        }
    }

    @Override
    public void close() {
        rules.close();
        views.close();
    }
}
