package broadsheet.words;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the lists know and what they cost: {@code mvn verify -P bench -pl index-builder -Dtest=WordListsBench}. */
@Tag("bench")
class WordListsBench {

    private static final Path CORPORA = Path.of("../../shared/corpora");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final long SEED = 7;

    /** In how many posts a word is; how often it is there, with a capital, and in small letters in the first corpus. */
    private static final class Count {
        private int posts;
        private int all;
        private int capital;
        private int smallInFirst;

        boolean isName() {
            return capital > .8 * all;
        }

        boolean isPlain() {
            return capital < .2 * all && smallInFirst >= 3;
        }
    }

    private static Map<String, Count> words(String... corpora) throws IOException {
        Map<String, Count> words = new HashMap<>();
        for (String corpus : corpora) {
            Path file = CORPORA.resolve(corpus).resolve(corpus + ".jsonl.gz");
            assumeTrue(Files.exists(file), () -> file + " is not there");
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                boolean first = corpus.equals(corpora[0]);
                lines.lines().map(JSON::readTree).forEach(post -> count(post, words, first));
            }
        }
        return words;
    }

    private static void count(JsonNode post, Map<String, Count> words, boolean first) {
        String text = post.path("title").asString("") + " \n " + post.path("body").asString("");
        Set<String> ofPost = new HashSet<>();
        WORD.matcher(text).results().map(MatchResult::group).forEach(word -> {
            String small = word.toLowerCase(Locale.ROOT);
            Count count = words.computeIfAbsent(small, key -> new Count());
            count.posts += ofPost.add(small) ? 1 : 0;
            count.all++;
            count.smallInFirst += first && word.equals(small) ? 1 : 0;
            count.capital += Character.isUpperCase(word.charAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT))
                    ? 1
                    : 0;
        });
    }

    private static String slip(String word, Random random) {
        int at = 1 + random.nextInt(word.length() - 1);
        char letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
        String before = word.substring(0, at);
        String after = word.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + letter + word.substring(at);
            case 2 -> before + letter + after;
            default -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + after;
        };
    }

    private static double share(List<String> words, KnownWords known, Familiarity atMost) {
        return words.stream().filter(word -> known.familiarity(word).compareTo(atMost) <= 0).count()
                / (double) words.size();
    }

    @Test
    void ofAbsentWordsAndNamesManyAreKnownAndOfSlipsFew() throws IOException {
        KnownWords known = KnownWords.of(List.of("en"));
        Map<String, String[]> archives = new LinkedHashMap<>();
        archives.put("agnews", new String[]{"bbc", "reuters21578"});
        archives.put("bbc", new String[]{"agnews", "reuters21578"});
        archives.put("reuters21578", new String[]{"bbc", "agnews"});
        for (Map.Entry<String, String[]> archive : archives.entrySet()) {
            Map<String, Count> have = words(archive.getKey());
            Map<String, Count> others = words(archive.getValue());
            List<String> absent = others.keySet().stream()
                    .filter(word -> word.length() >= 4 && others.get(word).posts >= 3 && !have.containsKey(word))
                    .toList();
            List<String> plain = absent.stream().filter(word -> others.get(word).isPlain()).toList();
            List<String> names = absent.stream().filter(word -> others.get(word).isName()).toList();
            Random random = new Random(SEED);
            List<String> slips = have.keySet().stream().filter(word -> word.length() >= 5 && have.get(word).posts >= 20)
                    .sorted().map(word -> slip(word, random)).filter(word -> !have.containsKey(word)).toList();
            for (Familiarity kind : List.of(Familiarity.WORD, Familiarity.NAME, Familiarity.RARE_NAME)) {
                System.out.printf(
                        "%s, up to %s: of %d absent plain words %.3f known, of %d absent names %.3f, of %d slips %.4f%n",
                        archive.getKey(), kind, plain.size(), share(plain, known, kind), names.size(),
                        share(names, known, kind), slips.size(), share(slips, known, kind));
            }
            assertTrue(share(plain, known, Familiarity.WORD) > .9, archive.getKey());
            assertTrue(share(names, known, Familiarity.RARE_NAME) > .55, archive.getKey());
            assertTrue(share(slips, known, Familiarity.RARE_NAME) < .03, archive.getKey());
        }
    }

    @Test
    void readingAListTakesMillisecondsAndAskingLessThanAMicrosecond() {
        List<KnownWords> kept = new ArrayList<>();
        for (String language : KnownWords.languages().stream().sorted().toList()) {
            long bytes = heapBytes();
            long start = cpuNanos();
            KnownWords words = KnownWords.of(List.of(language));
            words.familiarity("first");
            double millis = (cpuNanos() - start) / 1e6;
            kept.add(words);
            System.out.printf("%s: %.1f ms of CPU to read, %d KB%n", language, millis, (heapBytes() - bytes) / 1024);
            List<String> asked = Stream
                    .of("organisation", "standpoint", "oman", "perugini", "standpiont", "the", "sroldier")
                    .toList();
            double nanos = 0;
            int found = 0;
            for (int run = 0; run < 5; run++) {
                start = cpuNanos();
                for (int i = 0; i < 100_000; i++) {
                    for (String word : asked) {
                        found += words.familiarity(word).ordinal();
                    }
                }
                nanos = (cpuNanos() - start) / 100_000.0 / asked.size();
            }
            System.out.printf("%s: %.0f ns of CPU a word (%d)%n", language, nanos, found);
        }
        long start = cpuNanos();
        SpellingVariants.of("labour");
        System.out.printf("spellings: %.1f ms of CPU to read%n", (cpuNanos() - start) / 1e6);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long heapBytes() {
        for (int i = 0; i < 5; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
