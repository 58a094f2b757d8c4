package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.view.IndexView;
import java.io.IOException;
import java.util.Set;

/** The translators of this room over an index: how each is made stands here and nowhere else in its tests. */
final class Translated {

    private Translated() {}

    static Translation of(IndexOfPosts index, String typed) throws IOException {
        return of(index, tree(typed));
    }

    static Translation of(IndexOfPosts index, QueryNode tree) throws IOException {
        return new QueryTranslator(index.view(), index.analyses(), Ranking.DEFAULT).translate(tree);
    }

    /** A query in Lucene's own syntax. */
    static Translation lucene(IndexOfPosts index, String typed) {
        return LuceneSyntax.translate(typed, index.view(), index.analyses());
    }

    static QueryNode tree(String typed) {
        return QueryParser.parse(typed).root();
    }

    static TypedWords typed(IndexOfPosts index, String language) {
        IndexView view = index.view();
        return new TypedWords(view.reader(), index.analyses(), Language.of(language));
    }

    static HeadlineWords headlines(IndexOfPosts index, String language, Set<String> prefixes) {
        return new HeadlineWords(index.reader(), index.analyses().of(Language.of(language)), prefixes);
    }

    static SynonymQueries synonyms(IndexOfPosts index, String language) {
        return new SynonymQueries(typed(index, language), index.view(), Ranking.DEFAULT.synonym());
    }

    static WordQueries words(IndexOfPosts index, String language) {
        return new WordQueries(synonyms(index, language), headlines(index, language, Set.of()), Ranking.DEFAULT);
    }

    static IntervalQueries intervals(IndexOfPosts index, String language) {
        return new IntervalQueries(expansions(index), words(index, language), synonyms(index, language));
    }

    static Expansions expansions(IndexOfPosts index) {
        return new Expansions(index.view());
    }

    static FieldAnalyzer analyzer(IndexOfPosts index) {
        return new FieldAnalyzer(index.analyses());
    }
}
