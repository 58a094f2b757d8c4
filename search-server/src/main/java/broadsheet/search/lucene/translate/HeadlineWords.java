package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Words in headlines. What stands before a headline's colon is indexed apart: it counts as the rest does
 * ({@code Ukraine: …}), unless it is a feed's prefix in this archive ({@code Update: …}).
 */
final class HeadlineWords {

    private final IndexReader reader;
    private final TextAnalysis analysis;
    private final Set<String> prefixes;
    private final String title;
    private final String head;

    /** @param prefixes those of feeds in this archive */
    HeadlineWords(Reading reading, Language language, Set<String> prefixes) {
        this.reader = reading.reader();
        this.analysis = reading.analysis(language);
        this.prefixes = prefixes;
        this.title = PostSchema.title(analysis.language());
        this.head = PostSchema.head(analysis.language());
    }

    /**
     * A headline's word, by its stem.
     *
     * @param queries the query for a term: itself, or what else counts as it
     */
    Query word(BytesRef stem, Function<Term, Query> queries) {
        Query rest = queries.apply(new Term(title, stem));
        Query inHead = queries.apply(new Term(head, stem));
        if (inHead instanceof TermQuery word && !occurs(word.getTerm()) || isOfPrefix(stem)) {
            return rest;
        }
        return new BooleanQuery.Builder().add(rest, Occur.SHOULD).add(inHead, Occur.SHOULD).build();
    }

    private boolean occurs(Term term) {
        try {
            return reader.docFreq(term) > 0;
        } catch (IOException e) {
            throw new UncheckedIOException("looking up " + term, e);
        }
    }

    private boolean isOfPrefix(BytesRef stem) {
        for (String prefix : prefixes) {
            for (Token token : analysis.tokens(prefix)) {
                if (token.stem().equals(stem)) {
                    return true;
                }
            }
        }
        return false;
    }
}
