package broadsheet.search.lucene.match;

import broadsheet.analysis.Language;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;

/** What was typed, as a question to the posts of each language, becomes one question to all posts. */
public final class ByLanguage {

    private final Reading reading;

    public ByLanguage(Reading reading) {
        this.reading = reading;
    }

    /**
     * Most words are words of one language alone, so that a language in which no post can match is not asked. What is the
     * same in all languages, as a quotation is, is asked once.
     *
     * @param queries by language code
     */
    public Query joined(Map<String, Query> queries) throws IOException {
        if (queries.isEmpty()) {
            return MatchAllDocsQuery.INSTANCE;
        }
        if (queries.size() == 1) {
            return queries.values().iterator().next();
        }
        Map<String, Query> possible = new Possible(reading.reader()).of(queries);
        if (possible.size() == queries.size() && reading.view().hasLanguageOfEachPost()
                && new HashSet<>(possible.values()).size() == 1) {
            return possible.values().iterator().next();
        }
        List<Query> asked = new ArrayList<>(possible.size());
        possible.forEach((code, query) -> asked.add(asked(code, query)));
        return switch (asked.size()) {
            case 0 -> new BooleanQuery.Builder().build();
            case 1 -> asked.getFirst();
            default -> new OneOf(asked);
        };
    }

    private static Query asked(String code, Query query) {
        return needsStems(query, Language.of(code))
                ? query
                : new BooleanQuery.Builder().add(query, Occur.MUST)
                        .add(new TermQuery(new Term(PostSchema.ANALYSIS, code)), Occur.FILTER).build();
    }

    /** Whether all that match have a stem of the language, as posts of other languages have not. */
    private static boolean needsStems(Query query, Language language) {
        return switch (query) {
            case TermQuery term -> isStems(term.getTerm().field(), language);
            case PhraseQuery phrase -> isStems(phrase.getField(), language);
            case SynonymQuery words -> isStems(words.getField(), language);
            case BoostQuery boost -> needsStems(boost.getQuery(), language);
            case BooleanQuery bool -> needsStems(bool, language);
            default -> false;
        };
    }

    private static boolean needsStems(BooleanQuery query, Language language) {
        boolean decided = query.getMinimumNumberShouldMatch() > 0;
        for (BooleanClause clause : query.clauses()) {
            if (clause.isRequired() && needsStems(clause.query(), language)) {
                return true;
            }
            decided |= clause.isRequired();
        }
        if (decided && query.getMinimumNumberShouldMatch() == 0) {
            return false;
        }
        boolean some = false;
        for (Query one : query.getClauses(Occur.SHOULD)) {
            if (!needsStems(one, language)) {
                return false;
            }
            some = true;
        }
        return some;
    }

    private static boolean isStems(String field, Language language) {
        return field.equals(PostSchema.all(language)) || field.equals(PostSchema.title(language));
    }
}
