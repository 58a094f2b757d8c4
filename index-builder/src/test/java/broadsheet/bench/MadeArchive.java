package broadsheet.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * An archive of any size in a made-up language, the same each time: files of JSON Lines of {@value #POSTS_A_FILE} posts. Words
 * are as unevenly frequent as those of a real language (Zipf), and new ones appear up to the end; one post in
 * {@value #COPIES} is a copy of a late one with another sentence; dates rise over twenty years; there are sections,
 * authors, and tags of which few are frequent.
 */
public final class MadeArchive {

    private static final int POSTS_A_FILE = 100_000;
    private static final int COPIES = 25;
    private static final int LATE = 500;
    private static final int VOCABULARY = 1 << 20;
    private static final int SECTIONS = 12;
    private static final int AUTHORS = 300;
    private static final int TAGS = 4_000;
    private static final int FEWEST_WORDS = 25;
    private static final int MOST_WORDS = 70;
    private static final LocalDate FIRST = LocalDate.of(2004, 1, 1);
    private static final int DAYS = 20 * 365;
    private static final String[] SYLLABLES = {"ba", "con", "de", "fer", "gil", "hu", "ir", "jo", "ka", "lum", "mer",
            "no",
            "or", "pel", "qui", "ras", "ste", "tam", "ur", "vel", "wo", "xi", "yan", "zet", "dro", "phi", "gan", "sol",
            "mi", "ter", "nak", "bur"};

    private final SplittableRandom random;
    private final List<String> late = new ArrayList<>();

    private MadeArchive(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Writes an archive into an empty folder. */
    public static void write(Path folder, int posts) throws IOException {
        MadeArchive made = new MadeArchive(1);
        for (int from = 0; from < posts; from += POSTS_A_FILE) {
            Path file = folder.resolve("news-%05d.jsonl".formatted(from / POSTS_A_FILE));
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                for (int i = from; i < Math.min(posts, from + POSTS_A_FILE); i++) {
                    out.write(made.post(i, posts));
                    out.write('\n');
                }
            }
        }
    }

    private String post(int number, int posts) {
        String body = random.nextInt(COPIES) == 0 && !late.isEmpty()
                ? late.get(random.nextInt(late.size())) + " " + sentences(8)
                : sentences(FEWEST_WORDS + random.nextInt(MOST_WORDS - FEWEST_WORDS));
        if (late.size() < LATE) {
            late.add(body);
        } else {
            late.set(random.nextInt(LATE), body);
        }
        LocalDate date = FIRST.plusDays((long) DAYS * number / posts);
        return "{\"id\":\"n%d\",\"title\":\"%s\",\"body\":\"%s\",\"date\":\"%s\",\"category\":\"%s\",\"author\":\"%s\",\"tags\":[%s]}"
                .formatted(number, capital(words(7)), body, date, capital(word(random.nextInt(SECTIONS))),
                        capital(word(SECTIONS + random.nextInt(AUTHORS))), tags());
    }

    private String tags() {
        Set<String> tags = new HashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.add('"' + word(SECTIONS + AUTHORS + zipf(TAGS)) + '"');
        }
        return String.join(",", tags.stream().sorted().toList());
    }

    private String sentences(int words) {
        StringBuilder text = new StringBuilder();
        for (int left = words; left > 0; left -= 12) {
            text.append(text.isEmpty() ? "" : " ").append(capital(words(Math.min(12, left)))).append('.');
        }
        return text.toString();
    }

    private String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ").append(word(zipf(VOCABULARY)));
        }
        return text.toString();
    }

    /** A number below a bound; the n-th has a share of 1/n. */
    private int zipf(int bound) {
        return (int) Math.exp(random.nextDouble() * Math.log(bound + 1.0)) - 1;
    }

    /** The frequent words are short. */
    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        int left = rank + 1;
        do {
            word.append(SYLLABLES[left % SYLLABLES.length]);
            left /= SYLLABLES.length;
        } while (left > 0);
        return word.toString();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
