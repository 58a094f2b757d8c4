package broadsheet.copies;

import broadsheet.post.Post;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Made-up stories in a made-up language whose words are as unevenly frequent as those of a real one. */
final class MadeStories {

    private static final String[] SYLLABLES = {"ba", "con", "de", "fer", "gil", "hu", "ir", "jo", "ka", "lum", "mer",
            "no", "or", "pel", "qui", "ras", "ste", "tam", "ur", "vel"};

    private final Random random;
    private final List<String> vocabulary = new ArrayList<>();

    MadeStories(long seed) {
        this.random = new Random(seed);
        for (int i = 0; i < 6_000; i++) {
            int n = i * 7919 % 8_000;
            vocabulary.add(SYLLABLES[n % 20] + SYLLABLES[n / 20 % 20] + SYLLABLES[n / 400 % 20]);
        }
    }

    /** A text of so many words in sentences. */
    String text(int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(word()).append(random.nextInt(12) == 0 || i == words - 1 ? ". " : " ");
        }
        return text.toString();
    }

    private String word() {
        double zipf = Math.exp(random.nextDouble() * Math.log(vocabulary.size()));
        return vocabulary.get((int) zipf - 1);
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Seven words of a text. */
    String headline(String text) {
        List<String> words = new ArrayList<>(List.of(text.replace(".", "").split(" +")));
        Collections.shuffle(words, random);
        return String.join(" ", words.subList(0, Math.min(7, words.size())));
    }

    /** The same words in another order: the same event, told anew. */
    String retold(String text) {
        List<String> words = new ArrayList<>(List.of(text.replace(".", "").split(" +")));
        Collections.shuffle(words, random);
        return String.join(" ", words);
    }

    /** The text with every sentence but one. */
    String corrected(String text) {
        String[] sentences = text.split("(?<=\\.) ");
        sentences[random.nextInt(sentences.length)] = text(8).strip();
        return String.join(" ", sentences);
    }

    static Post post(String id, String title, String body) {
        return Post.builder(id).title(title).body(body).build();
    }
}
