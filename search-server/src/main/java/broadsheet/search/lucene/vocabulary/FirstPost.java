package broadsheet.search.lucene.vocabulary;

import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/**
 * Whether a field of some post has all of some terms: ends at the first such post, where a count would go on to the last.
 * Asked in every search of three words or more, and nearly always there is one.
 */
final class FirstPost {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;

    private final Reading reading;
    private final String field;

    FirstPost(Reading reading, String field) {
        this.reading = reading;
        this.field = field;
    }

    /** False for no terms. */
    boolean hasAll(List<BytesRef> terms) throws IOException {
        for (LeafReaderContext segment : reading.reader().leaves()) {
            PostingsEnum[] lists = lists(segment.reader(), terms);
            if (lists.length > 0 && isInSome(lists, segment.reader().getLiveDocs())) {
                return true;
            }
        }
        return false;
    }

    /** The posts of each term, the fewest first; no list where the segment lacks a term. */
    private PostingsEnum[] lists(LeafReader segment, List<BytesRef> terms) throws IOException {
        Terms all = segment.terms(field);
        PostingsEnum[] lists = new PostingsEnum[terms.size()];
        for (int i = 0; i < lists.length; i++) {
            TermsEnum found = all == null ? TermsEnum.EMPTY : all.iterator();
            if (!found.seekExact(terms.get(i))) {
                return new PostingsEnum[0];
            }
            lists[i] = found.postings(null, PostingsEnum.NONE);
        }
        Arrays.sort(lists, Comparator.comparingLong(DocIdSetIterator::cost));
        return lists;
    }

    private boolean isInSome(PostingsEnum[] lists, Bits live) throws IOException {
        int post = lists[0].nextDoc();
        while (post != END) {
            reading.budget().count();
            int next = others(lists, post);
            if (next != post) {
                post = next == END ? END : lists[0].advance(next);
            } else if (live == null || live.get(post)) {
                return true;
            } else {
                post = lists[0].nextDoc();
            }
        }
        return false;
    }

    /** The post if all lists have it, else the first one behind it that some list has. */
    private static int others(PostingsEnum[] lists, int post) throws IOException {
        for (int i = 1; i < lists.length; i++) {
            int at = lists[i].docID() < post ? lists[i].advance(post) : lists[i].docID();
            if (at > post) {
                return at;
            }
        }
        return post;
    }
}
