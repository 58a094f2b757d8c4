package broadsheet.search.lucene;

import broadsheet.index.lucene.Language;
import broadsheet.index.lucene.TextAnalysis;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.lucene.Retrieval.Found;
import broadsheet.search.lucene.Spans.Span;
import broadsheet.search.lucene.Translation.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Describes found posts: what is kept of them, what matched and where, what they lack. */
final class HitMaker {

    private final IndexSearcher searcher;
    private final Translation translation;
    private final Analyses analyses;
    private final Map<String, Spans> spansByLanguage = new HashMap<>();

    HitMaker(IndexSearcher searcher, Translation translation, Analyses analyses) {
        this.searcher = searcher;
        this.translation = translation;
        this.analyses = analyses;
    }

    List<Hit> hits(List<Found> page) throws IOException {
        StoredPosts posts = new StoredPosts(searcher.getIndexReader());
        List<Hit> hits = new ArrayList<>(page.size());
        for (Found found : page) {
            hits.add(hit(found, posts));
        }
        return hits;
    }

    private Hit hit(Found found, StoredPosts posts) throws IOException {
        PostView post = posts.view(found.document());
        TextAnalysis analysis = analyses.of(Language.of(post.lang()));
        List<Piece> pieces = translation.pieces().getOrDefault(analysis.language().code(), List.of());
        LeafReaderContext segment = posts.segment(found.document());
        List<Span> spans = spans(analysis, pieces).in(segment, found.document() - segment.docBase);
        SnippetMaker maker = new SnippetMaker(analysis, posts.layout(found.document()), posts.text(found.document()));
        return new Hit(post, found.score(), maker.titleMarks(post.title(), spans), maker.snippets(spans),
                found.complete() ? List.of() : missing(pieces, spans), List.of());
    }

    private Spans spans(TextAnalysis analysis, List<Piece> pieces) throws IOException {
        String code = analysis.language().code();
        Spans spans = spansByLanguage.get(code);
        if (spans == null) {
            spans = new Spans(searcher, pieces);
            spansByLanguage.put(code, spans);
        }
        return spans;
    }

    private static List<String> missing(List<Piece> pieces, List<Span> spans) {
        BitSet there = new BitSet();
        spans.forEach(span -> there.set(span.piece()));
        Set<String> missing = new LinkedHashSet<>();
        for (int i = 0; i < pieces.size(); i++) {
            if (!there.get(i)) {
                missing.add(pieces.get(i).label());
            }
        }
        return List.copyOf(missing);
    }
}
