package broadsheet.search.lucene;

import static broadsheet.search.lucene.SmallArchive.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import broadsheet.index.lucene.LucenePostIndexer;
import broadsheet.owner.OwnerFiles;
import broadsheet.query.Note;
import broadsheet.query.QueryParser;
import broadsheet.search.Hit;
import broadsheet.search.Ranking;
import broadsheet.search.SearchException;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.QueryTranslator;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.IndexView;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.lucene.view.ViewFollower;
import broadsheet.search.rules.OwnerRules;
import broadsheet.search.rules.RulesFollower;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Room search.lucene: the steps of one search, each by itself. */
class OneSearchTest {

    @TempDir
    private Path folder;
    private ViewFollower views;
    private RulesFollower rules;
    private IndexView view;
    private Reading reading;

    @BeforeEach
    void threePosts() throws IOException {
        try (LucenePostIndexer indexer = LucenePostIndexer.open(folder, false)) {
            indexer.put("a", List.of(post("a", "Sea wall", "The tide took the sea wall. The council met.").build()));
            indexer.put("b", List.of(post("b", "Tides", "Tides and tidal power; no barrier was built.").build()));
            indexer.put("c", List.of(post("c", "Council", "The council paid for a wall.").build()));
            indexer.publish(new byte[0]);
        }
        views = new ViewFollower(folder, opened -> {});
        rules = new RulesFollower(OwnerFiles.NONE);
        view = views.acquire();
        reading = Reading.of(view, new Analyses.Pool(1).borrow(), SmallArchive.NOW, Budget.begin(Budget.Limits.NONE));
    }

    @AfterEach
    void close() {
        view.release();
        views.close();
        rules.close();
    }

    private BoxQuestion box(String text) throws IOException {
        OwnerRules none = rules.rules();
        return BoxQuestion.of(text, reading, none, Ranking.DEFAULT);
    }

    @Test
    void aTextInTheBoxIsRepairedAndCorrectedWithNotes() throws IOException {
        BoxQuestion question = box("\"sea wall\" counsil (");
        assertEquals("\"sea wall\" council", question.read());
        assertEquals(List.of("unbalanced-brackets", "empty-brackets", "corrected"),
                question.notes().stream().map(Note::code).toList());
    }

    @Test
    void aTextInLucenesSyntaxIsAskedAsItStands() throws IOException {
        LuceneQuestion question = LuceneQuestion.of("title:wal~1 AND tide", reading);
        assertEquals("title:wal~1 AND tide", question.read());
        assertEquals(List.of(), question.notes());
        assertEquals(Optional.empty(), question.suggestion());
        assertEquals(List.of(), question.otherSpellings());
    }

    @Test
    void aTextThatIsNotInLucenesSyntaxIsRefused() {
        SearchException.BadSyntax refused = assertThrows(SearchException.BadSyntax.class,
                () -> LuceneQuestion.of("tide AND", reading));
        assertEquals("the text ends too early", refused.getMessage());
    }

    /** What was read of a pattern's words for one page serves for the next, which has other posts. */
    @Test
    void hitsMayBeDescribedPageByPage() throws IOException {
        Found first = new Found(0, 1, true);
        Found second = new Found(1, 1, false);
        Found third = new Found(2, 1, false);
        List<Hit> atOnce = maker().hits(List.of(first, second, third));
        HitMaker pages = maker();
        assertEquals(List.of(atOnce.get(0)), pages.hits(List.of(first)));
        assertEquals(List.of(atOnce.get(2), atOnce.get(1)), pages.hits(List.of(third, second)));
        assertEquals(List.of("a", "b", "c"), atOnce.stream().map(hit -> hit.post().id()).toList());
        assertEquals(List.of(List.of(), List.of("wall"), List.of("tid*")),
                atOnce.stream().map(Hit::missing).toList());
    }

    private HitMaker maker() throws IOException {
        StoredPosts posts = new StoredPosts(reading.reader());
        return new HitMaker(reading,
                new QueryTranslator(reading, Ranking.DEFAULT).translate(QueryParser.parse("tid* wall").root()), posts,
                new Copies(reading, posts, true));
    }
}
