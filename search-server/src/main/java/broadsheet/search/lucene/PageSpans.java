package broadsheet.search.lucene;

import broadsheet.analysis.Language;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.snippet.Span;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;

/** The positions of a query's pieces in the posts of one page, which are read together. */
final class PageSpans {

    private final Reading reading;
    private final StoredPosts posts;
    private final Translation translation;
    private final List<Integer> documents;
    private final PagePositions positions;
    private final Map<String, Spans> byLanguage = new HashMap<>();

    PageSpans(Reading reading, StoredPosts posts, Translation translation, List<Integer> documents) {
        this.reading = reading;
        this.posts = posts;
        this.translation = translation;
        this.documents = documents;
        this.positions = new PagePositions(reading.reader(), documents);
    }

    /** The pieces of the query in a language. */
    List<Piece> pieces(Language language) {
        return translation.pieces().getOrDefault(language.code(), List.of());
    }

    List<Span> spans(int document, Language language) throws IOException {
        Spans spans = byLanguage.get(language.code());
        if (spans == null) {
            spans = new Spans(reading, pieces(language), documents, positions);
            byLanguage.put(language.code(), spans);
        }
        LeafReaderContext segment = posts.segment(document);
        return spans.in(segment, document - segment.docBase);
    }
}
