package broadsheet.search.lucene.translate;

import broadsheet.query.QueryNode;
import broadsheet.query.QueryReading;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Query;

/** Takes a query apart into what a post has or lacks, and what is marked where it stands; for one language and once. */
final class PieceMaker {

    private final WordQueries words;
    private final PhraseQueries phrases;
    private final IntervalQueries intervals;
    private final NodeQueries nodes;
    private final List<Piece> pieces = new ArrayList<>();

    PieceMaker(WordQueries words, PhraseQueries phrases, IntervalQueries intervals, NodeQueries nodes) {
        this.words = words;
        this.phrases = phrases;
        this.intervals = intervals;
        this.nodes = nodes;
    }

    /** The pieces of these parts, in their order. */
    List<Piece> pieces(List<QueryNode> parts) throws IOException {
        addAll(parts);
        return List.copyOf(pieces);
    }

    private void add(QueryNode part) throws IOException {
        switch (part) {
            case QueryNode.Word word -> pieces.addAll(words.pieces(word));
            case QueryNode.Phrase phrase -> pieces.add(new Piece(QueryReading.of(phrase), places(phrase),
                    phrase.within() == 0));
            case QueryNode.Pattern pattern -> pieces.add(whole(pattern, nodes.query(pattern)));
            case QueryNode.Close close when QueryParts.spread(close).isEmpty() ->
                pieces.add(whole(close, intervals.close(close)));
            case QueryNode.Close close -> addAll(QueryParts.spread(close).orElseThrow());
            case QueryNode.Sequence sequence -> addAll(sequence.parts());
            case QueryNode.AllOf every -> addAll(every.parts());
            case QueryNode.AnyOf any -> addAll(any.parts());
            case QueryNode.Required required -> add(required.node());
            case QueryNode.InField field -> addInText(field);
            case QueryNode.Not not -> {
            }
            case QueryNode.Dates dates -> {
            }
            case QueryNode.Everything everything -> {
            }
        }
    }

    private Query places(QueryNode.Phrase phrase) throws IOException {
        if (!phrases.starred(phrase.text()).isEmpty()) {
            return intervals.quotation(phrase);
        }
        return phrase.within() == 0 ? phrases.quoted(phrase.text()) : nodes.query(phrase);
    }

    private static Piece whole(QueryNode part, Query query) {
        return new Piece(QueryReading.of(part), query, false);
    }

    private void addInText(QueryNode.InField field) throws IOException {
        boolean inText = field.field() == QueryNode.Field.TITLE || field.field() == QueryNode.Field.LEAD
                || field.field() == QueryNode.Field.BODY;
        if (inText) {
            pieces.add(whole(field, nodes.query(field)));
        }
    }

    private void addAll(List<QueryNode> parts) throws IOException {
        for (QueryNode part : parts) {
            add(part);
        }
    }
}
