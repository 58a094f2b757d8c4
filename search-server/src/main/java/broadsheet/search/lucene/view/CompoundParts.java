package broadsheet.search.lucene.view;

import broadsheet.analysis.WordForms;
import broadsheet.index.lucene.PostSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/** Words typed in one piece ({@code email}) that the archive also writes in several: their parts there. */
public final class CompoundParts {

    private final IndexReader reader;

    public CompoundParts(IndexReader reader) {
        this.reader = reader;
    }

    /** The parts, with spaces between them: {@code e mail}; more than one where the archive parts the word in several ways. */
    public List<String> partsOf(BytesRef exact) {
        try {
            return MarkedTerms.ends(reader, PostSchema.EXACT, WordForms.joined(exact.utf8ToString())).stream()
                    .map(BytesRef::utf8ToString).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("looking up " + exact.utf8ToString(), e);
        }
    }
}
