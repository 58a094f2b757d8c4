package broadsheet.search.lucene;

import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.match.PatternQuery;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.snippet.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;

/** Finds the positions of a query's pieces in a post: the same matches that decided that it is a hit. */
final class Spans {

    /** How many positions of a piece are read: enough to choose three sentences; a long text may have thousands. */
    private static final int MOST_PER_PIECE = 200;

    /** In the order of the text; longer ones before those within them. */
    private static final Comparator<Span> BY_PLACE = (one, other) -> one.start() == other.start()
            ? Integer.compare(other.end(), one.end())
            : Integer.compare(one.start(), other.start());

    private final List<Piece> pieces;
    private final List<Source> sources = new ArrayList<>();

    /**
     * @param documents whose positions will be asked for; reading them together is quicker
     * @param positions of terms in these documents
     */
    Spans(Reading reading, List<Piece> pieces, List<Integer> documents, PagePositions positions)
            throws IOException {
        IndexSearcher searcher = reading.searcher();
        this.pieces = pieces;
        for (Piece piece : pieces) {
            reading.budget().check();
            sources.add(source(searcher, piece, documents, positions));
        }
    }

    /** Adds the positions of a piece in a document of a segment. */
    private interface Source {
        void add(List<Span> spans, LeafReaderContext segment, int document) throws IOException;
    }

    private Source source(IndexSearcher searcher, Piece piece, List<Integer> documents, PagePositions positions)
            throws IOException {
        int number = sources.size();
        if (piece.query() instanceof TermQuery query && PostSchema.isText(query.getTerm().field())) {
            PagePositions.OfTerm term = positions.of(query.getTerm(), MOST_PER_PIECE);
            return (spans, segment, document) -> add(spans, number, term.in(segment.docBase + document));
        }
        if (piece.query() instanceof PatternQuery query && PostSchema.isText(query.any().field())) {
            query.any().expect(documents);
            return (spans, segment, document) -> add(spans, number, query.any().in(segment).positions(document));
        }
        Weight weight = searcher.createWeight(searcher.rewrite(piece.query()), ScoreMode.COMPLETE_NO_SCORES, 1);
        return (spans, segment, document) -> add(spans, number, weight.matches(segment, document));
    }

    /** The spans in a post, in the order of the text; longer ones before those within them. */
    List<Span> in(LeafReaderContext segment, int document) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (Source source : sources) {
            source.add(spans, segment, document);
        }
        spans.sort(BY_PLACE);
        return spans;
    }

    private void add(List<Span> spans, int piece, int[] positions) {
        for (int i = 0; i < Math.min(positions.length, MOST_PER_PIECE); i++) {
            spans.add(new Span(piece, positions[i], positions[i], List.of(new int[]{positions[i], positions[i]}),
                    pieces.get(piece).label()));
        }
    }

    private void add(List<Span> spans, int piece, Matches matches) throws IOException {
        if (matches == null) {
            return;
        }
        for (String field : matches) {
            if (PostSchema.isText(field)) {
                add(spans, piece, matches.getMatches(field));
            }
        }
    }

    private void add(List<Span> spans, int piece, MatchesIterator matches) throws IOException {
        int found = 0;
        while (matches != null && found++ < MOST_PER_PIECE && matches.next()) {
            int start = matches.startPosition();
            int end = matches.endPosition();
            if (start >= 0) {
                List<int[]> marks = new ArrayList<>();
                if (pieces.get(piece).together() || start == end) {
                    marks.add(new int[]{start, end});
                } else {
                    addWords(marks, matches);
                }
                spans.add(new Span(piece, start, end, marks, pieces.get(piece).label()));
            }
        }
    }

    private static void addWords(List<int[]> marks, MatchesIterator match) throws IOException {
        MatchesIterator words = match.getSubMatches();
        if (words == null) {
            marks.add(new int[]{match.startPosition(), match.endPosition()});
            return;
        }
        while (words.next()) {
            if (words.startPosition() == words.endPosition()) {
                marks.add(new int[]{words.startPosition(), words.endPosition()});
            } else {
                addWords(marks, words);
            }
        }
    }
}
