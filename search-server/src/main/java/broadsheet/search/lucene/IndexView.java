package broadsheet.search.lucene;

import broadsheet.index.PostFields;
import broadsheet.index.SiteFacts;
import broadsheet.index.lucene.Generation;
import broadsheet.index.lucene.Language;
import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.SiteProperties;
import broadsheet.index.lucene.StoryFile;
import broadsheet.index.lucene.StoryTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.QueryTimeoutImpl;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * One generation, open for reading. A search holds the view from start to end ({@link #tryAcquire}, {@link #release});
 * the files are closed when the last search is done with them.
 */
final class IndexView {

    /**
     * A query of 64 words makes some clauses for each word in each language. What a query may cost is bounded by the
     * length of its text, not by this number, which Lucene sets for all callers.
     */
    private static final int MOST_CLAUSES = 65_536;
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(2);

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final DirectoryReader reader;
    private final Generation generation;
    private final List<Language> languages;
    private final StoryTable stories;
    private final GroupStatistics synonymStatistics = new GroupStatistics();
    private final long hiddenUntil;
    private final CompletableFuture<Completions> completions;
    private final Map<BytesRef, List<OtherSpellings.Candidate>> spellings = new ConcurrentHashMap<>();
    private final Map<String, WordList> words = new ConcurrentHashMap<>();

    private IndexView(DirectoryReader reader, Generation generation, Instant now) throws IOException {
        this.reader = reader;
        this.generation = generation;
        this.languages = languages(reader);
        this.stories = StoryFile.read(generation);
        byte[] latest = PointValues.getMaxPackedValue(reader, PostFields.VISIBLE_FROM);
        this.hiddenUntil = latest == null ? Long.MIN_VALUE : LongPoint.decodeDimension(latest, 0);
        this.completions = collectCompletions(now);
    }

    /** Opens a verified generation; its completions are collected meanwhile, of the posts that may be seen now. */
    static IndexView open(Generation generation, Instant now) throws IOException {
        FSDirectory directory = FSDirectory.open(generation.folder());
        DirectoryReader reader = DirectoryReader.open(directory);
        return new IndexView(reader, generation, now);
    }

    /** Collecting takes a second for a hundred thousand posts, for which no search should wait. */
    private CompletableFuture<Completions> collectCompletions(Instant now) {
        reader.incRef();
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new CompletionBuilder(this, now).build();
            } catch (IOException e) {
                throw new UncheckedIOException("collecting completions of generation " + generation.number(), e);
            } finally {
                release();
            }
        }, work -> Thread.ofPlatform().daemon().name("completions").start(work));
    }

    /** The completions of this generation's texts; waits while they are being collected. */
    Completions completions() {
        return completions.join();
    }

    /** Other spellings of words, as far as they have been looked for. */
    Map<BytesRef, List<OtherSpellings.Candidate>> spellings() {
        return spellings;
    }

    /** The words of a field; read from the index when they are first asked for. */
    WordList words(String field) {
        return words.computeIfAbsent(field, name -> {
            try {
                return WordList.of(reader, name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the words of generation " + generation.number(), e);
            }
        });
    }

    private static List<Language> languages(DirectoryReader reader) throws IOException {
        record Counted(Language language, int posts) {}
        List<Counted> found = new ArrayList<>();
        String prefix = PostFields.ALL + "_";
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
            if (field.name.startsWith(prefix)) {
                Language language = Language.of(field.name.substring(prefix.length()));
                BytesRef code = new BytesRef(language.code());
                found.add(new Counted(language, reader.docFreq(new Term(PostSchema.ANALYSIS, code))));
            }
        }
        found.removeIf(counted -> counted.posts() == 0);
        found.sort(Comparator.comparingInt(Counted::posts).reversed().thenComparing(c -> c.language().code()));
        return found.stream().map(Counted::language).toList();
    }

    /** Holds the view open; false when it is closed already, and another must be taken. */
    boolean tryAcquire() {
        return reader.tryIncRef();
    }

    /** Lets go of the view. */
    void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("closing generation " + generation.number(), e);
        }
    }

    /** A searcher for one request, which gives up after two seconds; cheap to make. */
    IndexSearcher searcher() {
        return searcher(reader);
    }

    /** A searcher that also gives up while a pattern's words are looked for, which costs every query a little. */
    IndexSearcher guardedSearcher() throws IOException {
        return searcher(ExitableDirectoryReader.wrap(reader, new QueryTimeoutImpl(LONGEST_SEARCH.toMillis())));
    }

    private static IndexSearcher searcher(DirectoryReader reader) {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setSimilarity(PostSchema.similarity());
        searcher.setQueryCache(null);
        searcher.setTimeout(new QueryTimeoutImpl(LONGEST_SEARCH.toMillis()));
        return searcher;
    }

    DirectoryReader reader() {
        return reader;
    }

    long number() {
        return generation.number();
    }

    SiteFacts site() {
        return SiteProperties.read(generation.manifest());
    }

    Instant built() {
        return generation.manifest().built();
    }

    /** The languages that posts were analyzed by, the commonest first. */
    List<Language> languages() {
        return languages;
    }

    /** Which posts are copies of one another. */
    StoryTable stories() {
        return stories;
    }

    /** How often the owner's synonyms stand in the posts. */
    GroupStatistics synonymStatistics() {
        return synonymStatistics;
    }

    /** Whether some post may not be seen yet. */
    boolean hidesPostsAt(Instant now) {
        return hiddenUntil > now.toEpochMilli();
    }

    /** Whether a post, by document number, may not be seen yet. */
    boolean isHidden(int document, Instant now) throws IOException {
        return hidesPostsAt(now) && searcher().explain(LucenePostIndexer.hiddenAt(now), document).isMatch();
    }

    /** How many posts may be seen. */
    long posts(Instant now) {
        if (!hidesPostsAt(now)) {
            return reader.numDocs();
        }
        try {
            return reader.numDocs() - searcher().count(LucenePostIndexer.hiddenAt(now));
        } catch (IOException e) {
            throw new UncheckedIOException("counting generation " + generation.number(), e);
        }
    }
}
