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
 * The function words of some thirty languages in Latin letters, the most frequent first. A word counts for a language by
 * how much likelier it is there than in a text that has it by chance.
 *
 * @param byWord for each word its number, then each language that has it and what it counts there
 * @param words how many words there are
 */
record FunctionWords(WordTable byWord, int words) {

    /** Said twice, a word says more; said ten times, no more than that: it is what the text is about. */
    private static final int COUNTED = 2;

    /** The frequency of a word by its place, from 0: Zipf's law, by eye on English, Portuguese and German. */
    private static final double FIRST = 0.045;
    private static final double FALL = 0.75;
    private static final double SHIFT = 1.5;

    /** How often a word stands in a text of another language: as a name, a quotation, a sign. */
    private static final double BY_CHANCE = 0.0004;
    /** Words of two letters and parts of names ({@code Rio de Janeiro}, {@code Van Gogh}) do so more often. */
    private static final double BY_CHANCE_SHORT = 0.0008;
    private static final List<String> OF_NAMES = List.of("les", "van", "von", "der", "den", "del", "des", "los", "las",
            "une", "una");
    private static final double LEAST = 0.2;

    /** In the order of the languages in {@link LetterPairs}. */
    static final FunctionWords PROFILES = read(LetterPairs.BY_SCRIPT.get(Character.UnicodeScript.LATIN).languages());

    /** The words of one text as they come in. */
    final class Score {
        private final int[] scores;
        private final byte[] seen = new byte[words];

        /** @param scores of each language, in hundredths of a natural logarithm; this adds to them */
        Score(int[] scores) {
            this.scores = scores;
        }

        /**
         * Counts the word, in lower case, that stands in {@code text} from {@code start} to {@code end}.
         *
         * @param hash of the word, as {@link String#hashCode} has it
         * @return whether it is a function word of any language
         */
        boolean add(char[] text, int start, int end, int hash) {
            int[] known = byWord.get(text, start, end, hash);
            if (known.length == 0) {
                return false;
            }
            if (seen[known[0]] < COUNTED) {
                seen[known[0]]++;
                for (int i = 1; i < known.length; i += 2) {
                    scores[known[i]] += known[i + 1];
                }
            }
            return true;
        }
    }

    Score score(int[] scores) {
        return new Score(scores);
    }

    private static FunctionWords read(List<String> languages) {
        Map<String, List<Integer>> entries = new HashMap<>();
        for (String line : resource().split("\n")) {
            if (!line.startsWith("#")) {
                String[] parts = line.split(" ");
                List<String> words = List.of(parts).subList(1, parts.length).stream().distinct().toList();
                for (int i = 0; i < words.size(); i++) {
                    int number = entries.size();
                    List<Integer> entry = entries.computeIfAbsent(words.get(i),
                            word -> new ArrayList<>(List.of(number)));
                    entry.add(languages.indexOf(parts[0]));
                    entry.add(says(words.get(i), i));
                }
            }
        }
        Map<String, int[]> byWord = new HashMap<>();
        entries.forEach((word, list) -> byWord.put(word, list.stream().mapToInt(Integer::intValue).toArray()));
        return new FunctionWords(new WordTable(byWord), entries.size());
    }

    private static int says(String word, int place) {
        double frequency = FIRST / Math.pow(place + SHIFT, FALL);
        double chance = word.length() <= 2 || OF_NAMES.contains(word) ? BY_CHANCE_SHORT : BY_CHANCE;
        return (int) Math.round(100 * Math.max(LEAST, Math.log(frequency / chance)));
    }

    private static String resource() {
        try (InputStream in = FunctionWords.class.getResourceAsStream("function-words.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
