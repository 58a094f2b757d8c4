package broadsheet.search.lucene.view;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Whether the letters of an acronym are another word in an archive. {@code EU} is the same in small letters; {@code who}, {@code us}
 * and {@code it} are words of their own, and far more frequent.
 */
public final class AcronymUse {

    private final IndexReader reader;

    public AcronymUse(IndexReader reader) {
        this.reader = reader;
    }

    /** The acronym, if a text is one that only its capitals distinguish from another word. */
    public Optional<BytesRef> alone(List<Token> tokens) {
        if (tokens.size() != 1 || !Token.has(tokens.get(0).acronym())) {
            return Optional.empty();
        }
        BytesRef acronym = tokens.get(0).acronym();
        int inCapitals = posts(acronym);
        boolean ownWord = inCapitals > 0 && 2 * inCapitals < posts(tokens.get(0).exact())
                || tokens.get(0).stopWord();
        return ownWord ? Optional.of(acronym) : Optional.empty();
    }

    private int posts(BytesRef form) {
        try {
            return reader.docFreq(new Term(PostSchema.EXACT, form));
        } catch (IOException e) {
            throw new UncheckedIOException("looking up an acronym", e);
        }
    }
}
