package broadsheet.search.opensearch;

import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.PostSearcher;
import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;

/** Scores the posts of one page as all posts of the archive are scored: words are as frequent as there. */
final class PageSearcher extends PostSearcher {

    private final IndexReader words;

    private PageSearcher(DirectoryReader page, Budget budget, IndexReader words) {
        super(page, budget);
        this.words = words;
    }

    /** @param words of the archive, with their counts */
    static PageSearcher over(DirectoryReader page, Budget budget, IndexReader words) {
        return ready(new PageSearcher(page, budget, words), budget);
    }

    @Override
    public TermStatistics termStatistics(Term term, int inPosts, long inAll) throws IOException {
        int posts = Math.max(inPosts, words.docFreq(term));
        return new TermStatistics(term.bytes(), posts, Math.max(posts, words.totalTermFreq(term)));
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
        long posts = words.getDocCount(field);
        return posts == 0
                ? super.collectionStatistics(field)
                : new CollectionStatistics(field, Math.max(posts, words.maxDoc()), posts,
                        words.getSumTotalTermFreq(field), words.getSumDocFreq(field));
    }
}
