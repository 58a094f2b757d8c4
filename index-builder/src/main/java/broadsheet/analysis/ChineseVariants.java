package broadsheet.analysis;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Chinese characters in one way of writing: traditional ones become simplified ones, character by character, 台灣 becomes
 * 台湾. Where one simplified character stands for several traditional ones, all of them become that one: 發 and 髮 are
 * both 发, and so they are in any simplified text.
 *
 * <p>The fold is meant for Chinese. Japanese keeps apart a few characters that it makes equal (葉 leaf, 叶 come true), so
 * text with kana is better left alone; it then also meets itself only.
 *
 * <p>The table is read when it is first asked for. For any number of threads at once.
 */
final class ChineseVariants {

    private static final String RESOURCE = "chinese-variants.txt";
    /** The blocks CJK Unified Ideographs and Extension A, with what lies between. */
    private static final int FIRST = 0x3400;
    private static final int END = 0xA000;

    /** Reads the table when it is first needed. */
    private static final class Read {
        static final char[] SIMPLIFIED = table();
    }

    private ChineseVariants() {}

    /** The simplified form of a character; any other character stays what it is. */
    static char simplified(char c) {
        return c >= FIRST && c < END ? Read.SIMPLIFIED[c - FIRST] : c;
    }

    /** The text with {@linkplain #simplified(char) simplified} characters; as long as before, the same object if equal. */
    static String simplified(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (simplified(text.charAt(i)) != text.charAt(i)) {
                char[] folded = text.toCharArray();
                for (int j = i; j < folded.length; j++) {
                    folded[j] = simplified(folded[j]);
                }
                return new String(folded);
            }
        }
        return text;
    }

    /** Each line has a traditional character and its simplified form: {@code 灣湾}. */
    private static char[] table() {
        char[] simplified = new char[END - FIRST];
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = (char) (FIRST + i);
        }
        try (InputStream in = ChineseVariants.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> simplified[line.charAt(0) - FIRST] = line.charAt(1));
        } catch (IOException e) {
            throw new UncheckedIOException("the table " + RESOURCE + " in the program's jar cannot be read", e);
        }
        return simplified;
    }
}
