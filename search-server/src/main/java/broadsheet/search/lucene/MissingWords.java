package broadsheet.search.lucene;

import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.snippet.Span;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words of a query that a found post lacks. Characters that follow each other and are all missing are one word. */
final class MissingWords {

    private MissingWords() {}

    /** The words that a post lacks, as typed. @param spans what stands in it */
    static List<String> of(List<Piece> pieces, List<Span> spans) {
        BitSet there = new BitSet();
        spans.forEach(span -> there.set(span.piece()));
        Set<String> missing = new LinkedHashSet<>();
        String last = "";
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            if (there.get(i)) {
                last = "";
            } else if (piece.goesOn() && !last.isEmpty()) {
                missing.remove(last);
                last += piece.label().substring(piece.label().offsetByCodePoints(0, 1));
                missing.add(last);
            } else {
                last = piece.label();
                missing.add(last);
            }
        }
        return List.copyOf(missing);
    }
}
