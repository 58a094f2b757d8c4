package broadsheet.post.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The function words of some thirty languages in Latin letters. A word counts 1 for its language, shared among those
 * that have it, too; the language with most wins, if it explains enough of the text and leads clearly.
 *
 * @param languages their subtags
 * @param byWord for each word the positions in {@code languages} of those that have it
 */
record FunctionWords(List<String> languages, WordTable byWord) {

    static final FunctionWords PROFILES = read();

    /**
     * The best language must know this share of all words: plain prose has a third and more, a list of names has none.
     */
    private static final double SHARE = 0.125;
    /**
     * The best language must have this many times the points of the second; Danish and Norwegian are just that far
     * apart.
     */
    private static final double LEAD = 1.15;
    private static final int ENOUGH_WORDS = 4;

    Score score() {
        return new Score();
    }

    /** The points of each language as the words of a text come in. */
    final class Score {
        private final double[] points = new double[languages.size()];
        private final int[] known = new int[languages.size()];
        private int words;

        /**
         * Counts the word, in lower case, that stands in {@code text} from {@code start} to {@code end}.
         *
         * @param hash of the word, as {@link String#hashCode} has it
         */
        void add(char[] text, int start, int end, int hash) {
            words++;
            int[] owners = byWord.get(text, start, end, hash);
            double share = 1.0 / owners.length;
            for (int owner : owners) {
                points[owner] += share;
                known[owner]++;
            }
        }

        /** The language that explains enough of the words and leads clearly; {@code und} when none does. */
        String language() {
            int best = 0;
            for (int i = 1; i < points.length; i++) {
                best = points[i] > points[best] ? i : best;
            }
            double second = 0;
            for (int i = 0; i < points.length; i++) {
                second = i != best ? Math.max(second, points[i]) : second;
            }
            boolean clear = words >= ENOUGH_WORDS && known[best] >= 2 && known[best] >= words * SHARE
                    && points[best] >= 1 && points[best] >= second * LEAD;
            return clear ? languages.get(best) : "und";
        }
    }

    private static FunctionWords read() {
        List<String> languages = new ArrayList<>();
        Map<String, List<Integer>> owners = new HashMap<>();
        for (String line : resource().split("\n")) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ");
            for (int i = 1; i < parts.length; i++) {
                List<Integer> list = owners.computeIfAbsent(parts[i], word -> new ArrayList<>());
                if (!list.contains(languages.size())) {
                    list.add(languages.size());
                }
            }
            languages.add(parts[0]);
        }
        Map<String, int[]> byWord = new HashMap<>();
        owners.forEach((word, list) -> byWord.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
        return new FunctionWords(List.copyOf(languages), new WordTable(byWord));
    }

    private static String resource() {
        try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
