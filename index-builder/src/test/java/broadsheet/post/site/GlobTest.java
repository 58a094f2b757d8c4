package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Room post.site: Ruby's file patterns. */
class GlobTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *.md           | storm.md            | true
            *.md           | news/storm.md       | false
            news/*.md      | news/storm.md       | true
            news/*         | news/2024/storm.md  | false
            news/**/*.md   | news/2024/5/a.md    | true
            news/**/*.md   | news/a.md           | true
            **/a.md        | a.md                | true
            **/a.md        | x/y/a.md            | true
            **/a.md        | x/ya.md             | false
            a?c            | abc                 | true
            a?c            | a/c                 | false
            a?c            | ac                  | false
            [ab]c          | ac                  | true
            [ab]c          | cc                  | false
            [!ab]c         | cc                  | true
            [^ab]c         | ac                  | false
            [a-c]x         | bx                  | true
            [a-c]x         | dx                  | false
            {sea,wall}.md  | wall.md             | true
            {sea,wall}.md  | tide.md             | false
            {sea,wall.md   | {sea,wall.md        | true
            a.b            | axb                 | false
            a+b            | a+b                 | true
            a[b            | a[b                 | true
            ''             | ''                  | true
            """)
    void aPathPatternStaysWithinFolders(String glob, String path, boolean fits) {
        assertEquals(fits, Glob.path(glob).matcher(path).matches());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *.md           | news/storm.md       | true
            a?c            | a/c                 | true
            news*          | news/2024/storm.md  | true
            {sea,wall}.md  | wall.md             | false
            {sea,wall}.md  | {sea,wall}.md       | true
            [ab]*          | b/c                 | true
            x*             | b                   | false
            """)
    void aNamePatternCrossesThem(String glob, String path, boolean fits) {
        assertEquals(fits, Glob.name(glob).matcher(path).matches());
    }

    @ParameterizedTest
    @CsvSource({"[z-a]", "x[z-a]*"})
    void aBrokenPatternMatchesItself(String glob) {
        assertEquals(true, Glob.path(glob).matcher(glob).matches());
        assertEquals(false, Glob.path(glob).matcher("z").matches());
    }
}
