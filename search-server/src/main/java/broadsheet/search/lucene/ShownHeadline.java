package broadsheet.search.lucene;

import broadsheet.analysis.TextAnalysis;
import broadsheet.search.Hit.Mark;
import broadsheet.search.lucene.view.StoredPosts;
import broadsheet.search.snippet.SnippetMaker;
import java.io.IOException;
import java.util.List;

/** A headline and its marks. */
record ShownHeadline(String title, List<Mark> marks) {

    /** The headline of another post of the story, by document number. */
    static ShownHeadline of(int document, StoredPosts posts, TextAnalysis analysis, PageSpans page)
            throws IOException {
        String title = posts.card(document).title();
        SnippetMaker maker = new SnippetMaker(analysis, posts.ownLayout(document), StoredPosts.NO_TEXT);
        return new ShownHeadline(title, maker.titleMarks(title, page.spans(document, analysis.language())));
    }

    /** The same without its beginning. */
    ShownHeadline from(int start) {
        return start == 0
                ? this
                : new ShownHeadline(title.substring(start), marks.stream().filter(mark -> mark.end() > start)
                        .map(mark -> new Mark(Math.max(0, mark.start() - start), mark.end() - start)).toList());
    }
}
