package broadsheet.search.lucene.translate;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.match.GroupStatistics;
import broadsheet.search.lucene.match.TermAt;
import broadsheet.search.lucene.match.WordGroupQuery;
import broadsheet.search.lucene.match.WordGroupQuery.Member;
import broadsheet.search.lucene.view.AcronymUse;
import broadsheet.search.lucene.view.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/** A typed word together with what counts as it, for one language. */
final class SynonymQueries {

    private final TypedWords typed;
    private final PhraseQueries phrases;
    private final AcronymUse acronyms;
    private final GroupStatistics statistics;
    private final float share;

    /** @param share what a synonym counts where the typed word counts 1 */
    SynonymQueries(TypedWords typed, PhraseQueries phrases, Reading reading, float share) {
        this.typed = typed;
        this.phrases = phrases;
        this.acronyms = new AcronymUse(reading.reader());
        this.statistics = reading.view().kept(GroupStatistics.class, GroupStatistics::new);
        this.share = share;
    }

    /** The term, or anything that counts as it. */
    Query with(QueryNode.Word word, Term term) {
        return with(word, List.of(new TermAt(term, 0)));
    }

    /** Terms next to each other, or anything that counts as the whole. */
    Query with(QueryNode.Word word, List<TermAt> row) {
        Query alone = PhraseQueries.inRow(row);
        if (word.also().isEmpty() || row.isEmpty()) {
            return alone;
        }
        String own = row.get(0).term().field();
        String field = own.equals(PostSchema.EXACT) ? PostSchema.all(typed.language()) : own;
        List<Member> members = new ArrayList<>();
        members.add(new Member(word.text(), row, alone, 1));
        members.addAll(others(word, field));
        return members.size() == 1 ? alone : new WordGroupQuery(field, members, statistics);
    }

    /** A query that is no sequence of terms, or anything that counts as the word; of both the better one scores. */
    Query with(QueryNode.Word word, Query alone) {
        String field = PostSchema.all(typed.language());
        List<Member> others = others(word, field);
        return others.isEmpty()
                ? alone
                : new DisjunctionMaxQuery(List.of(alone, new WordGroupQuery(field, others, statistics)), 0);
    }

    private List<Member> others(QueryNode.Word word, String field) {
        List<Member> others = new ArrayList<>();
        for (String text : word.also()) {
            List<TermAt> terms = terms(text, field);
            if (!terms.isEmpty()) {
                others.add(new Member(text, terms, PhraseQueries.inRow(terms), share));
            }
        }
        return others;
    }

    /** Where the texts that count as a word may stand in a post, as sequences of terms. */
    List<List<TermAt>> sequences(QueryNode.Word word) {
        return others(word, PostSchema.all(typed.language())).stream().map(Member::terms).toList();
    }

    /** No terms where a field cannot have the text: a headline's field knows stems alone. */
    private List<TermAt> terms(String text, String field) {
        boolean whole = field.equals(PostSchema.all(typed.language()));
        BytesRef written = typed.written(text);
        List<Token> tokens = typed.tokens(text);
        if (written.length > 0) {
            return whole ? List.of(new TermAt(new Term(PostSchema.EXACT, written), 0)) : List.of();
        }
        Optional<BytesRef> acronym = acronyms.alone(tokens);
        if (acronym.isPresent()) {
            return whole ? List.of(new TermAt(new Term(PostSchema.EXACT, acronym.get()), 0)) : List.of();
        }
        return phrases.stems(field, text);
    }
}
