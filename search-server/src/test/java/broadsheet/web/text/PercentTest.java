package broadsheet.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b/é            | a%20b%2F%C3%A9            | a+b%2F%C3%A9
            az-AZ_09.~       | az-AZ_09.~                | az-AZ_09.%7E
            a+b              | a%2Bb                     | a%2Bb
            100%             | 100%25                    | 100%25
            *                | %2A                       | *
            "q"&<x>          | %22q%22%26%3Cx%3E         | %22q%22%26%3Cx%3E
            日本             | %E6%97%A5%E6%9C%AC        | %E6%97%A5%E6%9C%AC
            \uD83D\uDE00     | %F0%9F%98%80              | %F0%9F%98%80
            ''               | ''                        | ''
            """)
    void textIsEncodedAsUtf8(String text, String path, String form) {
        assertEquals(path, Percent.encode(text));
        assertEquals(form, Percent.encodeForm(text));
        assertEquals(text, Percent.decode(path));
        assertEquals(text, Percent.decodeForm(form));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a%20b   | a b
            a+b     | a+b
            %c3%a9  | é
            %       | %
            %4      | %4
            %zz     | %zz
            %4z     | %4z
            %%41    | %A
            %ff     | \uFFFD
            é%41    | éA
            """)
    void decodingNeverFails(String encoded, String text) {
        assertEquals(text, Percent.decode(encoded));
    }

    @Test
    void theCallerSaysWhatElseIsPlain() {
        assertEquals("a%2Db%2Ec", Percent.encode("a-b.c", ""));
        assertEquals("/a%20b/", Percent.encode("/a b/", "/"));
    }

    /** Browsers and the JDK write forms as the URL standard has it; so must links that programs compare. */
    @Test
    void formsAreEncodedAsTheJdkEncodesThem() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            // Lone surrogates are no characters; the JDK writes them in more than one way.
            String text = random.ints(random.nextInt(12), 0, random.nextBoolean() ? 0x80 : 0x10FFFF)
                    .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            assertEquals(encoded, Percent.encodeForm(text), "seed " + seed);
            assertEquals(URLDecoder.decode(encoded, StandardCharsets.UTF_8), Percent.decodeForm(encoded),
                    "seed " + seed);
        }
    }
}
