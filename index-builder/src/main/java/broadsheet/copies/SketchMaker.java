package broadsheet.copies;

import broadsheet.post.Post;

/** Makes sketches of posts. Keeps buffers: not for several threads at once. */
public final class SketchMaker {

    private static final int SHORTEST_TEASER = 6;
    private static final int TEASER = 12;
    /** A feed's own words before and behind an excerpt. */
    private static final int OPENING_WORDS = 15;

    private final WordHashes headline = new WordHashes();
    private final WordHashes body = new WordHashes();
    private final WordHashes excerpt = new WordHashes();
    private final SmallestHashes shingles = new SmallestHashes(Sketch.MOST_SHINGLES);
    private final SmallestHashes numbers = new SmallestHashes(Sketch.MOST_NUMBERS);

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
        shingles.clear();
        addShingles(headline);
        addShingles(body);
        numbers.clear();
        addNumbers(headline);
        addNumbers(body);
        int[] kept = shingles.get();
        boolean teaserOnly = body.size() <= excerpt.size() + OPENING_WORDS;
        return new Sketch(key(post.id()), day(post), teaser(), teaserOnly, body.size() == 0, kept, shingles.isCut(),
                title.head(),
                words(),
                numbers.get());
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
            shingles.add((int) (WordHashes.mix(three) >>> 32));
        }
    }

    private void addNumbers(WordHashes words) {
        for (int i = 0; i < words.numberCount(); i++) {
            numbers.add((int) (words.number(i) >>> 32));
        }
    }

    private int[] words() {
        int size = Math.min(headline.size(), Sketch.MOST_WORDS);
        int borneOut = borneOut(size);
        int[] words = new int[size];
        for (int i = 0; i < size; i++) {
            words[i] = Sketch.word(headline.hash(i), headline.length(i), (borneOut >>> i & 1) == 1);
        }
        return words;
    }

    /** One bit for each of the first words of the headline, whether the body has it. */
    private int borneOut(int size) {
        long filter = 0;
        for (int i = 0; i < size; i++) {
            filter |= 1L << headline.hash(i);
        }
        int found = 0;
        for (int word = 0; word < body.size(); word++) {
            long hash = body.hash(word);
            if ((filter >>> hash & 1) == 1) {
                for (int i = 0; i < size; i++) {
                    found |= headline.hash(i) == hash ? 1 << i : 0;
                }
            }
        }
        return found;
    }
}
