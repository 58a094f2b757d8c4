package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Runs of characters without spaces, which are many words in one: pairs of Chinese, Japanese or Korean characters, and
 * words and digits among them, without those of a question; for one language.
 */
final class RunQueries {

    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final Ranking ranking;
    private final String all;
    private final String title;

    RunQueries(TypedWords typed, PhraseQueries phrases, Ranking ranking) {
        this.typed = typed;
        this.phrases = phrases;
        this.ranking = ranking;
        this.all = PostSchema.all(typed.language());
        this.title = PostSchema.title(typed.language());
    }

    /** The terms of a run. */
    List<Query> terms(QueryNode.Word run) {
        return telling(run, all).stream().<Query>map(term -> new TermQuery(term.term())).toList();
    }

    /** What adds to the score where the terms stand in the headline. */
    List<Query> inHeadline(QueryNode.Word run) {
        return telling(run, title).stream()
                .<Query>map(term -> new BoostQuery(new TermQuery(term.term()), ranking.title())).toList();
    }

    /** What adds to the score where the whole run stands as typed, in the headline or anywhere. */
    List<Query> inRow(QueryNode.Word run) {
        Query inTitle = PhraseQueries.inRow(phrases.stems(title, run.text()));
        Query anywhere = PhraseQueries.inRow(phrases.stems(all, run.text()));
        return List.of(new BoostQuery(inTitle, ranking.title()), new BoostQuery(anywhere, ranking.pair()));
    }

    /** What a post has or lacks: each term by itself; the labels of pairs that go on make one. */
    List<Piece> pieces(QueryNode.Word run) {
        List<Token> tokens = typed.tokens(run.text());
        List<Piece> pieces = new ArrayList<>();
        int behind = -1;
        for (TermAt term : telling(run, all)) {
            Token token = tokens.get(term.position());
            int end = end(tokens, term);
            pieces.add(new Piece(run.text().substring(token.start(), end), new TermQuery(term.term()), false,
                    token.end() == behind));
            behind = end;
        }
        return pieces;
    }

    private List<TermAt> telling(QueryNode.Word run, String field) {
        List<Token> tokens = typed.tokens(run.text());
        List<TermAt> terms = phrases.stems(field, run.text());
        BitSet asking = QuestionWords.in(typed.folded(run.text()), typed.language().code());
        if (asking.isEmpty()) {
            return terms;
        }
        List<TermAt> telling = terms.stream()
                .filter(term -> asking.get(tokens.get(term.position()).start(), end(tokens, term)).isEmpty()).toList();
        return telling.isEmpty() ? terms : telling;
    }

    /** Where a term ends in the typed text: behind its second character, if it is a pair. */
    private static int end(List<Token> tokens, TermAt term) {
        Token first = tokens.get(term.position());
        boolean pair = first.cjk() && !term.term().bytes().equals(first.stem());
        return pair ? tokens.get(term.position() + 1).end() : first.end();
    }
}
