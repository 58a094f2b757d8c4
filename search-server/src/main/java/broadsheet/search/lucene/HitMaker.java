package broadsheet.search.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.PostView;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Analyses;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.snippet.SnippetMaker;
import broadsheet.search.snippet.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
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
    private final StoredPosts posts;
    private final Copies copies;
    private final Map<String, Spans> spansByLanguage = new HashMap<>();
    private final List<Integer> page = new ArrayList<>();

    HitMaker(IndexSearcher searcher, Translation translation, Analyses analyses, StoredPosts posts, Copies copies) {
        this.searcher = searcher;
        this.translation = translation;
        this.analyses = analyses;
        this.posts = posts;
        this.copies = copies;
    }

    List<Hit> hits(List<Found> all) throws IOException {
        for (Found found : all) {
            page.add(found.document());
            page.add(copies.headlineOf(found.document()));
        }
        // in the order of documents, in which an index is read fastest
        Map<Found, Hit> hits = new IdentityHashMap<>();
        for (Found found : all.stream().sorted(Comparator.comparingInt(Found::document)).toList()) {
            hits.put(found, hit(found));
        }
        return all.stream().map(hits::get).toList();
    }

    private Hit hit(Found found) throws IOException {
        PostView post = posts.view(found.document());
        TextAnalysis analysis = analyses.of(Language.of(post.lang()));
        List<Piece> pieces = translation.pieces().getOrDefault(analysis.language().code(), List.of());
        List<Span> spans = spans(found.document(), analysis, pieces);
        SnippetMaker maker = new SnippetMaker(analysis, posts.layout(found.document()), posts.text(found.document()));
        Shown shown = copies.headlineOf(found.document()) == found.document()
                ? new Shown(post.title(), maker.titleMarks(post.title(), spans))
                : headline(copies.headlineOf(found.document()), analysis, pieces);
        shown = shown.from(copies.headlineStart(found.document(), shown.title()));
        return new Hit(post.withTitle(shown.title()), found.score(), shown.marks(), maker.snippets(spans),
                found.complete() ? List.of() : missing(pieces, spans), copies.of(found.document()))
                .withPinned(found.pinned());
    }

    /** A headline and what matched in it. */
    private record Shown(String title, List<Mark> marks) {

        Shown from(int start) {
            return new Shown(title.substring(start), marks.stream().filter(mark -> mark.end() > start)
                    .map(mark -> new Mark(Math.max(0, mark.start() - start), mark.end() - start)).toList());
        }
    }

    /** The headline of another post of the story. */
    private Shown headline(int document, TextAnalysis analysis, List<Piece> pieces) throws IOException {
        String title = posts.card(document).title();
        SnippetMaker maker = new SnippetMaker(analysis, posts.layout(document), posts.text(document));
        return new Shown(title, maker.titleMarks(title, spans(document, analysis, pieces)));
    }

    private List<Span> spans(int document, TextAnalysis analysis, List<Piece> pieces) throws IOException {
        LeafReaderContext segment = posts.segment(document);
        return spans(analysis, pieces).in(segment, document - segment.docBase);
    }

    private Spans spans(TextAnalysis analysis, List<Piece> pieces) throws IOException {
        String code = analysis.language().code();
        Spans spans = spansByLanguage.get(code);
        if (spans == null) {
            spans = new Spans(searcher, pieces, page);
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
