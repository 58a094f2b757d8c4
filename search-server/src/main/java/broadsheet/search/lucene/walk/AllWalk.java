package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;

/** The posts of one segment that have all that is needed, and pass all filters. */
final class AllWalk {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;

    private final Scores[] needed;
    private final Scores[] excluded;
    /** What is needed and what filters: all that a post must have. */
    private final Scores[] all;
    private final DocIdSetIterator[] lists;
    private final Best best;
    private final Found found;

    AllWalk(Question question, Segment segment, Best best, Found found) throws IOException {
        this.needed = scores(question.needed(), segment);
        this.excluded = scores(question.excluded(), segment);
        Scores[] filters = scores(question.filters(), segment);
        this.all = Arrays.copyOf(needed, needed.length + filters.length);
        System.arraycopy(filters, 0, all, needed.length, filters.length);
        this.lists = new DocIdSetIterator[all.length];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = all[i].posts();
        }
        Arrays.sort(lists, Comparator.comparingLong(DocIdSetIterator::cost));
        this.best = best;
        this.found = found;
    }

    static Scores[] scores(List<Clause> clauses, Segment segment) throws IOException {
        Scores[] scores = new Scores[clauses.size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = clauses.get(i).in(segment);
        }
        return scores;
    }

    void run() throws IOException {
        DocIdSetIterator lead = lists[0];
        int document = lead.nextDoc();
        while (document != END && !found.isOver()) {
            int next = others(document);
            if (next != document) {
                document = next == END ? END : lead.advance(next);
                continue;
            }
            if (found.mayBe(document) && isConfirmed() && !isExcluded(document)) {
                found.add(document);
                best.judge(document, score());
            }
            document = lead.nextDoc();
        }
    }

    /** The post if all lists have it, else the first one behind it that some list may have. */
    private int others(int document) throws IOException {
        for (int i = 1; i < lists.length; i++) {
            int at = lists[i].docID();
            if (at < document) {
                at = lists[i].advance(document);
            }
            if (at > document) {
                return at;
            }
        }
        return document;
    }

    /** Whether the post where all lists stand has what they say; told of quotations by the places of their words. */
    private boolean isConfirmed() throws IOException {
        for (Scores one : all) {
            if (!one.isConfirmed()) {
                return false;
            }
        }
        return true;
    }

    private boolean isExcluded(int document) throws IOException {
        for (Scores one : excluded) {
            if (one.has(document)) {
                return true;
            }
        }
        return false;
    }

    private float score() throws IOException {
        double sum = 0;
        for (Scores one : needed) {
            sum += one.score();
        }
        return (float) sum;
    }
}
