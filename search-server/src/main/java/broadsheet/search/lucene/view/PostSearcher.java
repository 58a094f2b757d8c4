package broadsheet.search.lucene.view;

import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * The posts of one generation, for one request; gives up when the budget is spent. What a question wants to know of posts
 * before it is asked stands here, so that posts which are not in this process may answer it too.
 */
public class PostSearcher extends IndexSearcher {

    private static final Similarity SIMILARITY = PostSchema.similarity();
    private static final int POSTS_BETWEEN = 256;

    private final Budget budget;

    protected PostSearcher(DirectoryReader reader, Budget budget) {
        super(reader);
        this.budget = budget;
    }

    /** A searcher over the postings that a reader has. */
    static PostSearcher over(DirectoryReader reader, Budget budget) {
        return ready(new PostSearcher(reader, budget), budget);
    }

    /** A searcher that scores by the formula of the index, and gives up when the budget is spent. */
    protected static <S extends PostSearcher> S ready(S searcher, Budget budget) {
        searcher.setSimilarity(SIMILARITY);
        // AnyTermQuery and MarkedIntervals keep what they have read of a segment, so they are good for one search only.
        // A cache of queries would hand them to later searches, and to several threads.
        searcher.setQueryCache(null);
        searcher.setTimeout(budget);
        return searcher;
    }

    /** Whether each question is a way over the network, so that one that costs more there than here is put otherwise. */
    public boolean isRemote() {
        return false;
    }

    /** Whether some post matches: ends with the first; as a search does, it gives up where nothing is left to go on with. */
    public boolean hasAny(Query query) throws IOException {
        Weight weight = createWeight(rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext segment : getLeafContexts()) {
            Scorer scorer = weight.scorer(segment);
            if (scorer != null && hasAny(scorer, segment.reader().getLiveDocs())) {
                return true;
            }
        }
        return false;
    }

    private boolean hasAny(Scorer scorer, Bits live) throws IOException {
        TwoPhaseIterator check = scorer.twoPhaseIterator();
        DocIdSetIterator posts = check == null ? scorer.iterator() : check.approximation();
        int seen = 0;
        for (int post = posts.nextDoc(); post != DocIdSetIterator.NO_MORE_DOCS; post = posts.nextDoc()) {
            if ((live == null || live.get(post)) && (check == null || check.matches())) {
                return true;
            }
            if (++seen % POSTS_BETWEEN == 0 && budget.isSpent()) {
                return false;
            }
        }
        return false;
    }

    /**
     * Gives out texts of posts that have a word, spread over the archive, as long as they are taken.
     *
     * @param samples how many posts are read, about
     * @param taker false: no more
     */
    public void eachText(BytesRef word, int samples, Predicate<String> taker) throws IOException {
        Term term = new Term(PostSchema.EXACT, word);
        int all = Math.max(1, getIndexReader().docFreq(term));
        for (LeafReaderContext segment : getLeafContexts()) {
            int here = segment.reader().docFreq(term);
            if (here > 0 && !eachText(segment.reader(), term, Math.max(1, samples * here / all), taker)) {
                return;
            }
        }
    }

    /** Whether more is taken. */
    private static boolean eachText(LeafReader segment, Term term, int samples, Predicate<String> taker)
            throws IOException {
        PostingsEnum having = segment.postings(term, PostingsEnum.NONE);
        BinaryDocValues texts = segment.getBinaryDocValues(PostSchema.TEXT);
        if (having == null || texts == null) {
            return true;
        }
        Bits live = segment.getLiveDocs();
        int step = segment.docFreq(term) <= samples ? 1 : Math.max(1, segment.maxDoc() / samples);
        int post = having.nextDoc();
        while (post != DocIdSetIterator.NO_MORE_DOCS) {
            if ((live == null || live.get(post)) && texts.advanceExact(post)) {
                BytesRef text = texts.binaryValue();
                if (!taker.test(new String(text.bytes, text.offset, text.length, StandardCharsets.UTF_8))) {
                    return false;
                }
            }
            post = post + step < segment.maxDoc() ? having.advance(post + step) : DocIdSetIterator.NO_MORE_DOCS;
        }
        return true;
    }
}
