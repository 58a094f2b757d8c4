package broadsheet.search.lucene.translate;

import broadsheet.Golden;
import broadsheet.query.QueryNode;
import broadsheet.search.lucene.IndexOfPosts;
import broadsheet.search.lucene.translate.Translation.Piece;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole room: what is typed as Lucene queries, one language after the other, as a table in a text file. {@code all}
 * is the first tier, {@code any} the second, a line for each piece says what is marked. In the section of synonyms a
 * line {@code word = other, two words} stands for what the owner's file says of the first word.
 */
class TranslationTableTest {

    private static final Path TABLE = Path.of("src/test/resources/broadsheet/search/lucene/translate/translations.txt");

    @TempDir
    private static Path folder;
    private static Newsrooms newsrooms;

    @BeforeAll
    static void open() {
        newsrooms = new Newsrooms(folder);
    }

    @AfterAll
    static void close() {
        newsrooms.close();
    }

    @TestFactory
    Stream<DynamicTest> translatesAsTheTableSays() throws IOException {
        return Golden.tests(TABLE, TranslationTableTest::answer);
    }

    /** A query that translates and then fails would be the server's fault, whatever was typed. */
    @ParameterizedTest
    @ValueSource(strings = {"id:\"a b\"", "id:a-b", "id:\"_posts\\/2024-03-01-sea-wall.md\"", "url:\"x y\"", "url:x*",
            "lang:\"pt br\"", "lang:pt-br", "analysis:\"e n\"", "date:2024-01-01", "date:\"2024-01-01\"",
            "visible_from:\"a b\"", "sketch:\"a b\"", "layout:a-b", "text:\"a b\"", "card:a", "nothing:\"a b\"",
            "words:\"a b\"", "words:[1 TO 2]", "title:a-b", "author:a-b", "\"a-b c\"~2", "author_key:\"ann lee\"",
            "category:\"a b\"~2", "file:\"a b\"", "former_url:a-b", "tag:[a TO b]", "title:[a TO b]", "[a TO b]",
            "all_en:\"a b\"", "exact:a-b"})
    void whatTranslatesCanBeSearched(String typed) throws IOException {
        for (String index : List.of("en", "mixed")) {
            IndexOfPosts posts = newsrooms.of(index);
            posts.searcher().count(Translated.lucene(posts, typed).all());
        }
    }

    private static List<String> answer(String section, String question) throws IOException {
        String index = section.replaceFirst("-.*", "");
        IndexOfPosts posts = newsrooms.of(index);
        String typed = question.equals("(nothing)") ? "" : question;
        Translation translation = section.endsWith("-lucene")
                ? Translated.lucene(posts, typed)
                : Translated.of(posts, section.endsWith("-synonyms") ? withSynonyms(typed) : Translated.tree(typed));
        return lines(translation, "all_" + (index.equals("mixed") ? "en" : index));
    }

    private static List<String> lines(Translation translation, String field) {
        List<String> lines = new ArrayList<>();
        lines.add("all " + PrintedQuery.of(translation.all(), field));
        translation.any().ifPresent(any -> lines.add("any " + PrintedQuery.of(any, field)));
        new TreeMap<>(translation.pieces()).forEach((code, pieces) -> {
            for (Piece piece : pieces) {
                lines.add((translation.pieces().size() > 1 ? code + " " : "") + "[" + piece.label() + "]"
                        + (piece.together() ? " as one " : " ") + PrintedQuery.of(piece.query(), field));
            }
        });
        if (!translation.scored()) {
            lines.add("newest first");
        }
        translation.cut().forEach(pattern -> lines.add("cut " + pattern));
        return lines;
    }

    /** {@code sea who = health, world body}: the second word counts as one, in the query "sea who". */
    private static QueryNode withSynonyms(String question) {
        String[] sides = question.split(" = ");
        List<String> also = Arrays.asList(sides[1].split(", "));
        Map<String, List<String>> alsoOf = new HashMap<>();
        String[] words = sides[0].split(" ");
        alsoOf.put(words[words.length - 1], also);
        return named(Translated.tree(sides[0]), alsoOf);
    }

    private static QueryNode named(QueryNode node, Map<String, List<String>> alsoOf) {
        return switch (node) {
            case QueryNode.Word word -> new QueryNode.Word(word.text(), word.acronym(),
                    alsoOf.getOrDefault(word.text(), List.of()));
            case QueryNode.Sequence sequence -> new QueryNode.Sequence(
                    sequence.parts().stream().map(part -> named(part, alsoOf)).toList());
            case QueryNode.Near near -> new QueryNode.Near(named(near.left(), alsoOf), named(near.right(), alsoOf),
                    near.distance(), near.ordered());
            default -> node;
        };
    }
}
