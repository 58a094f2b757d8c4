package broadsheet.search.lucene.view;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.copies.StoryTable;
import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.index.ExitableDirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Query;

/**
 * One search's hold on the index: what it reads with, and which posts it may see.
 *
 * @param view one generation, open until the search ends
 * @param searcher over that generation; gives up when the budget is spent
 * @param analyses of no other search until this one ends
 * @param now a post may be seen from its hour of publication on
 * @param budget what the search may use
 */
public record Reading(IndexView view, PostSearcher searcher, Analyses analyses, Instant now, Budget budget) {

    public static Reading of(IndexView view, Analyses analyses, Instant now, Budget budget) {
        return new Reading(view, view.searcher(budget), analyses, now, budget);
    }

    /** The same, which also gives up while the words of a pattern are looked for; that costs every query a little. */
    public Reading guarded() throws IOException {
        return new Reading(view, view.guardedSearcher(budget), analyses, now, budget);
    }

    /** What a search collects; only what it has collected until then where the budget is spent. */
    public <C extends Collector, T> T search(Query query, CollectorManager<C, T> manager) throws IOException {
        List<C> collectors = new ArrayList<>();
        try {
            return searcher.search(query, new CollectorManager<C, T>() {
                @Override
                public C newCollector() throws IOException {
                    C collector = manager.newCollector();
                    collectors.add(collector);
                    return collector;
                }

                @Override
                public T reduce(Collection<C> all) throws IOException {
                    return manager.reduce(all);
                }
            });
        } catch (Budget.Spent | ExitableDirectoryReader.ExitingReaderException e) {
            return manager.reduce(collectors);
        }
    }

    public IndexReader reader() {
        return searcher.getIndexReader();
    }

    /** The languages that posts were analyzed by, the commonest first. */
    public List<Language> languages() {
        return view.languages();
    }

    public TextAnalysis analysis(Language language) {
        return analyses.of(language);
    }

    /** The words of a query as a language reads them. */
    public ReadWords words(Language language) {
        return ReadWords.of(this, language);
    }

    /** Where the days of the site begin and end. */
    public ZoneId zone() {
        return view.zone();
    }

    /** Which posts are copies of one another. */
    public StoryTable stories() {
        return view.stories();
    }

    /** Whether some post may not be seen yet. */
    public boolean hidesPosts() {
        return view.hidesPostsAt(now);
    }

    /** Whether a post, by document number, may not be seen yet. */
    public boolean isHidden(int document) throws IOException {
        return hidesPosts() && searcher.explain(PostSchema.hiddenAt(now), document).isMatch();
    }

    /** Leaves out the posts that may not be seen yet. */
    public void addVisible(BooleanQuery.Builder clauses) {
        if (hidesPosts()) {
            clauses.add(PostSchema.hiddenAt(now), Occur.MUST_NOT);
        }
    }

    /** How many posts may be seen. */
    public long posts() {
        int all = view.reader().numDocs();
        if (!hidesPosts()) {
            return all;
        }
        try {
            return all - view.searcher(budget).count(PostSchema.hiddenAt(now));
        } catch (IOException e) {
            throw new UncheckedIOException("counting generation " + view.number(), e);
        }
    }
}
