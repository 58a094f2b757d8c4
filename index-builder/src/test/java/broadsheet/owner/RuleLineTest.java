package broadsheet.owner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import broadsheet.owner.RuleLine.Cell;
import broadsheet.post.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line of rules taken apart, and the lines of a file. */
class RuleLineTest {

    private static String shown(List<Cell> cells) {
        return cells.stream().map(cell -> cell.text() + "@" + cell.column()).collect(Collectors.joining(" | "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            a                  ; a@1                        ; -
            a, b               ; a@1 | b@4                  ; -
            ` a ,  b `         ; a@2 | b@7                  ; -
            a  long\t text, b  ; a long text@1 | b@16       ; -
            a=>b               ; a@1                        ; b@4
            a, b => c, d       ; a@1 | b@4                  ; c@9 | d@12
            =>                 ; @1                         ; @3
            a,                 ; a@1 | @3                   ; -
            ,a                 ; @1 | a@2                   ; -
            a\\, b             ; a, b@1                     ; -
            a \\=> b           ; a => b@1                   ; -
            a\\\\b             ; a\\b@1                     ; -
            \\a                ; a@1                        ; -
            10\\,000 => x      ; 10,000@1                   ; x@12
            a = b              ; a = b@1                    ; -
            a > b              ; a > b@1                    ; -
            中秋, 节 => é         ; 中秋@1 | 节@5                 ; é@10
            `\\ a`             ; a@1                        ; -
            """)
    void aLineIsTextsBeforeAndBehindTheArrow(String line, String left, String right) {
        List<Problem> problems = new ArrayList<>();
        RuleLine read = RuleLine.read(line, 7, problems::add, new RuleProblems("pins.txt")).orElseThrow();
        assertEquals(7, read.number());
        assertEquals(left, shown(read.left()));
        assertEquals(right, read.right().map(RuleLineTest::shown).orElse("-"));
        assertEquals(List.of(), problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
            a => b => c   ; pins.txt:7:8: error: expected one => in a line [second-arrow]
            a=>b,c=>d     ; pins.txt:7:7: error: expected one => in a line [second-arrow]
            =>=>          ; pins.txt:7:3: error: expected one => in a line [second-arrow]
            a\\           ; pins.txt:7:2: error: expected a sign behind the backslash [bad-escape]
            a => b\\      ; pins.txt:7:7: error: expected a sign behind the backslash [bad-escape]
            \\            ; pins.txt:7:1: error: expected a sign behind the backslash [bad-escape]
            """)
    void aFaultyLineIsLeftOut(String line, String problem) {
        List<Problem> problems = new ArrayList<>();
        assertEquals(Optional.empty(), RuleLine.read(line, 7, problems::add, new RuleProblems("pins.txt")));
        assertEquals(List.of(problem), problems.stream().map(Problem::toString).toList());
    }

    private static RuleLines lines(String text) {
        return new RuleLines("pins.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a\\nb             ; 1 2
            a\\r\\nb\\r\\n    ; 1 2
            a\\rb             ; 1 2
            a\\n\\n\\nb       ; 1 4
            # a\\nb           ; 2
            \\t # a\\nb       ; 2
            a # b             ; 1
            \\ufeffa\\nb      ; 1 2
            \\n \\t \\n       ; ''
            ''                ; ''
            """)
    void emptyLinesAndRemarksSayNothingAndLinesKeepTheirNumbers(String text, String numbers) {
        String spelt = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\ufeff", "\ufeff");
        assertEquals(numbers, lines(spelt).lines().stream().map(line -> String.valueOf(line.number()))
                .collect(Collectors.joining(" ")));
    }

    @Test
    void otherLinesCountWhereOneIsFaulty() {
        RuleLines lines = lines("a => b => c\nd => e\nf\\");
        assertEquals(List.of(2), lines.lines().stream().map(RuleLine::number).toList());
        assertEquals(List.of("second-arrow", "bad-escape"), lines.problems().stream().map(Problem::code).toList());
    }

    @Test
    void aFileOfAMegabyteIsReadAndALongerOneIsNot() {
        byte[] comment = "#".repeat(RuleLines.MOST_BYTES).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), new RuleLines("pins.txt", comment).problems());
        byte[] longer = "#".repeat(RuleLines.MOST_BYTES + 1).getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("too-long"),
                new RuleLines("pins.txt", longer).problems().stream().map(Problem::code).toList());
    }
}
