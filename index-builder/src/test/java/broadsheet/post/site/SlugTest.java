package broadsheet.post.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    /** Worked out from Hugo's {@code paths.Sanitize}, letter case kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello & World     | Hello-World
            Hello - World     | Hello-World
            Hello -- World    | Hello--World
            Hello- World      | Hello-World
            Hello -World      | Hello-World
            Hello &World      | Hello-World
            Hello&World       | HelloWorld
            'Hello , World !' | Hello-World
            '  Hello  World ' | Hello-World
            '"Hello" (World)' | Hello-World
            '& Hello'         | Hello
            Hello &-& World   | Hello-World
            '- Hello'         | -Hello
            'Hello -'         | Hello-
            100% sure         | 100-sure
            100%25 sure       | 100%25-sure
            C# and C++ v1.2_3 | C#-and-C++-v1.2_3
            Żółć größer  | Żółć-größer
            𝐀 & 𝐁             | 𝐀-𝐁
            news/Two Words    | news/Two-Words
            """)
    void hugoMakesOneHyphenOfSpaceAndWhatItDrops(String text, String expected) {
        assertEquals(expected, Slug.hugo(text));
    }
}
