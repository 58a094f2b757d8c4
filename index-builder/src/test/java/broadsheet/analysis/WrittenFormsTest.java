package broadsheet.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words with signs are kept as they are written; punctuation around them is not theirs. */
class WrittenFormsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C++                     | c++
            I like C++, and C#.     | c++ c#
            "C++"                   | c++
            (C++)                   | c++
            “R&D” and ‘Q&A’         | r&d q&a
            AT&T's                  | at&t
            £5m                     | £5m
            £3.50.                  | £3.50
            $1,000                  | $1000
            ¥100–¥200               | ¥100 ¥200
            50%                     | 50%
            3.5%                    | 3.5%
            -5°C                    | 5°c
            #harbour-wall           | #harbour
            @jane_doe               | @jane
            jane@harbour.example    | jane@harbour.example
            a/b+c                   | b+c
            价格¥100元               | ¥100
            1+1=2                   | 1+1
            + & # @ %               | ''
            fish & chips            | ''
            plain words only        | ''
            +++                     | ''
            """)
    void wordsWithSignsAreFound(String text, String words) {
        assertEquals(words, WrittenForms.in(text).stream().map(w -> w.term().utf8ToString().substring(1))
                .collect(Collectors.joining(" ")));
    }

    @Test
    void eachSaysWhereItStands() {
        WrittenForms.Written found = WrittenForms.in("learn C++ now").get(0);
        assertEquals(6, found.start());
        assertEquals(9, found.end());
    }

    @Test
    void whatIsTooLongToBeAWordIsNone() {
        assertEquals(1, WrittenForms.in("a".repeat(39) + "+").size());
        assertEquals(0, WrittenForms.in("a".repeat(40) + "+").size());
    }

    @ParameterizedTest
    @CsvSource({"C++, true", "C++., false", "'C++ C#', false", "see C++, false", "C, false", "£5m, true", "&, false"})
    void aWholeTextIsOneWord(String text, boolean whole) {
        assertEquals(whole, WrittenForms.whole(text).isPresent());
    }
}
