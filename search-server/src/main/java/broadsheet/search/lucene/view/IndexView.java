package broadsheet.search.lucene.view;

import broadsheet.analysis.Language;
import broadsheet.copies.StoryTable;
import broadsheet.index.IndexException;
import broadsheet.index.PostFields;
import broadsheet.index.SiteFacts;
import broadsheet.index.generation.Generation;
import broadsheet.index.lucene.grams.CommonGrams;
import broadsheet.index.lucene.PostSchema;
import broadsheet.index.lucene.SiteProperties;
import broadsheet.index.lucene.StoryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * One generation, open for reading. A search holds the view from start to end ({@link #tryAcquire}, {@link #release});
 * the files are closed when the last search is done with them.
 */
public final class IndexView {

    /**
     * How many clauses a query may have: more than the longest query makes. A query of 64 words makes some clauses for
     * each word in each language. The length of its text bounds what it may cost; Lucene has one such number for all.
     */
    private static final int MOST_CLAUSES = 65_536;

    static {
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    }

    private final DirectoryReader reader;
    private final Facts facts;
    private final Searchers searchers;
    private final List<Language> languages;
    private final boolean languageOfEachPost;
    private final StoryTable stories;
    private final IdOrder ids;
    private final long hiddenUntil;
    private final ZoneId zone;
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();
    private final Map<String, Dictionary> words = new ConcurrentHashMap<>();

    private IndexView(DirectoryReader reader, Facts facts, StoryTable stories, Searchers searchers)
            throws IOException {
        this.reader = reader;
        this.facts = facts;
        this.searchers = searchers;
        List<Counted> counted = languages(reader);
        this.languages = counted.stream().map(Counted::language).toList();
        // both with deleted posts
        this.languageOfEachPost = counted.stream().mapToLong(Counted::posts).sum() == reader.maxDoc();
        this.stories = stories;
        this.ids = IdOrder.of(reader);
        byte[] latest = PointValues.getMaxPackedValue(reader, PostFields.VISIBLE_FROM);
        this.hiddenUntil = latest == null ? Long.MIN_VALUE : LongPoint.decodeDimension(latest, 0);
        this.zone = zone(site().timeZone());
    }

    /**
     * What is known of a generation beside its posts.
     *
     * @param bytes size of all files
     */
    public record Facts(long number, Instant built, long bytes, SiteFacts site) {
        private static Facts of(Generation generation) {
            return new Facts(generation.number(), generation.manifest().built(), generation.manifest().bytes(),
                    SiteProperties.read(generation.manifest()));
        }
    }

    /** Makes the searcher of one request. */
    @FunctionalInterface
    public interface Searchers {
        PostSearcher of(DirectoryReader reader, Budget budget);
    }

    private static ZoneId zone(String name) throws IndexException.Damaged {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IndexException.Damaged("the index was built for the time zone '" + name
                    + "', which this Java does not know: update Java, or build with --time-zone");
        }
    }

    /** Opens a verified generation. */
    static IndexView open(Generation generation) throws IOException {
        FSDirectory directory = FSDirectory.open(generation.folder());
        DirectoryReader reader = new KnownTerms(DirectoryReader.open(directory));
        try {
            IndexView view = new IndexView(reader, Facts.of(generation), StoryFile.read(generation),
                    PostSearcher::over);
            CommonGrams grams = CommonGrams.open(generation.folder());
            reader.getReaderCacheHelper().addClosedListener(closed -> grams.close());
            view.put(CommonGrams.class, grams);
            return view;
        } catch (Throwable e) {
            // Each later try would hold its files open, too.
            reader.close();
            throw e;
        }
    }

    /** A view of posts that are in this reader. @param searchers know what the archive has beside them */
    public static IndexView of(DirectoryReader reader, Facts facts, StoryTable stories, Searchers searchers)
            throws IOException {
        return new IndexView(reader, facts, stories, searchers);
    }

    /**
     * A view of posts that are elsewhere.
     *
     * @param words has the terms of the posts, with their counts
     * @param prefixes heads of headlines that count for nothing
     * @param searchers ask where the posts are
     */
    public static IndexView of(DirectoryReader words, Facts facts, Set<String> prefixes, Searchers searchers)
            throws IOException {
        return new IndexView(words, facts, new StoryTable(prefixes, List.of(), new int[0]), searchers);
    }

    /**
     * An object of another room, kept for as long as this generation is open; made when it is first asked for.
     *
     * @param kind also the name by which it is kept: one object a class
     */
    public <T> T kept(Class<T> kind, Supplier<T> make) {
        // asked for at each word of a search, and the second call may wait for other threads
        Object known = kept.get(kind);
        return kind.cast(known == null ? kept.computeIfAbsent(kind, name -> make.get()) : known);
    }

    /** Has an object of another room kept, in the place of the one that is. */
    public <T> void put(Class<T> kind, T object) {
        kept.put(kind, object);
    }

    /** The words of a field; read from the index when they are first asked for. */
    public Dictionary words(String field) {
        Dictionary known = words.get(field);
        return known != null ? known : words.computeIfAbsent(field, name -> {
            try {
                return Dictionary.of(reader, name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading the words of generation " + facts.number(), e);
            }
        });
    }

    private record Counted(Language language, int posts) {}

    private static List<Counted> languages(DirectoryReader reader) throws IOException {
        List<Counted> found = new ArrayList<>();
        for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
            Optional<Language> language = PostSchema.languageOf(field.name);
            if (language.isPresent()) {
                BytesRef code = new BytesRef(language.get().code());
                found.add(new Counted(language.get(), reader.docFreq(new Term(PostSchema.ANALYSIS, code))));
            }
        }
        found.removeIf(counted -> counted.posts() == 0);
        found.sort(Comparator.comparingInt(Counted::posts).reversed().thenComparing(c -> c.language().code()));
        return found;
    }

    /** Holds the view open; false when it is closed already, and another must be taken. */
    public boolean tryAcquire() {
        return reader.tryIncRef();
    }

    /** Lets go of the view. */
    public void release() {
        try {
            reader.decRef();
        } catch (IOException e) {
            throw new UncheckedIOException("closing generation " + facts.number(), e);
        }
    }

    /** A searcher for one request, which gives up when told to; cheap to make. */
    public PostSearcher searcher(Budget budget) {
        return searchers.of(reader, budget);
    }

    /** A searcher that also gives up while a pattern's words are looked for, which costs every query a little. */
    PostSearcher guardedSearcher(Budget budget) throws IOException {
        return searchers.of(ExitableDirectoryReader.wrap(reader, budget), budget);
    }

    public DirectoryReader reader() {
        return reader;
    }

    public long number() {
        return facts.number();
    }

    /** Size of all files in bytes. */
    public long bytes() {
        return facts.bytes();
    }

    public SiteFacts site() {
        return facts.site();
    }

    /** Where the days of the site begin and end. */
    public ZoneId zone() {
        return zone;
    }

    public Instant built() {
        return facts.built();
    }

    /** The languages that posts were analyzed by, the commonest first. */
    public List<Language> languages() {
        return languages;
    }

    /** Whether each post is of one of the {@link #languages}: one without any word may not be. */
    public boolean hasLanguageOfEachPost() {
        return languageOfEachPost;
    }

    /** Which posts are copies of one another. */
    public StoryTable stories() {
        return stories;
    }

    /** The order of posts that are equal otherwise. */
    public IdOrder ids() {
        return ids;
    }

    /** Whether some post may not be seen yet. */
    boolean hidesPostsAt(Instant now) {
        return hiddenUntil > now.toEpochMilli();
    }
}
