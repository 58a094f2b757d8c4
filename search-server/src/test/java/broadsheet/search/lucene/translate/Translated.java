package broadsheet.search.lucene.translate;

import broadsheet.analysis.Language;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import broadsheet.search.Ranking;
import broadsheet.search.lucene.IndexOfPosts;
import java.io.IOException;
import java.util.Set;

/** The translators of this room over an index: how each is made stands here and nowhere else in its tests. */
final class Translated {

    private Translated() {}

    static Translation of(IndexOfPosts index, String typed) throws IOException {
        return of(index, tree(typed));
    }

    static Translation of(IndexOfPosts index, QueryNode tree) throws IOException {
        return new QueryTranslator(index.reading(), Ranking.DEFAULT).translate(tree);
    }

    /** A query in Lucene's own syntax. */
    static Translation lucene(IndexOfPosts index, String typed) {
        return LuceneSyntax.translate(typed, index.reading());
    }

    static QueryNode tree(String typed) {
        return QueryParser.parse(typed).root();
    }

    static TypedWords typed(IndexOfPosts index, String language) {
        return new TypedWords(index.reading(), Language.of(language));
    }

    static HeadlineWords headlines(IndexOfPosts index, String language, Set<String> prefixes) {
        return new HeadlineWords(index.reading(), Language.of(language), prefixes);
    }

    static PhraseQueries phrases(IndexOfPosts index, String language) {
        return new PhraseQueries(typed(index, language));
    }

    static SynonymQueries synonyms(IndexOfPosts index, String language) {
        return new SynonymQueries(typed(index, language), phrases(index, language), index.reading(),
                Ranking.DEFAULT.synonym());
    }

    static WordQueries words(IndexOfPosts index, String language) {
        return new WordQueries(typed(index, language), phrases(index, language), synonyms(index, language),
                headlines(index, language, Set.of()), Ranking.DEFAULT);
    }

    static IntervalQueries intervals(IndexOfPosts index, String language) {
        return new IntervalQueries(typed(index, language), phrases(index, language), synonyms(index, language),
                words(index, language), expansions(index));
    }

    static Expansions expansions(IndexOfPosts index) {
        return new Expansions(index.view());
    }

    static FieldAnalyzer analyzer(IndexOfPosts index) {
        return new FieldAnalyzer(index.analyses());
    }
}
