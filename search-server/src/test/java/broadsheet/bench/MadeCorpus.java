package broadsheet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * News in a made-up language, the same each time: words are as unevenly frequent as those of a real one (Zipf), the
 * frequent ones are short. For measurements that need no collection of others.
 */
final class MadeCorpus {

    private static final int VOCABULARY = 30_000;
    private static final String[] SYLLABLES = {"ba", "con", "de", "fer", "gil", "hu", "ka", "lum", "mer", "no", "or",
            "pel", "ras", "ste", "tam", "vel", "wo", "yan", "zet", "mi"};
    private static final String[] SECTIONS = {"world", "business", "sport", "science"};

    private final SplittableRandom random = new SplittableRandom(7);
    private final List<Corpus.Doc> docs = new ArrayList<>();

    private MadeCorpus(int posts) {
        for (int i = 0; i < posts; i++) {
            String body = words(12) + ". " + words(14) + ". " + words(10) + ".";
            docs.add(new Corpus.Doc("n" + i, words(6), body, SECTIONS[i % SECTIONS.length]));
        }
    }

    /** @param posts a headline of 6 words and 3 sentences each */
    static Corpus of(int posts) {
        return new Corpus("made", new MadeCorpus(posts).docs);
    }

    /** Kinds of queries, as many of each; all find something, since they are taken from posts. */
    static Map<String, List<String>> queries(Corpus corpus, int each) {
        Map<String, List<String>> sets = new LinkedHashMap<>();
        for (String kind : List.of("two words", "sentence", "quotation", "long word", "beginning")) {
            sets.put(kind, new ArrayList<>());
        }
        for (int i = 0; i < each; i++) {
            Corpus.Doc doc = corpus.docs().get(i * (corpus.docs().size() / each));
            String[] title = doc.title().split(" ");
            String[] body = doc.body().replace(".", "").split(" ");
            sets.get("two words").add(title[0] + " " + title[1]);
            sets.get("sentence").add(String.join(" ", Arrays.copyOfRange(body, 0, 6)));
            sets.get("quotation").add('"' + body[2] + " " + body[3] + '"');
            sets.get("long word").add(longest(body));
            sets.get("beginning").add(title[2].substring(0, 2) + "*");
        }
        return sets;
    }

    private static String longest(String[] words) {
        String longest = "";
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // the n-th word has a share of 1/n
            int rank = (int) Math.exp(random.nextDouble() * Math.log(VOCABULARY));
            words.append(i == 0 ? "" : " ").append(word(rank));
        }
        return words.toString();
    }

    private static String word(int rank) {
        StringBuilder word = new StringBuilder();
        for (int left = rank + SYLLABLES.length; left > 0; left /= SYLLABLES.length) {
            word.append(SYLLABLES[left % SYLLABLES.length]);
        }
        return word.toString();
    }
}
