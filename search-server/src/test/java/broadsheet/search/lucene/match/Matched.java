package broadsheet.search.lucene.match;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/** All that a query or a source of intervals finds, in a form that can be compared. */
final class Matched {

    private Matched() {}

    /** The matching documents that are not deleted, by number, each with its score. */
    static Map<Integer, Float> scores(IndexSearcher searcher, Query query) throws IOException {
        Map<Integer, Float> scores = new TreeMap<>();
        for (var hit : searcher.search(query, Math.max(1, searcher.getIndexReader().maxDoc())).scoreDocs) {
            scores.put(hit.doc, hit.score);
        }
        return scores;
    }

    /** Where a query matches in each document: {@code 17=[3-3, 5-6]}; deleted documents too, as Lucene has it. */
    static Map<Integer, List<String>> positions(IndexSearcher searcher, Query query, String field) throws IOException {
        Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
        Map<Integer, List<String>> found = new TreeMap<>();
        for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
            for (int document = 0; document < segment.reader().maxDoc(); document++) {
                Matches matches = weight.matches(segment, document);
                if (matches != null) {
                    found.put(segment.docBase + document, spans(matches.getMatches(field)));
                }
            }
        }
        return found;
    }

    static List<String> spans(MatchesIterator matches) throws IOException {
        List<String> spans = new ArrayList<>();
        while (matches != null && matches.next()) {
            spans.add(matches.startPosition() + "-" + matches.endPosition());
        }
        return spans.stream().distinct().toList();
    }

    /** The intervals of each document of an index: start, end and gaps. */
    static Map<Integer, List<String>> intervals(IndexReader reader, IntervalsSource source, String field)
            throws IOException {
        Map<Integer, List<String>> found = new TreeMap<>();
        for (LeafReaderContext segment : reader.leaves()) {
            IntervalIterator intervals = source.intervals(field, segment);
            while (intervals != null && intervals.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                List<String> here = here(intervals);
                if (!here.isEmpty()) {
                    found.put(segment.docBase + intervals.docID(), here);
                }
            }
        }
        return found;
    }

    static List<String> here(IntervalIterator intervals) throws IOException {
        List<String> here = new ArrayList<>();
        while (intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS) {
            here.add(intervals.start() + "-" + intervals.end() + "/" + intervals.gaps());
        }
        return here;
    }
}
