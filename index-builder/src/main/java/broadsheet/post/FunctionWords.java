package broadsheet.post;

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
record FunctionWords(List<String> languages, Map<String, int[]> byWord) {

    static final FunctionWords PROFILES = read();

    /** An eighth of all words: plain prose has a third and more, a list of names has none. */
    private static final double SHARE = 0.125;
    /** The winner has so many times the points of the next one; near relatives such as Danish and Norwegian reach it. */
    private static final double LEAD = 1.15;
    private static final int ENOUGH_WORDS = 4;

    /** The language of these words in lower case, or {@code und}. */
    String guess(List<String> words) {
        double[] points = new double[languages.size()];
        double[] known = new double[languages.size()];
        for (String word : words) {
            int[] owners = byWord.getOrDefault(word, new int[0]);
            for (int owner : owners) {
                points[owner] += 1.0 / owners.length;
                known[owner]++;
            }
        }
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            best = points[i] > points[best] ? i : best;
        }
        double second = 0;
        for (int i = 0; i < points.length; i++) {
            second = i != best ? Math.max(second, points[i]) : second;
        }
        boolean clear = words.size() >= ENOUGH_WORDS && known[best] >= 2 && known[best] >= words.size() * SHARE
                && points[best] >= 1 && points[best] >= second * LEAD;
        return clear ? languages.get(best) : "und";
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
        return new FunctionWords(List.copyOf(languages), Map.copyOf(byWord));
    }

    private static String resource() {
        try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
