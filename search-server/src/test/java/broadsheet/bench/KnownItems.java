package broadsheet.bench;

import broadsheet.analysis.Language;
import broadsheet.analysis.TextAnalysis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Headlines that someone remembers in part, wrongly spelt, or in other words' endings. */
final class KnownItems {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}$£]+|[^\\p{L}\\p{N}]+$");

    private final Corpus corpus;
    private final Random random;
    private final Map<String, TreeSet<String>> formsByStem = new HashMap<>();
    private final TextAnalysis english = new TextAnalysis(Language.of("en"));

    KnownItems(Corpus corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
        for (Corpus.Doc doc : corpus.docs()) {
            for (String word : words(doc.title())) {
                formsByStem.computeIfAbsent(stem(word), key -> new TreeSet<>()).add(word);
            }
        }
    }

    /** A question and the headline that was meant. */
    record Item(String query, String headline) {}

    /** How a headline is turned into a question. */
    enum Kind {
        HALF,
        TYPO,
        ENDINGS
    }

    /** So many questions, of headlines of so many words that half of them is three. */
    List<Item> items(Kind kind, int count) {
        List<String> headlines = corpus.docs().stream().map(Corpus.Doc::title).filter(t -> words(t).size() >= 5)
                .distinct().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(headlines, random);
        return headlines.stream().limit(count).map(headline -> new Item(query(kind, words(headline)), headline))
                .toList();
    }

    private String query(Kind kind, List<String> words) {
        return String.join(" ", switch (kind) {
            case HALF -> half(words);
            case TYPO -> typo(half(words));
            case ENDINGS -> words.stream().map(this::otherForm).toList();
        });
    }

    static List<String> words(String headline) {
        return List.of(headline.toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .map(w -> EDGES.matcher(w).replaceAll(""))
                .filter(w -> !w.isEmpty()).toList();
    }

    /** Two headlines are the same when their words are; the agency in brackets behind them is none of these. */
    static String normalised(String headline) {
        return String.join(" ", words(headline.replaceFirst("\\s*\\([\\p{L} .]+\\)$", "")));
    }

    private List<String> half(List<String> words) {
        List<Integer> places = IntStream.range(0, words.size()).boxed()
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(places, random);
        return places.stream().limit((words.size() + 1) / 2).sorted().map(words::get).toList();
    }

    private List<String> typo(List<String> words) {
        List<Integer> long4 = IntStream.range(0, words.size()).filter(i -> words.get(i).length() >= 4).boxed()
                .toList();
        if (long4.isEmpty()) {
            return words;
        }
        int place = long4.get(random.nextInt(long4.size()));
        List<String> wrong = new ArrayList<>(words);
        wrong.set(place, misspelt(words.get(place), random));
        return wrong;
    }

    /** One letter dropped, doubled, replaced, added or swapped with its neighbour; the first in one of twenty. */
    static String misspelt(String word, Random random) {
        for (;;) {
            int at = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(word.length() - 1);
            char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            String wrong = switch (random.nextInt(5)) {
                case 0 -> word.substring(0, at) + word.substring(at + 1);
                case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
                case 2 -> word.substring(0, at) + letter + word.substring(at + 1);
                case 3 -> word.substring(0, at) + letter + word.substring(at);
                default -> at + 1 < word.length()
                        ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2)
                        : word;
            };
            if (!wrong.equals(word)) {
                return wrong;
            }
        }
    }

    private String otherForm(String word) {
        List<String> others = formsByStem.get(stem(word)).stream().filter(form -> !form.equals(word)).toList();
        return others.isEmpty() ? word : others.get(random.nextInt(others.size()));
    }

    private String stem(String word) {
        return english.tokens(word).stream().map(token -> token.stem().utf8ToString())
                .collect(Collectors.joining(" "));
    }
}
