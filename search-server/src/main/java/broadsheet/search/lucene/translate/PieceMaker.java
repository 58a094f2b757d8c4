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
    private final Queries queries;
    private final List<Piece> pieces = new ArrayList<>();

    PieceMaker(WordQueries words, PhraseQueries phrases, IntervalQueries intervals, Queries queries) {
        this.words = words;
        this.phrases = phrases;
        this.intervals = intervals;
        this.queries = queries;
    }

    /** What a node matches. */
    interface Queries {
        Query of(QueryNode node) throws IOException;
    }

    /** The pieces of these parts, in their order. */
    List<Piece> pieces(List<QueryNode> parts) throws IOException {
        addAll(parts);
        return List.copyOf(pieces);
    }

    private void add(QueryNode part) throws IOException {
        switch (part) {
            case QueryNode.Word word -> pieces.add(new Piece(word.text(), words.match(word), false));
            case QueryNode.Phrase phrase -> pieces.add(new Piece(QueryReading.of(phrase),
                    phrase.within() == 0 ? PhraseQueries.inRow(phrases.exact(phrase.text())) : queries.of(phrase),
                    phrase.within() == 0));
            case QueryNode.Near near when QueryParts.spread(near).isEmpty() ->
                pieces.add(new Piece(QueryReading.of(near), intervals.near(near), false));
            case QueryNode.Same same when QueryParts.spread(same).isEmpty() ->
                pieces.add(new Piece(QueryReading.of(same), intervals.same(same), false));
            case QueryNode.Near near -> addAll(QueryParts.spread(near).orElseThrow());
            case QueryNode.Same same -> addAll(QueryParts.spread(same).orElseThrow());
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
            case QueryNode.Prefix prefix -> pieces.add(new Piece(QueryReading.of(prefix), queries.of(prefix), false));
            case QueryNode.Wildcard wildcard ->
                pieces.add(new Piece(QueryReading.of(wildcard), queries.of(wildcard), false));
            case QueryNode.Fuzzy fuzzy -> pieces.add(new Piece(QueryReading.of(fuzzy), queries.of(fuzzy), false));
        }
    }

    private void addInText(QueryNode.InField field) throws IOException {
        boolean inText = field.field() == QueryNode.Field.TITLE || field.field() == QueryNode.Field.LEAD
                || field.field() == QueryNode.Field.BODY;
        if (inText) {
            pieces.add(new Piece(QueryReading.of(field), queries.of(field), false));
        }
    }

    private void addAll(List<QueryNode> parts) throws IOException {
        for (QueryNode part : parts) {
            add(part);
        }
    }
}
