package broadsheet.search.lucene;

import broadsheet.index.PostFields;
import broadsheet.index.lucene.PostSchema;
import broadsheet.owner.OwnerFiles;
import broadsheet.search.EngineState;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.IdOrder;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.lucene.view.ViewFollower;
import broadsheet.search.lucene.vocabulary.FollowedCompletions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The engine over a Lucene index on disk. {@link OneSearch} is a search. */
public final class LuceneSearchEngine extends ViewEngine {

    /** Damaged archives have several posts at one address; the first that may be seen is taken. */
    private static final int MOST_NAMESAKES = 8;

    private final ViewFollower views;

    private LuceneSearchEngine(Path index, OwnerFiles files, Settings settings) throws IOException {
        super(files, settings, FollowedCompletions::new);
        boolean open = false;
        try {
            this.views = new ViewFollower(index, this::prepare);
            open = true;
        } finally {
            if (!open) {
                super.close();
            }
        }
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
        return open(index, files, new Settings(Ranking.DEFAULT, InstantSource.system(), Budget.Limits.SEARCH));
    }

    /** The same with other numbers for the ranking, and another clock. */
    public static LuceneSearchEngine open(Path index, Ranking ranking, InstantSource clock) throws IOException {
        return open(index, OwnerFiles.NONE, ranking, clock);
    }

    /** The same with the owner's files. */
    public static LuceneSearchEngine open(Path index, OwnerFiles files, Ranking ranking, InstantSource clock)
            throws IOException {
        return open(index, files, new Settings(ranking, clock, Budget.Limits.SEARCH));
    }

    /** The same with all of it. */
    static LuceneSearchEngine open(Path index, OwnerFiles files, Settings settings) throws IOException {
        return new LuceneSearchEngine(index, files, settings);
    }

    @Override
    protected IndexView acquire() {
        return views.acquire();
    }

    @Override
    protected Finding finding(Asking asking) {
        return new LuceneFinding(asking);
    }

    @Override
    protected String unreadable() {
        return "The index cannot be read; the server's log has more.";
    }

    @Override
    public Optional<StoredPost> post(String id) {
        return stored(new Term(PostFields.ID, id));
    }

    @Override
    public Optional<StoredPost> postAt(String address) {
        // another post may be at the address that a moved one had
        return PostSchema.address(address).flatMap(key -> stored(new Term(PostFields.URL, key)))
                .or(() -> PostSchema.formerAddress(address)
                        .flatMap(key -> stored(new Term(PostSchema.FORMER_URL, key))));
    }

    private Optional<StoredPost> stored(Term name) {
        return read(reading -> {
            int document = find(reading, name);
            if (document < 0) {
                // It may not have been looked for to the end.
                reading.budget().check();
                return Optional.empty();
            }
            StoredPosts posts = new StoredPosts(reading.reader());
            return Optional.of(new StoredPost(posts.view(document), posts.body(document)));
        });
    }

    /** The number of the post with that name that may be seen, of several the first by id; -1 when there is none. */
    private static int find(Reading reading, Term name) throws IOException {
        int first = -1;
        for (ScoreDoc found : reading.searcher().search(new TermQuery(name), MOST_NAMESAKES).scoreDocs) {
            IdOrder ids = reading.view().ids();
            boolean before = first < 0 || ids.place(found.doc) < ids.place(first);
            if (before && !reading.isHidden(found.doc)) {
                first = found.doc;
            }
        }
        return first;
    }

    @Override
    public Similar similar(String id, int size) {
        return read(reading -> {
            int document = find(reading, new Term(PostFields.ID, id));
            return document < 0
                    ? new Similar(List.of(), reading.budget().isPartial())
                    : new SimilarPosts(reading).like(document, size);
        });
    }

    @Override
    public EngineState state() {
        List<String> reasons = new ArrayList<>(views.reasons());
        reasons.addAll(completions().reasons());
        return read(reading -> new EngineState(reasons, reading.view().bytes(), completions().edition()));
    }

    @Override
    public void close() {
        super.close();
        views.close();
    }
}
