package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import broadsheet.search.lucene.view.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Set<BytesRef> prefixes;
    private final String title;
    private final String head;

    /** @param prefixes those of feeds in this archive */
    HeadlineWords(Reading reading, Language language, Set<String> prefixes) {
        this.reader = reading.reader();
        this.analysis = reading.analysis(language);
        this.title = PostSchema.title(analysis.language());
        this.head = PostSchema.head(analysis.language());
        this.prefixes = prefixes.isEmpty() ? Set.of() : ofView(reading, prefixes);
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
        return !prefixes.isEmpty() && prefixes.contains(stem);
    }

    /** The stems of prefixes, by language; an archive has them for as long as it is open. */
    private record Known(Map<List<Object>, Set<BytesRef>> stems) {
        private Known() {
            this(new ConcurrentHashMap<>());
        }
    }

    private Set<BytesRef> ofView(Reading reading, Set<String> all) {
        Map<List<Object>, Set<BytesRef>> known = reading.view().kept(Known.class, Known::new).stems();
        List<Object> key = List.of(title, all);
        Set<BytesRef> stems = known.get(key);
        if (stems == null) {
            stems = new HashSet<>();
            for (String prefix : all) {
                for (Token token : analysis.tokens(prefix)) {
                    stems.add(token.stem());
                }
            }
            known.put(key, stems);
        }
        return stems;
    }
}
