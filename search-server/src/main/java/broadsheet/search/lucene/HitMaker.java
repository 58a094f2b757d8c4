package broadsheet.search.lucene;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import broadsheet.search.Hit;
import broadsheet.search.PostView;
import broadsheet.search.lucene.retrieve.Retrieval.Found;
import broadsheet.search.lucene.translate.Translation;
import broadsheet.search.lucene.view.Budget;
import broadsheet.search.lucene.view.Reading;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.snippet.SnippetMaker;
import broadsheet.search.snippet.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;

/** Describes found posts: their stored fields, the headline, snippets and marks, and the words that they lack. */
public final class HitMaker {

    private final Reading reading;
    private final Translation translation;
    private final StoredPosts posts;
    private final Copies copies;

    public HitMaker(Reading reading, Translation translation, StoredPosts posts, Copies copies) {
        this.reading = reading;
        this.translation = translation;
        this.posts = posts;
        this.copies = copies;
    }

    /** The hits of one page, in their order. */
    public List<Hit> hits(List<Found> all) throws IOException {
        List<Integer> documents = new ArrayList<>();
        for (Found found : all) {
            documents.add(found.document());
            documents.add(copies.headlineOf(found.document()));
        }
        PageSpans page = new PageSpans(reading, posts, translation, documents);
        // in the order of documents, in which an index is read fastest
        List<Found> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparingInt(Found::document));
        Map<Found, Hit> hits = new IdentityHashMap<>();
        for (Found found : inOrder) {
            hits.put(found, hit(found, page));
        }
        List<Hit> ordered = new ArrayList<>(all.size());
        for (Found found : all) {
            ordered.add(hits.get(found));
        }
        return ordered;
    }

    /** Without snippets where nothing is left to look for them. */
    private Hit hit(Found found, PageSpans page) throws IOException {
        try {
            reading.budget().check();
            return described(found, page);
        } catch (Budget.Spent | ExitingReaderException e) {
            return new Hit(posts.view(found.document()), found.score(), List.of(), List.of(), List.of(), List.of())
                    .withPinned(found.pinned());
        }
    }

    private Hit described(Found found, PageSpans page) throws IOException {
        int document = found.document();
        PostView post = posts.view(document);
        TextAnalysis analysis = reading.analysis(Language.of(post.lang()));
        List<Span> spans = page.spans(document, analysis.language());
        SnippetMaker maker = new SnippetMaker(analysis, posts.layout(document), posts.text(document));
        int headline = copies.headlineOf(document);
        ShownHeadline shown = headline == document
                ? new ShownHeadline(post.title(), maker.titleMarks(post.title(), spans))
                : ShownHeadline.of(headline, posts, analysis, page);
        shown = shown.from(copies.headlineStart(document, shown.title()));
        PostView view = shown.title().equals(post.title()) ? post : post.withTitle(shown.title());
        return new Hit(view, found.score(), shown.marks(), maker.snippets(spans),
                found.complete() ? List.of() : MissingWords.of(page.pieces(analysis.language()), spans),
                copies.of(document), found.pinned(), Optional.empty());
    }
}
