package broadsheet.search.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.search.Hit;
import broadsheet.search.Hit.Mark;
import broadsheet.search.PostView;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.translate.Translation.Piece;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.snippet.SnippetMaker;
import broadsheet.search.snippet.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;

/** Describes found posts: their stored fields, the headline, snippets and marks, and the words that they lack. */
final class HitMaker {

    private final Reading reading;
    private final Translation translation;
    private final StoredPosts posts;
    private final Copies copies;

    HitMaker(Reading reading, Translation translation, StoredPosts posts, Copies copies) {
        this.reading = reading;
        this.translation = translation;
        this.posts = posts;
        this.copies = copies;
    }

    /** The hits of one page, in their order. */
    List<Hit> hits(List<Found> all) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (Found found : all) {
            documents.add(found.document());
            documents.add(copies.headlineOf(found.document()));
        }
        Page page = new Page(documents);
        // in the order of documents, in which an index is read fastest
        Map<Found, Hit> hits = new IdentityHashMap<>();
        for (Found found : all.stream().sorted(Comparator.comparingInt(Found::document)).toList()) {
            hits.put(found, hit(found, page));
        }
        return all.stream().map(hits::get).toList();
    }

    private Hit hit(Found found, Page page) throws IOException {
        int document = found.document();
        PostView post = posts.view(document);
        TextAnalysis analysis = reading.analysis(Language.of(post.lang()));
        List<Span> spans = page.spans(document, analysis.language());
        SnippetMaker maker = new SnippetMaker(analysis, posts.layout(document), posts.text(document));
        int headline = copies.headlineOf(document);
        Shown shown = headline == document
                ? new Shown(post.title(), maker.titleMarks(post.title(), spans))
                : headline(headline, analysis, page);
        shown = shown.from(copies.headlineStart(document, shown.title()));
        return new Hit(post.withTitle(shown.title()), found.score(), shown.marks(), maker.snippets(spans),
                found.complete() ? List.of() : MissingWords.of(pieces(analysis.language()), spans), copies.of(document))
                .withPinned(found.pinned());
    }

    /** A headline and its marks. */
    private record Shown(String title, List<Mark> marks) {

        Shown from(int start) {
            return new Shown(title.substring(start), marks.stream().filter(mark -> mark.end() > start)
                    .map(mark -> new Mark(Math.max(0, mark.start() - start), mark.end() - start)).toList());
        }
    }

    /** The headline of another post of the story. */
    private Shown headline(int document, TextAnalysis analysis, Page page) throws IOException {
        String title = posts.card(document).title();
        SnippetMaker maker = new SnippetMaker(analysis, posts.ownLayout(document), StoredPosts.NO_TEXT);
        return new Shown(title, maker.titleMarks(title, page.spans(document, analysis.language())));
    }

    /** The pieces of the query in a language. */
    private List<Piece> pieces(Language language) {
        return translation.pieces().getOrDefault(language.code(), List.of());
    }

    /** The positions of the pieces in the posts of one page. */
    private final class Page {
        private final List<Integer> documents;
        private final Map<String, Spans> byLanguage = new HashMap<>();

        Page(List<Integer> documents) {
            this.documents = documents;
        }

        List<Span> spans(int document, Language language) throws IOException {
            Spans spans = byLanguage.get(language.code());
            if (spans == null) {
                spans = new Spans(reading.searcher(), pieces(language), documents);
                byLanguage.put(language.code(), spans);
            }
            LeafReaderContext segment = posts.segment(document);
            return spans.in(segment, document - segment.docBase);
        }
    }
}
