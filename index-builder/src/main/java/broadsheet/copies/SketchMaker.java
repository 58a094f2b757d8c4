package broadsheet.copies;

import broadsheet.post.Post;
import java.util.Arrays;

/** Makes sketches of posts. Keeps buffers: not for several threads at once. */
public final class SketchMaker {

    private static final int SHORTEST_TEASER = 6;
    private static final int TEASER = 12;
    /** A feed's own words before and behind an excerpt. */
    private static final int OPENING_WORDS = 15;

    private final WordHashes headline = new WordHashes();
    private final WordHashes body = new WordHashes();
    private final WordHashes excerpt = new WordHashes();
    private int[] hashes = new int[512];
    private long[] sorted = new long[512];
    private int size;

    /** The hash by which a post is known among sketches. */
    public static long key(String id) {
        long hash = 0;
        for (int i = 0; i < id.length(); i++) {
            hash = hash * 0x100000001B3L + id.charAt(i);
        }
        return WordHashes.mix(hash + id.length());
    }

    /**
     * The sketch of a post: of its headline without the head, and of its body. The excerpt counts only where there is no
     * body, as it mostly repeats the body's first words.
     */
    public Sketch of(Post post) {
        Headline title = Headline.of(post.title());
        headline.clear();
        headline.add(title.rest());
        excerpt.clear();
        excerpt.add(post.excerpt());
        body.clear();
        body.add(post.body());
        if (body.size() == 0) {
            body.add(post.excerpt());
        }
        size = 0;
        if (hashes.length < headline.size() + body.size()) {
            hashes = new int[2 * (headline.size() + body.size())];
        }
        addShingles(headline);
        addShingles(body);
        int different = sortHashes();
        int[] kept = Arrays.copyOf(hashes, Math.min(different, Sketch.MOST_SHINGLES));
        boolean teaserOnly = body.size() <= excerpt.size() + OPENING_WORDS;
        return new Sketch(key(post.id()), day(post), teaser(), teaserOnly, kept, different > kept.length, title.head(),
                words(),
                numbers());
    }

    private static int day(Post post) {
        return post.date().map(date -> (int) Math.floorDiv(date.getEpochSecond(), 86_400L)).orElse(Sketch.UNDATED);
    }

    /** Excerpts are cut at many lengths, so that the first words stand for all. */
    private long teaser() {
        if (excerpt.size() < SHORTEST_TEASER) {
            return 0;
        }
        long hash = 0;
        for (int i = 0; i < Math.min(TEASER, excerpt.size()); i++) {
            hash = hash * 31 + excerpt.hash(i);
        }
        return WordHashes.mix(hash) | 1;
    }

    /** Headline and body are shingled apart: no text runs from one into the other. */
    private void addShingles(WordHashes words) {
        for (int i = 2; i < words.size(); i++) {
            long three = words.hash(i - 2) * 31 * 31 + words.hash(i - 1) * 31 + words.hash(i);
            hashes[size++] = (int) (WordHashes.mix(three) >>> 32);
        }
    }

    /** Sorts the hashes and leaves each once; gives how many there are. */
    private int sortHashes() {
        Arrays.sort(hashes, 0, size);
        int different = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || hashes[i] != hashes[i - 1]) {
                hashes[different++] = hashes[i];
            }
        }
        return different;
    }

    private int[] words() {
        if (sorted.length < body.size()) {
            sorted = new long[2 * body.size()];
        }
        for (int i = 0; i < body.size(); i++) {
            sorted[i] = body.hash(i);
        }
        Arrays.sort(sorted, 0, body.size());
        int[] words = new int[Math.min(headline.size(), Sketch.MOST_WORDS)];
        for (int i = 0; i < words.length; i++) {
            boolean borneOut = Arrays.binarySearch(sorted, 0, body.size(), headline.hash(i)) >= 0;
            words[i] = Sketch.word(headline.hash(i), headline.length(i), borneOut);
        }
        return words;
    }

    private int[] numbers() {
        size = 0;
        addNumbers(headline);
        addNumbers(body);
        return Arrays.copyOf(hashes, Math.min(sortHashes(), Sketch.MOST_NUMBERS));
    }

    private void addNumbers(WordHashes words) {
        for (int i = 0; i < words.size(); i++) {
            if (words.isNumber(i)) {
                hashes[size++] = (int) (words.hash(i) >>> 32);
            }
        }
    }
}
