package broadsheet.search.lucene.view;

import broadsheet.analysis.TextAnalysis.Token;
import broadsheet.analysis.WordForms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Words typed without accents ({@code eleicoes}): the stems of the words of the archive that they may stand for, where
 * these differ from what a stemmer makes of the bare form.
 */
public final class AccentlessWords {

    private final IndexReader reader;
    private final String field;
    private final Map<BytesRef, List<BytesRef>> known = new HashMap<>();

    /** @param field of stems in one language */
    public AccentlessWords(IndexReader reader, String field) {
        this.reader = reader;
        this.field = field;
    }

    /** The stem of the token as typed, if it occurs, and those of the words it may stand for; the commonest first. */
    public List<BytesRef> stems(Token token) {
        if (Token.has(token.accented()) || token.cjk()) {
            return List.of(token.stem());
        }
        return known.computeIfAbsent(token.exact(), exact -> find(token));
    }

    private List<BytesRef> find(Token token) {
        try {
            List<BytesRef> others = others(token);
            if (others.isEmpty()) {
                return List.of(token.stem());
            }
            Map<BytesRef, Integer> posts = new HashMap<>();
            posts.put(token.stem(), reader.docFreq(new Term(field, token.stem())));
            for (BytesRef stem : others) {
                posts.put(stem, reader.docFreq(new Term(field, stem)));
            }
            return posts.entrySet().stream().filter(entry -> entry.getValue() > 0 || posts.size() == 1)
                    .sorted(Map.Entry.<BytesRef, Integer>comparingByValue().reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking up " + token.word(), e);
        }
    }

    private List<BytesRef> others(Token token) throws IOException {
        return MarkedTerms.ends(reader, field, WordForms.restored(token.exact().utf8ToString()));
    }
}
