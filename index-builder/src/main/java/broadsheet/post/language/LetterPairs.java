package broadsheet.post.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely two letters stand together in the languages of one script: {@code th} is English, {@code ção} Portuguese.
 * Where a text has no function words, as many headlines, its letters still say something.
 */
final class LetterPairs {

    /** The alphabets of the scripts that several languages share. */
    static final Map<Character.UnicodeScript, LetterPairs> BY_SCRIPT = read();

    private static final int CHARACTERS = 0x2000;
    private static final char EDGE = '_';
    /** The letters that no language of the script has. */
    private static final int UNKNOWN = 1;
    /** A word's say is bounded, as it may be a name: this much, in hundredths of a natural logarithm. */
    private static final float MOST_SAY = 600;
    /** Pairs of one word are no independent witnesses: .6 and .9 were tried on news, .6 is right more often. */
    private static final float WEIGHT = 0.6f;
    /** A pair is as likely as its second letter alone, until it was seen about this often. */
    private static final double DOUBT = 6;

    private final List<String> languages = new ArrayList<>();
    private final short[] letters = new short[CHARACTERS];
    private int count = UNKNOWN + 1;
    private float[] logs = {};

    /** The languages, in the order of the scores. */
    List<String> languages() {
        return languages;
    }

    /**
     * Adds what a word's letters say.
     *
     * @param scores of each language, in hundredths of a natural logarithm; the likeliest language gets 0 more, the others
     *     less than that
     * @param isName a capital letter begins it: its say is less
     */
    void add(char[] text, int start, int end, boolean isName, int[] scores) {
        int size = languages.size();
        float[] sums = new float[size];
        int last = 0;
        for (int i = start; i <= end; i++) {
            int letter = i == end ? 0 : text[i] < CHARACTERS ? Math.max(UNKNOWN, letters[text[i]]) : UNKNOWN;
            int row = (last * count + letter) * size;
            for (int k = 0; k < size; k++) {
                sums[k] += logs[row + k];
            }
            last = letter;
        }
        float best = Float.NEGATIVE_INFINITY;
        for (float sum : sums) {
            best = Math.max(best, sum);
        }
        float weight = isName ? WEIGHT * WEIGHT : WEIGHT;
        for (int k = 0; k < size; k++) {
            scores[k] += Math.round(weight * Math.max(-MOST_SAY, sums[k] - best));
        }
    }

    private static Map<Character.UnicodeScript, LetterPairs> read() {
        Map<Character.UnicodeScript, List<String[]>> lines = new EnumMap<>(Character.UnicodeScript.class);
        for (String line : resource().split("\n")) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ");
                lines.computeIfAbsent(Character.UnicodeScript.valueOf(parts[0]), script -> new ArrayList<>())
                        .add(parts);
            }
        }
        Map<Character.UnicodeScript, LetterPairs> all = new EnumMap<>(Character.UnicodeScript.class);
        lines.forEach((script, languages) -> all.put(script, new LetterPairs(languages)));
        return all;
    }

    private static String resource() {
        try (InputStream in = LetterPairs.class.getResourceAsStream("letter-pairs.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LetterPairs(List<String[]> lines) {
        for (String[] line : lines) {
            languages.add(line[1]);
            for (int i = 2; i < line.length; i++) {
                number(line[i].charAt(0));
                number(line[i].charAt(1));
            }
        }
        logs = new float[count * count * languages.size()];
        for (int i = 0; i < lines.size(); i++) {
            fill(i, lines.get(i));
        }
    }

    private void number(char c) {
        if (c != EDGE && letters[c] == 0) {
            letters[c] = (short) count++;
        }
    }

    private void fill(int language, String[] line) {
        Map<Integer, Integer> pairs = new HashMap<>();
        int[] first = new int[count];
        int[] second = new int[count];
        int all = 0;
        for (int i = 2; i < line.length; i++) {
            int a = letters[line[i].charAt(0)];
            int b = letters[line[i].charAt(1)];
            int times = Integer.parseInt(line[i].substring(2));
            pairs.put(a * count + b, times);
            first[a] += times;
            second[b] += times;
            all += times;
        }
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                double alone = (second[b] + 0.3) / (all + 30);
                double together = (pairs.getOrDefault(a * count + b, 0) + DOUBT * alone) / (first[a] + DOUBT);
                logs[(a * count + b) * languages.size() + language] = (float) (100 * Math.log(together));
            }
        }
    }
}
