package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WrittenForms;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.TermAt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Words in a row, for one language: quotations by their exact forms, compounds by their stems, names. */
final class PhraseQueries {

    private final TypedWords typed;

    PhraseQueries(TypedWords typed) {
        this.typed = typed;
    }

    /**
     * The words of a quotation in all the ways in which they are written: as typed, compounds in one piece, words in
     * the parts that the archive has ({@code "email address"} stands in "e-mail address").
     */
    List<List<TermAt>> exactWays(String text) {
        return new WrittenWays(typed).of(text).stream().map(this::exact).filter(way -> !way.isEmpty()).distinct()
                .toList();
    }

    /** A quotation in all its ways. */
    Query quoted(String text) {
        return either(exactWays(text));
    }

    private static Query either(List<List<TermAt>> ways) {
        if (ways.size() < 2) {
            return inRow(ways.isEmpty() ? List.of() : ways.get(0));
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder();
        ways.forEach(way -> either.add(inRow(way), Occur.SHOULD));
        return either.build();
    }

    /** The words of a quotation as typed: exact forms, each at its position. */
    List<TermAt> exact(String text) {
        List<Token> tokens = typed.tokens(text);
        boolean capitalsMatter = tokens.size() == 1 || !text.equals(text.toUpperCase(Locale.ROOT));
        List<WrittenForms.Written> written = WrittenForms.in(text);
        List<TermAt> terms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            BytesRef term = token.exact();
            Optional<WrittenForms.Written> whole = TypedWords.writtenAt(written, token);
            if (whole.isPresent() && i > 0 && tokens.get(i - 1).start() >= whole.get().start()) {
                // The word as written stands where its first token does.
                continue;
            }
            if (whole.isPresent()) {
                term = whole.get().term();
            } else if (capitalsMatter && typed.hasAcronym(token)) {
                term = token.acronym();
            }
            add(terms, PostSchema.EXACT, term, tokens, i);
        }
        return terms;
    }

    /** The words of a quotation that have a star, by their positions: any word that begins so stands there. */
    Map<Integer, QueryNode.Prefix> starred(String text) {
        return text.indexOf('*') < 0 ? Map.of() : starred(text, typed.tokens(text));
    }

    private static Map<Integer, QueryNode.Prefix> starred(String text, List<Token> tokens) {
        Map<Integer, QueryNode.Prefix> starred = new HashMap<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            int next = i + 1 < tokens.size() ? tokens.get(i + 1).start() : text.length();
            boolean ends = text.startsWith("*", token.end()) && !token.cjk() && next > token.end()
                    && (i + 1 == tokens.size() || text.substring(token.end(), next).contains(" "));
            if (ends && token.word().length() > 1) {
                starred.put(i, new QueryNode.Prefix(token.word()));
            }
        }
        return starred;
    }

    /** The words of a text in any form, each at its position, in a field of stems. */
    List<TermAt> stems(String field, String text) {
        return stems(field, typed.tokens(text));
    }

    private static List<TermAt> stems(String field, List<Token> tokens) {
        List<TermAt> terms = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            add(terms, field, tokens.get(i).stem(), tokens, i);
        }
        return terms;
    }

    /**
     * The words of a field of names, in order.
     *
     * @param begun the words of the field that stand for one with a star
     */
    Query name(String field, String text, Function<QueryNode.Prefix, List<BytesRef>> begun) {
        List<Token> tokens = typed.nameTokens(text);
        List<TermAt> terms = stems(PostSchema.words(field), tokens);
        Map<Integer, QueryNode.Prefix> starred = starred(text, tokens);
        if (starred.isEmpty()) {
            List<List<TermAt>> ways = new ArrayList<>(List.of(terms));
            typed.nameInOnePiece(text).ifPresent(whole -> ways.add(stems(PostSchema.words(field), List.of(whole))));
            return either(ways);
        }
        MultiPhraseQuery.Builder row = new MultiPhraseQuery.Builder();
        for (TermAt term : terms) {
            QueryNode.Prefix prefix = starred.get(term.position());
            List<BytesRef> any = prefix == null ? List.of(term.term().bytes()) : begun.apply(prefix);
            if (any.isEmpty()) {
                return new MatchNoDocsQuery("no word begins so");
            }
            row.add(any.stream().map(bytes -> new Term(PostSchema.words(field), bytes)).toArray(Term[]::new),
                    term.position());
        }
        return row.build();
    }

    /** Characters that stand together are looked for by pairs, so the last of them needs no position of its own. */
    private static void add(List<TermAt> terms, String field, BytesRef term, List<Token> tokens, int i) {
        Token token = tokens.get(i);
        if (i + 1 < tokens.size() && joined(token, tokens.get(i + 1))) {
            boolean exact = field.equals(PostSchema.EXACT);
            terms.add(new TermAt(new Term(field, pair(token, tokens.get(i + 1), exact)), i));
        } else if (i == 0 || !joined(tokens.get(i - 1), token)) {
            terms.add(new TermAt(new Term(field, term), i));
        }
    }

    private static boolean joined(Token left, Token right) {
        return left.cjk() && right.cjk() && left.end() == right.start();
    }

    private static BytesRef pair(Token left, Token right, boolean exact) {
        return exact
                ? new BytesRef(left.exact().utf8ToString() + right.exact().utf8ToString())
                : new BytesRef(left.stem().utf8ToString() + right.stem().utf8ToString());
    }

    /** Terms at their positions, in one field. */
    static Query inRow(List<TermAt> terms) {
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no word in it");
        }
        if (terms.size() == 1) {
            return new TermQuery(terms.get(0).term());
        }
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        terms.forEach(term -> phrase.add(term.term(), term.position()));
        return phrase.build();
    }
}
