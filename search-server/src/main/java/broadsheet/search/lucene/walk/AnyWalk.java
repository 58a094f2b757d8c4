package broadsheet.search.lucene.walk;

import broadsheet.search.lucene.walk.Clause.Scores;
import broadsheet.search.lucene.walk.TermClause.Blocks;
import broadsheet.search.lucene.walk.TermClause.Postings;
import broadsheet.search.lucene.walk.Walk.Question;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/** The posts of one segment that have any of some words, and pass all filters. */
final class AnyWalk {

    private static final int END = DocIdSetIterator.NO_MORE_DOCS;

    private final Question question;
    private final Segment segment;
    private final Best best;
    private final Found found;
    private final FixedBitSet matches;

    AnyWalk(Question question, Segment segment, Best best, Found found) {
        this.question = question;
        this.segment = segment;
        this.best = best;
        this.found = found;
        this.matches = new FixedBitSet(Math.max(1, segment.reader().maxDoc()));
    }

    /** The posts of one word, and the most that it scores in this segment. */
    private record WordList(Postings scores, Blocks blocks, DocIdSetIterator posts, float most, int order) {}

    void run() throws IOException {
        List<WordList> lists = new ArrayList<>();
        for (Clause clause : question.needed()) {
            if (clause.in(segment) instanceof Postings postings && !postings.isEmpty()) {
                add(postings.set(), matches);
                Blocks blocks = postings.blocks();
                blocks.bounds().advanceShallow(0);
                lists.add(new WordList(postings, blocks, blocks.posts(), blocks.bounds().getMaxScore(END - 1),
                        lists.size()));
            }
        }
        for (Clause filter : question.filters()) {
            keep(filter, true);
        }
        for (Clause excluded : question.excluded()) {
            keep(excluded, false);
        }
        found.addAll(matches);
        if (lists.size() == 1) {
            one(lists.getFirst());
        } else if (!lists.isEmpty()) {
            several(lists);
        }
    }

    /** Leaves of the matches those that have it, or those that have not. */
    private void keep(Clause clause, boolean having) throws IOException {
        Scores scores = clause.in(segment);
        DocIdSetIterator posts = scores instanceof Postings postings ? postings.set() : scores.posts();
        if (!scores.isExact()) {
            confirm(scores, having);
            return;
        }
        FixedBitSet set = new FixedBitSet(matches.length());
        add(posts, set);
        if (having) {
            matches.and(set);
        } else {
            matches.andNot(set);
        }
    }

    /** Looks at the matches one by one: what must be told by the places of words is dear for all posts of a segment. */
    private void confirm(Scores scores, boolean having) throws IOException {
        int document = matches.nextSetBit(0);
        while (document != END) {
            if (found.isOver()) {
                matches.clear(document, matches.length());
                return;
            }
            if (scores.has(document) != having) {
                matches.clear(document);
            }
            document = document + 1 < matches.length() ? matches.nextSetBit(document + 1) : END;
        }
    }

    private static void add(DocIdSetIterator posts, FixedBitSet set) throws IOException {
        if (posts.nextDoc() != END) {
            posts.intoBitSet(END, set, 0);
        }
    }

    /** Passes over blocks of postings whose greatest score is too low. */
    private void one(WordList list) throws IOException {
        int behind = -1;
        int document = list.posts().nextDoc();
        while (document != END && !found.isOver()) {
            if (document > behind) {
                behind = list.blocks().bounds().advanceShallow(document);
                if (!best.mayBe(list.blocks().bounds().getMaxScore(behind))) {
                    document = behind == END ? END : list.posts().advance(behind + 1);
                    continue;
                }
            }
            if (matches.get(document)) {
                best.judge(document, list.scores().score());
            }
            document = list.posts().nextDoc();
        }
    }

    private void several(List<WordList> words) throws IOException {
        WordList[] lists = words.toArray(WordList[]::new);
        Arrays.sort(lists, Comparator.comparingDouble(WordList::most));
        double[] upTo = new double[lists.length];
        for (int i = 0; i < lists.length; i++) {
            upTo[i] = lists[i].most() + (i > 0 ? upTo[i - 1] : 0);
            lists[i].posts().nextDoc();
        }
        float[] scores = new float[lists.length];
        int first = 0;
        while (!found.isOver()) {
            while (first < lists.length && !best.mayBe(upTo[first])) {
                first++;
            }
            int document = least(lists, first);
            if (document == END) {
                return;
            }
            double bound = first > 0 ? upTo[first - 1] : 0;
            boolean passes = matches.get(document);
            for (int i = first; i < lists.length; i++) {
                boolean here = lists[i].posts().docID() == document;
                float score = here && passes ? lists[i].scores().score() : 0;
                scores[lists[i].order()] = score;
                bound += score;
                if (here) {
                    lists[i].posts().nextDoc();
                }
            }
            if (passes) {
                judge(document, lists, first, scores, bound);
            }
        }
    }

    private static int least(WordList[] lists, int first) {
        int least = END;
        for (int i = first; i < lists.length; i++) {
            least = Math.min(least, lists[i].posts().docID());
        }
        return least;
    }

    /** Looks up the words of the other lists, the one that may score most first, as long as it is worth it. */
    private void judge(int document, WordList[] lists, int first, float[] scores, double known) throws IOException {
        double bound = known;
        for (int i = first - 1; i >= 0; i--) {
            if (!best.mayBe(bound)) {
                return;
            }
            float score = lists[i].scores().has(document) ? lists[i].scores().score() : 0;
            scores[lists[i].order()] = score;
            bound += score - lists[i].most();
        }
        double sum = 0;
        for (float score : scores) {
            sum += score;
        }
        best.judge(document, (float) sum);
    }
}
