package broadsheet.search.opensearch.render;

import broadsheet.index.lucene.PostSchema;
import broadsheet.index.opensearch.ClusterSchema;
import broadsheet.search.lucene.match.TermAt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;

/**
 * What is known of the generation that will be asked.
 *
 * @param words in how many posts a term stands and how often; in how many posts a field has words, and how many they are
 * @param phrases the same of words in a row
 * @param names whether the field {@link ClusterSchema#NAMES} has a term
 * @param scripts whether scores may be set right by scripts; else some are near to what they should be
 */
public record RenderContext(IndexReader words, Phrases phrases, Predicate<Term> names, boolean scripts) {

    /** For words that have the field of names, too. */
    public RenderContext(IndexReader words, Phrases phrases, boolean scripts) {
        this(words, phrases, term -> frequency(words, term) > 0, scripts);
    }

    /** Counts words in a row. Only those that an owner's synonyms have are asked for. */
    @FunctionalInterface
    public interface Phrases {

        /** @param field that of the terms which name no other */
        Count of(String field, List<TermAt> terms) throws IOException;
    }

    /** @param times how often, in all these posts */
    public record Count(long posts, long times) {}

    /** Whether some post may have a term; what is known are the words, and not ids and addresses. */
    boolean occurs(Term term) {
        return !Json.isOfTokens(term.field()) || frequency(words, term) > 0;
    }

    /** Whether a term of the text stands in the name of some post. */
    boolean isInNames(Term term) {
        return PostSchema.isText(term.field()) && !PostSchema.isTitle(term.field()) && names.test(inNames(term));
    }

    /** A term of the text as the field of names has it. */
    static Term inNames(Term term) {
        return new Term(ClusterSchema.NAMES, ClusterSchema.named(term.field(), term.text()));
    }

    private static int frequency(IndexReader reader, Term term) {
        try {
            return reader.docFreq(term);
        } catch (IOException e) {
            throw new UncheckedIOException("looking up " + term, e);
        }
    }
}
